// What a reader meets around the page: a notice when the next page takes long, menus that close.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { no_problems, use_site } from './harness/browser.mjs';

const site = use_site('sample');

test('a page that takes long says so, and the old one stays until it is there', async (t) => {
  const page = await site.open(t, '/');
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route('**/2026/**/index.json', async (route) => {
    await held;
    await route.continue();
  });
  const title = page.locator('h2 a').first();
  const words = await title.textContent();
  await title.click();
  const notice = page.locator('.blatt-notice');
  await notice.waitFor();
  assert.notEqual(await notice.textContent(), '');
  assert.equal(await title.textContent(), words);
  answer();
  await page.locator('h1', { hasText: words }).waitFor();
  assert.equal(await notice.count(), 0);
  no_problems(page);
});

test('an open menu closes on Escape, on a click elsewhere, and when another opens', async (t) => {
  const page = await site.open(t, '/');
  const menus = page.locator('details[name=menu]');
  const is_open = (index) => menus.nth(index).evaluate((menu) => menu.open);
  const toggle = (index) => menus.nth(index).locator('summary').click();

  await toggle(0);
  assert.equal(await is_open(0), true);
  await page.keyboard.press('Escape');
  assert.equal(await is_open(0), false);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');

  await toggle(0);
  await toggle(1);
  assert.deepEqual([await is_open(0), await is_open(1)], [false, true]);

  await page.locator('footer').last().click({ position: { x: 2, y: 2 } });
  assert.equal(await is_open(1), false);
  no_problems(page);
});

test('a button copies the code that it stands with, and says so', async (t) => {
  const page = await site.open(t, '/2026/01/hausregeln/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const code = page.locator('div.code').first();
  const button = code.locator('button');
  await button.click();
  await page.locator('.blatt-notice').waitFor();
  const [copied, shown] = [
    await page.evaluate(() => navigator.clipboard.readText()),
    await code.locator('code').evaluate((element) => element.textContent),
  ];
  assert.ok(shown.length > 20);
  assert.equal(copied.replace(/\n$/, ''), shown.replace(/\n$/, ''));
  no_problems(page);
});

test('without the front end there is no dead button', async (t) => {
  const page = await site.open(t, '/2026/01/hausregeln/', { javaScriptEnabled: false, live: false });
  assert.ok((await page.locator('div.code').count()) > 0);
  assert.equal(await page.locator('button').first().isVisible(), false);
});
