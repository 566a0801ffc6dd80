// What helps to read an article and to find the way: contents, the links of headings, keys, skip link.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, painted, teaser, use_site } from './harness/browser.mjs';

const site = use_site('sample');
const path = '/2026/01/hausregeln/';
const wide = { viewport: { width: 1440, height: 900 } };
const current = '.toc a[aria-current=location]';

const scroll_to = async (page, y) => {
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
  await painted(page);
};

test('the contents stay beside the text and mark the section that is read', async (t) => {
  const page = await site.open(t, path, wide);
  const headings = await page.locator('.prose :is(h1,h2,h3)[id]').evaluateAll((list) =>
    list.map((heading) => ({ id: heading.id, y: heading.getBoundingClientRect().top + scrollY })),
  );
  assert.ok(headings.length > 5);
  assert.equal(await page.locator(current).count(), 0);
  const minutes = async () => parseInt((await page.locator('.time-left').textContent()).replace(/\D+/, ''), 10) || 0;
  const at_first = await minutes();
  for (const { id, y } of headings.slice(1, 5)) {
    await scroll_to(page, y - 24);
    await page.locator(`.toc a[aria-current=location][href="#${encodeURIComponent(id)}"]`).waitFor();
    const top = await page.locator('.toc').evaluate((toc) => toc.getBoundingClientRect().top);
    assert.ok(Math.abs(top - 24) < 1, `the contents are at ${top}`);
  }
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await page.waitForFunction(() => document.querySelector('.time-left').textContent === '');
  assert.ok(at_first > 1);
  assert.equal(await page.locator(current).evaluate((link) => link.hash), `#${encodeURIComponent(headings.at(-1).id)}`);
  no_problems(page);
});

test('reading on within a section asks nothing of the front end', async (t) => {
  const page = await site.open(t, path, wide);
  await scroll_to(page, 1500);
  await painted(page);
  const calls = await page.evaluate(async () => {
    const blog = document.querySelector('blatt-blog');
    const original = blog.core.scrolled.bind(blog.core);
    let count = 0;
    blog.core.scrolled = (...where) => (++count, original(...where));
    const { from, to } = blog.reading;
    for (let y = Math.ceil(Math.max(from, 1500)); y < Math.min(to, 1560); y += 4) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
    }
    const within = count;
    scrollTo({ top: to + 4, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return { within, beyond: count };
  });
  assert.deepEqual(calls, { within: 0, beyond: 1 });
});

for (const javaScriptEnabled of [true, false]) {
  test(`contents in a narrow window are closed links ${javaScriptEnabled ? 'live' : 'without scripts'}`, async (t) => {
    const page = await site.open(t, path, {
      viewport: { width: 360, height: 800 }, javaScriptEnabled, live: javaScriptEnabled,
    });
    const link = page.locator('.toc a').nth(2);
    assert.equal(await link.isVisible(), false);
    await page.locator('.toc summary').click();
    await link.waitFor({ state: 'visible' });
    const id = decodeURIComponent((await link.getAttribute('href')).slice(1));
    await link.click();
    await page.waitForURL((url) => decodeURIComponent(url.hash) === `#${id}`);
    const top = () => page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);
    for (let tries = 0; tries < 40 && Math.abs((await top()) - 24) > 2; ++tries) await page.waitForTimeout(50);
    assert.ok(Math.abs((await top()) - 24) <= 2, `the heading is at ${await top()}`);
  });
}

test('beside the text the contents show without scripts as well', async (t) => {
  const page = await site.open(t, path, { ...wide, javaScriptEnabled: false, live: false });
  assert.ok(await page.locator('.toc a').first().isVisible());
  assert.equal(await page.locator('.time-left').isVisible(), false);
});

test('a heading offers its link, which is no part of its name or text', async (t) => {
  const page = await site.open(t, path, wide);
  const heading = page.locator('.prose h2').first();
  const link = page.locator('.prose h2 + .anchor a').first();
  const words = await heading.textContent();
  assert.equal(words.includes('#'), false);
  assert.ok((await link.getAttribute('aria-label')).includes(words.trim()));
  assert.equal(await link.textContent(), '');
  const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity);
  assert.equal(await opacity(), '0');
  await heading.hover();
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.prose h2 + .anchor a')).opacity === '1');
  const [title, sign] = [await heading.boundingBox(), await link.boundingBox()];
  assert.ok(Math.abs(sign.x + sign.width - title.x) <= 1);
  assert.ok(Math.abs(sign.y + sign.height - title.y - title.height) <= 1);
  await link.click();
  assert.equal(await page.evaluate(() => location.hash), await link.getAttribute('href'));
  no_problems(page);
});

test('the first focusable element skips to the content', async (t) => {
  const page = await site.open(t, '/', wide);
  const link = page.locator('.skip-link a');
  const top = () => link.evaluate((element) => element.getBoundingClientRect().top);
  assert.ok((await top()) < 0);
  await page.keyboard.press('Tab');
  assert.ok(await link.evaluate((element) => element === document.activeElement));
  assert.ok((await top()) > 0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null));
  no_problems(page);
});

test('keys lead from post to post, and home', async (t) => {
  const page = await site.open(t, '/', wide);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator(teaser).nth(1);
  await page.waitForFunction((selector) => document.activeElement === document.querySelectorAll(selector)[1], teaser);
  const words = await second.textContent();
  await page.keyboard.press('Enter');
  await page.locator('h1', { hasText: words }).waitFor();
  const next = await page.locator('a[rel=prev]').textContent();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('k');
  await page.locator('h1', { hasText: next }).waitFor();
  await page.keyboard.press('h');
  await page.locator(teaser).first().waitFor({ state: 'attached' });
  no_problems(page);
});

test('the sheet of keys holds the focus, closes on Escape and gives the focus back', async (t) => {
  const page = await site.open(t, '/', wide);
  const opener = page.locator('.footer-keys button');
  await opener.focus();
  await page.keyboard.press('?');
  const dialog = page.locator('dialog.blatt-dialog');
  await dialog.waitFor();
  assert.ok((await dialog.locator('kbd').count()) > 5);
  for (let i = 0; i < 6; ++i) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => [document.body, null].includes(document.activeElement) || document.activeElement.closest('dialog') !== null));
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.ok(await opener.evaluate((element) => element === document.activeElement));
  await opener.click();
  await dialog.waitFor();
  no_problems(page);
});

test('keys that are switched off stay off, also after a reload', async (t) => {
  const page = await site.open(t, '/', wide);
  await page.locator('.footer-keys button').click();
  await page.locator('dialog button[aria-pressed=true]').click();
  await page.locator('dialog button[aria-pressed=false]').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await is_live(page);
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  await painted(page);
  assert.equal(await page.locator('dialog').count(), 0);
  assert.equal(await page.evaluate((selector) => document.activeElement.matches(selector), teaser), false);
});

test('keys in a field are its own', async (t) => {
  const page = await site.open(t, '/', wide);
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.querySelector('blatt-blog').append(field);
    field.focus();
  });
  await page.keyboard.type('?j');
  assert.equal(await page.evaluate(() => document.activeElement.value), '?j');
  assert.equal(await page.locator('dialog').count(), 0);
});
