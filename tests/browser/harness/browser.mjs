// Chromium, pages of a site in it, and what went wrong in them.
import { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { serve, site_of } from './sites.mjs';

const flags = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export const launch = (more_flags = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, ...more_flags] });

/** One site and one browser for the tests of a file. */
export function use_site(name) {
  const used = {};
  before(async () => {
    used.folder = site_of(name);
    used.server = await serve(used.folder);
    used.url = used.server.url;
    used.browser = await launch();
  });
  after(async () => {
    await used.browser?.close();
    used.server?.stop();
  });

  /**
   * Opens a path in a context of its own, which closes with the test.
   * @returns {Promise<import('playwright-core').Page & {problems: string[]}>}
   */
  used.open = async (test, path, { script, prepare, live = true, ...options } = {}) => {
    const context = await used.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    test.after(() => context.close());
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.problems = [];
    page.on('console', (message) => {
      if (message.type() === 'error') page.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => page.problems.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => page.problems.push(`failed: ${request.url()}`));
    page.on('response', (response) => {
      if (response.status() >= 400) page.problems.push(`${response.status()}: ${response.url()}`);
    });
    if (script) await page.addInitScript(script);
    await prepare?.(page);
    await page.goto(used.url + path);
    if (live) await is_live(page);
    return page;
  };
  return used;
}

/** The title of a post in a list. */
export const teaser = '.teaser-title a[href]';

/** Opens the first post of the list by its address. */
export async function open_article(site, test, options) {
  const page = await site.open(test, '/', options);
  await page.goto(await page.locator(teaser).first().evaluate((link) => link.href));
  if (options?.live !== false) await is_live(page);
  return page;
}

/** The addresses of all posts, read from the pages of the list. */
export async function list_posts(page) {
  return page.evaluate(async () => {
    const urls = [];
    for (let number = 1, pages = 1; number <= pages; ++number) {
      const answer = await fetch(number === 1 ? '/index.json' : `/page/${number}/index.json`);
      const list = await answer.json();
      pages = list.page_count ?? 1;
      urls.push(...list.teasers.map(({ url }) => url));
    }
    return urls;
  });
}

export const is_live = (page) => page.locator('blatt-blog[state=live]').waitFor({ state: 'attached' });

/** Resolves when the last frame is drawn and nothing is prepared any more. */
export const settled = (page) =>
  page.waitForFunction(() => {
    const { surface } = document.querySelector('blatt-blog');
    return surface.frame === 0 && surface.idle === 0;
  });

export const no_problems = (page) => assert.deepEqual(page.problems, []);

/** Resolves when the browser has shown what was asked for. */
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
