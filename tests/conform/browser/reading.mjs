// What a reader does with the page of a plan: node reading.mjs FILE. Prints what went wrong, a line each.
import assert from 'node:assert/strict';
import { launch, open, resize, settled } from './chromium.mjs';

const file = process.argv[2];
const WAIT = 400; // longer than the page waits for the next letter

const checks = {
  async 'search finds every place, in any width and case, and Escape ends it'({ page }) {
    const words = await page.locator('.caption-title').first().textContent();
    const wide = words.slice(0, 4).replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    await page.keyboard.press('/');
    await page.keyboard.insertText(wide);
    const marks = await settled(() => page.locator('main mark.hit').allTextContents(), (found) => found.length > 0);
    assert.ok(marks.length > 0, `nothing found of ${wide}`);
    const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
    assert.ok(fold(marks.join('')).startsWith(fold(wide)));
    assert.ok(await page.locator('.hit-option').count() > 0);
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('#plan-query').getAttribute('aria-activedescendant');
    assert.equal(active, 'plan-hit-0');
    const box = await page.locator('mark.hit.current').first().boundingBox();
    assert.ok(box.y >= 0 && box.y < 800, 'the hit is in sight');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('mark.hit').count(), 0);
    assert.equal(await page.locator('.found').isHidden(), true);
  },

  async 'search finds all that the text holds'({ page }) {
    const sign = await page.evaluate(() => document.querySelector('main h2').textContent.replace(/[^\p{L}]/gu, '').slice(-2));
    const held = await page.evaluate((words) => {
      const copy = document.querySelector('main').cloneNode(true);
      copy.querySelectorAll('.sources, .filters, .download, .anchor, sup').forEach((element) => element.remove());
      const blocks = copy.querySelectorAll('p, h2, h3, h4, h5, h6, td, th, caption, figcaption');
      const texts = Array.from(blocks).filter((block) => !block.querySelector('p')).map((block) => block.textContent);
      return texts.reduce((count, text) => count + text.normalize('NFKC').toLowerCase().replace(/\s/g, '').split(words).length - 1, 0);
    }, sign);
    await page.fill('#plan-query', sign);
    const listed = async () => Number((await page.locator('.count').textContent()).match(/\d+/)?.[0]);
    assert.equal(await settled(listed, (count) => count === held), held, sign);
  },

  async 'the contents follow the reader'({ page }) {
    const links = page.locator('.contents a');
    for (const index of [1, await links.count() - 1, 0]) {
      const link = links.nth(index);
      const [href, words] = [await link.getAttribute('href'), await link.textContent()];
      await link.click();
      const target = await settled(() => page.evaluate((hash) => {
        const element = document.getElementById(decodeURIComponent(hash.slice(1)));
        return element.getBoundingClientRect().top >= document.querySelector('.bar').getBoundingClientRect().bottom - 1;
      }, href), (clear) => clear);
      assert.ok(target, 'the bar covers no heading');
      const current = () => page.locator('.contents [aria-current]').allTextContents();
      assert.deepEqual(await settled(current, ([only, more]) => only === words && !more), [words]);
    }
  },

  async 'light and dark can be chosen and are kept'({ page }) {
    const paper = () => page.evaluate(() => window.getComputedStyle(document.querySelector('.part')).backgroundColor);
    const light = await paper();
    const button = page.locator('.scheme-button');
    await button.click();
    assert.equal(await paper(), light);
    await button.click();
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    assert.equal(await paper(), dark);
    await button.click();
    assert.equal(await paper(), light, 'as the system has it');
  },

  async 'a figure tells its source under the pointer and the focus, and Escape closes it'({ page }) {
    const figure = page.locator('main a.number').first();
    if (await figure.count() === 0) return; // a plan without figures from elsewhere
    const popover = page.locator('.popover');
    await figure.hover();
    assert.ok((await popover.textContent()).startsWith(await figure.textContent()));
    await popover.hover();
    await page.waitForTimeout(WAIT);
    assert.equal(await popover.count(), 1, 'it stays while the pointer is on it');
    await page.keyboard.press('Escape');
    assert.equal(await popover.count(), 0);
    await page.mouse.move(2, 2);
    await figure.focus();
    assert.equal(await popover.count(), 1);
    assert.equal(await figure.getAttribute('aria-describedby'), await popover.getAttribute('id'));
    await page.waitForTimeout(WAIT);
    assert.equal(await popover.count(), 1, 'it stays while the figure has the focus');
    await page.keyboard.press('Tab');
    const link = await popover.count();
    assert.ok(link === 0 || await page.evaluate(() => document.activeElement.closest('.popover') !== null));
    await page.keyboard.press('Escape');
    assert.equal(await popover.count(), 0);
    const box = await figure.boundingBox();
    await page.mouse.click(box.x + 2, box.y + box.height / 2);
    assert.equal(await popover.count(), 1, 'a touch shows it and leads nowhere');
    await page.mouse.click(2, 300);
    assert.equal(await popover.count(), 0);
  },

  async 'every popover stays within the window'({ page }) {
    await resize(page, 360, 640);
    const figures = page.locator('main a.number');
    for (let i = 0; i < Math.min(12, await figures.count()); i += 1) {
      await figures.nth(i).focus();
      const box = await page.locator('.popover').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
    }
  },

  async 'projects are sorted exactly and within their categories'({ page }) {
    if (await page.locator('.filters').count() === 0) return;
    const amounts = () => page.evaluate(() => Array.from(document.querySelectorAll('tbody'), (body) => Array.from(
      body.querySelectorAll('tr[data-options]'), (row) => row.querySelector('[data-value]').dataset.value)).filter((rows) => rows.length));
    const before = await amounts();
    const head = page.locator('th[data-sort="amount"]').first();
    const button = head.locator('button');
    const byAmount = (one, other) => Number(other) - Number(one);
    await button.click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await amounts(), before.map((rows) => rows.slice().sort(byAmount)));
    await button.click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await amounts(), before.map((rows) => rows.slice().sort((one, other) => -byAmount(one, other))));
    await page.locator('.filters input[type="checkbox"]').check();
    assert.deepEqual(await amounts(), [before.flat().sort((one, other) => -byAmount(one, other))]);
    await page.locator('.filters button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'none');
    assert.deepEqual(await amounts(), before);
  },

  async 'projects are filtered, and what is listed is added up exactly'({ page }) {
    if (await page.locator('.filters').count() === 0) return;
    const shown = () => page.locator('tr[data-options]:visible').count();
    const all = await shown();
    assert.ok(await page.locator('tr.total').isVisible());
    const select = page.locator('.filters select').nth(1);
    const option = select.locator('option').nth(1);
    const [, count] = (await option.textContent()).match(/\((\d+)\)$/);
    await select.selectOption({ index: 1 });
    assert.equal(await shown(), Number(count));
    const status = await page.locator('.filter-status').textContent();
    const rows = page.locator('tr[data-options]:visible');
    const values = await rows.evaluateAll((elements) => elements.map((row) => row.querySelector('[data-value]').dataset.value));
    const places = Math.max(...values.map((value) => (value.split('.')[1] || '').length));
    const sum = values.reduce((total, value) => total + BigInt(value.replace('.', '') + '0'.repeat(places - (value.split('.')[1] || '').length)), 0n);
    if (Number(count) < all) {
      assert.ok(status.replace('.', '').includes(String(sum)), `${status}: ${sum}`);
      assert.equal(await page.locator('tr.total').isVisible(), false, 'a total stands under all it is the total of');
    }
    const name = await page.locator('tr[data-options] th').first().evaluate((cell) => cell.firstChild.textContent);
    await page.locator('.filters button').click();
    await page.locator('.filters input[type="search"]').fill(name);
    const few = (count) => count >= 1 && (all === 1 || count < all);
    assert.ok(few(await settled(shown, few)), name);
    await page.fill('#plan-query', await page.locator('tr[data-options] th').last().evaluate((cell) => cell.firstChild.textContent));
    await settled(() => page.locator('.hit-option').count(), (count) => count > 0);
    await page.keyboard.press('ArrowDown');
    assert.ok(await page.locator('mark.hit.current').first().isVisible(), 'a hit in a row that was filtered out is shown');
  },

  async 'headers stay in sight'({ page }) {
    for (const width of [1280, 360]) {
      await resize(page, width, 600);
      const places = await page.evaluate(() => {
        const table = Array.from(document.querySelectorAll('table')).sort((one, other) => other.offsetHeight - one.offsetHeight)[0];
        const scroll = table.closest('.scroll');
        const row = table.rows[table.rows.length - 1];
        row.scrollIntoView({ block: 'center' });
        const inner = scroll.classList.contains('fits') ? document.querySelector('.bar').getBoundingClientRect().bottom : scroll.getBoundingClientRect().top;
        return { head: table.tHead.getBoundingClientRect().top, edge: inner, tall: table.offsetHeight > 900 };
      });
      if (places.tall) assert.ok(Math.abs(places.head - places.edge) <= 1, JSON.stringify(places));
    }
  },

  async 'no page is wider than its window'({ page }) {
    for (const width of [320, 360, 768, 1280, 1920]) {
      await resize(page, width, 800);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(excess <= 0, `${width}: ${excess}`);
    }
  },

  async 'on a phone the contents open over the text and close again'({ page }) {
    await resize(page, 360, 740);
    const button = page.locator('.contents-button');
    assert.equal(await page.locator('.contents').isVisible(), false);
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.contents').isVisible(), false);
    await button.click();
    await page.locator('.contents a').first().click();
    assert.equal(await page.locator('.contents').isVisible(), false);
  },
};

const unscripted = {
  async 'without scripts everything can be read'({ page }) {
    assert.equal(await page.locator('.bar').isVisible(), false);
    assert.equal(await page.locator('.filters:visible').count(), 0);
    assert.ok(await page.locator('.contents a').first().isVisible());
    for (const selector of ['main p', 'tr.row', '.sources li']) {
      if (await page.locator(selector).count()) assert.ok(await page.locator(selector).first().isVisible(), selector);
    }
  },
};

const browser = await launch();
try {
  for (const [group, options] of [[checks, {}], [unscripted, { javaScriptEnabled: false }]]) {
    for (const [name, check] of Object.entries(group)) {
      const { context, page, faults } = await open(browser, file, options);
      page.setDefaultTimeout(10_000);
      try {
        await check({ page });
      } catch (error) {
        faults.push(error.message.split('\n').slice(0, 6).join(' | '));
      }
      for (const fault of faults) console.log(`${name}: ${fault}`);
      await context.close();
    }
  }
} finally {
  await browser.close();
}
