// What a reviewer does with the page of a revision: node reviewing.mjs FILE. Prints what does not work, a line each.
import { launch, open } from './chromium.mjs';

// Whether every row that is shown has a cell, its own or one from above it, in each column of its table.
const areFull = () => [...document.getElementById('text').contentDocument.querySelectorAll('main table')].every((table) => {
  const found = new Set();
  for (const body of table.tBodies) {
    const rows = [...body.rows].filter((row) => row.getClientRects().length);
    const widths = rows.map(() => 0);
    rows.forEach((row, at) => {
      for (const cell of row.cells) {
        for (let below = at; below < at + cell.rowSpan; below += 1) widths[below] = (widths[below] || 0) + cell.colSpan;
      }
    });
    widths.forEach((width) => found.add(width));
  }
  return found.size <= 1;
});

const browser = await launch();
try {
  for (const [width, colorScheme] of [[1280, 'light'], [390, 'dark']]) {
    const { context, page, faults } = await open(browser, process.argv[2], { width, colorScheme });
    const expect = (holds, what) => { if (!holds) console.log(`${width} ${colorScheme} ${what}`); };
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

    expect(await page.isVisible('#changes') && !(await page.isVisible('#full-text')), 'the list is not shown first');
    expect(await wide() <= 0, 'the list is wider than the window');
    const rows = page.locator('#changes tbody tr:visible');
    const all = await rows.count();
    await page.fill('#words', '总产值');
    expect(await rows.count() > 0 && await rows.count() < all, 'the filter of words does nothing');
    await page.fill('#words', '');

    await page.focus('#changes-tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.isVisible('#full-text'), 'the keyboard does not lead to the text');
    expect(await wide() <= 0, 'the text is wider than the window');
    const text = page.frameLocator('#text');
    const inserted = text.locator('main ins:visible');
    const deleted = text.locator('main del:visible');
    const paragraphs = text.locator('main p:visible');
    expect(await inserted.count() > 0 && await deleted.count() > 0, 'no changes are marked in the text');
    await page.selectOption('#view', 'new');
    expect(await deleted.count() === 0 && await inserted.count() > 0, 'the new version shows what was deleted');
    await page.selectOption('#view', 'old');
    expect(await inserted.count() === 0 && await deleted.count() > 0, 'the old version shows what was inserted');
    await page.selectOption('#view', 'both');
    const before = await paragraphs.count();
    for (const view of ['new', 'old', 'both']) {
      await page.selectOption('#view', view);
      await page.check('#changed-only');
      expect(await page.evaluate(areFull), `a row of a table has lost a cell in view ${view}`);
      await page.uncheck('#changed-only');
      expect(await page.evaluate(areFull), `a row of a table has lost a cell in view ${view}, whole`);
    }
    const notes = text.locator('.move-note:visible');
    expect(await notes.count() === 2, 'a chapter that moved is not told once here and once there');
    const title = (await notes.first().textContent()).split('（')[0].slice(2);
    expect(await text.locator('main .heading:visible', { hasText: title }).count() === 1, 'what moved is shown twice');
    await notes.last().locator('a').click();
    expect(await notes.first().isVisible(), 'the note of a move does not lead to the other one');
    await page.selectOption('#view', 'old');
    expect(await notes.count() === 0, 'the old version shows notes of moves');
    await page.selectOption('#view', 'both');
    await page.check('#changed-only');
    const after = await paragraphs.count();
    expect(after > 0 && after < before, 'what did not change is not hidden');
    await page.uncheck('#changed-only');
    const total = Number(/[0-9]+/.exec(await page.textContent('#at'))[0]);
    await page.click('#next');
    expect(await text.locator('.current-change').first().isVisible(), 'no change is pointed at');
    await page.click('#previous');
    expect(await page.textContent('#at') === `${total} / ${total}`, 'the way back from the first change is not to the last');
    await text.locator('.contents a:visible').last().click();
    expect(page.frames()[1].url() === 'about:srcdoc', 'a link of the text leads out of it');
    for (const fault of faults) console.log(`${width} ${colorScheme} ${fault}`);
    await context.close();
  }
} finally {
  await browser.close();
}
