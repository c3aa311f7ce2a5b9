// Debian's Chromium, opening pages of the disk, and telling what it was asked to load from elsewhere.
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';

const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export async function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: QUIET });
}

// A page of `file` in a window of its own; `faults` gathers errors of its scripts and requests that leave the disk.
export async function open(browser, file, options = {}) {
  const { width = 1280, height = 800, ...more } = options;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...more });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') faults.push(`console: ${message.text()}`); });
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { context, page, faults };
}

// A window of that size, as the reader sees it: the page hears of its size only when the next frame is drawn.
export async function resize(page, width, height) {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((drawn) => {
    window.requestAnimationFrame(() => window.requestAnimationFrame(drawn));
  }));
}

// What `look` gives once `fits` is true of it, or the last it gave within five seconds: on a busy machine a page answers late.
export async function settled(look, fits) {
  const end = Date.now() + 5000;
  let seen = await look();
  while (!fits(seen) && Date.now() < end) {
    await new Promise((wake) => setTimeout(wake, 50));
    seen = await look();
  }
  return seen;
}
