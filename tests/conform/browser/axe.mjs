// axe-core on a page of the disk: node axe.mjs FILE. Prints what it finds, a line each; nothing for a page without fault.
// Everything is looked at on a phone by day and on a desktop by night, colours also the other way round.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { launch, open } from './chromium.mjs';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const looks = [[360, 'light', {}], [1280, 'dark', {}], [360, 'dark', colours], [1280, 'light', colours]];

const browser = await launch();
try {
  for (const [width, colorScheme, rules] of looks) {
    const { context, page, faults } = await open(browser, process.argv[2], { width, colorScheme });
    const session = await context.newCDPSession(page); // the page's own policy lets no script of ours in
    await session.send('Runtime.evaluate', { expression: source });
    const found = await page.evaluate((options) => window.axe.run(document, { resultTypes: ['violations'], preload: false, ...options }), rules);
    for (const fault of faults) console.log(`${width} ${colorScheme} ${fault}`);
    for (const { id, help, nodes } of found.violations) {
      for (const node of nodes) console.log(`${width} ${colorScheme} ${id}: ${help}: ${node.html}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
}
