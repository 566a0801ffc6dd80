// Pictures as a reader meets them: known places, captions, galleries, the large view, files that are gone.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { no_problems, painted, use_site } from './harness/browser.mjs';

const site = use_site('sample');
const path = '/werkstatt/formensammlung/';

const opener = (page, index) => page.locator('a[aria-haspopup=dialog]').nth(index);
const shown = (page) => page.locator('dialog .lightbox-picture img').evaluate(({ src }) => new URL(src).pathname);
const hrefs = (page) =>
  page.locator('a[aria-haspopup=dialog]').evaluateAll((links) => links.map(({ href }) => new URL(href).pathname));

test('a picture opens large; keys go through all of them; the focus comes back', async (t) => {
  const page = await site.open(t, path);
  const files = await hrefs(page);
  assert.ok(files.length >= 8);
  const second = opener(page, 1);
  await second.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog .lightbox-picture img').waitFor();
  assert.equal(await shown(page), files[1]);
  assert.match(await page.locator('dialog .lightbox-caption').innerText(), /^2 \/ \d+\s+Hinter dem Bahnhof/);
  assert.match(await page.locator('dialog').getAttribute('aria-label'), /^Bild 2 von/);

  await page.keyboard.press('ArrowRight');
  assert.equal(await shown(page), files[2]);
  assert.match(await page.locator('dialog').getAttribute('aria-label'), /^Bild 3 von/);
  await page.keyboard.press('End');
  assert.equal(await shown(page), files.at(-1));
  await page.keyboard.press('ArrowRight');
  assert.equal(await shown(page), files[0]);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await shown(page), files.at(-1));
  await page.keyboard.press('Home');
  assert.equal(await shown(page), files[0]);

  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.equal(await second.evaluate((link) => link === document.activeElement), true);
  assert.equal(new URL(page.url()).pathname, path);
  no_problems(page);
});

test('the buttons of the large view have names and work', async (t) => {
  const page = await site.open(t, path);
  const files = await hrefs(page);
  await opener(page, 0).click();
  await page.getByRole('button', { name: 'Nächstes Bild' }).click();
  assert.equal(await shown(page), files[1]);
  await page.getByRole('button', { name: 'Vorheriges Bild' }).click();
  assert.equal(await shown(page), files[0]);
  const zoom = page.getByRole('button', { name: 'Originalgröße' });
  const width = () => page.locator('dialog .lightbox-picture img').evaluate((image) => image.getBoundingClientRect().width);
  await page.setViewportSize({ width: 500, height: 700 });
  assert.ok((await width()) <= 500);
  await zoom.click();
  assert.equal(await zoom.getAttribute('aria-pressed'), 'true');
  assert.equal(await width(), 1200);
  await page.getByRole('button', { name: 'Schließen' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  no_problems(page);
});

test('a swipe shows the next picture', async (t) => {
  const page = await site.open(t, path, { hasTouch: true, viewport: { width: 390, height: 800 } });
  const files = await hrefs(page);
  await opener(page, 0).tap();
  await page.locator('dialog .lightbox-picture img').waitFor();
  const session = await page.context().newCDPSession(page);
  const touch = (type, x) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 400 }] });
  await touch('touchStart', 300);
  for (const x of [260, 200, 120]) await touch('touchMove', x);
  await touch('touchEnd');
  await page.waitForFunction((file) => document.querySelector('dialog .lightbox-picture img').src.endsWith(file), files[1]);
  no_problems(page);
});

test('without scripts a picture is a link to its file', async (t) => {
  const page = await site.open(t, path, { javaScriptEnabled: false, live: false });
  const link = page.locator('main a:has(> img)').first();
  assert.equal(await link.getAttribute('aria-haspopup'), null);
  assert.match(await link.getAttribute('aria-label'), /^Bild vergrößern: /);
  await link.click();
  await page.waitForURL(/\/images\/presse\.svg$/);
});

test('nothing moves while pictures come, before and after the front end takes over', async (t) => {
  const page = await site.open(t, path, {
    script: () => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          window.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    },
    prepare: (page) =>
      page.route('**/images/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      }),
  });
  for (let y = 0; y < 3000; y += 600) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await painted(page);
  }
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

test('only the first picture is loaded before it is nearly in view', async (t) => {
  const page = await site.open(t, path, { viewport: { width: 1000, height: 500 } });
  const pictures = page.locator('main img');
  assert.equal(await pictures.first().getAttribute('fetchpriority'), 'high');
  assert.equal(await pictures.first().getAttribute('loading'), null);
  const others = await pictures.evaluateAll((images) => images.slice(1).map(({ loading }) => loading));
  assert.deepEqual(new Set(others), new Set(['lazy']));
});

test('a picture that is gone shows its words in its place', async (t) => {
  const page = await site.open(t, path, {
    prepare: (page) => page.route('**/presse.svg', (route) => route.fulfill({ status: 404, body: '' })),
  });
  const image = page.locator('main img').first();
  await page.locator('main img[data-broken]').waitFor();
  const style = await image.evaluate((element) => {
    const { backgroundColor, borderTopWidth } = getComputedStyle(element);
    return { backgroundColor, borderTopWidth, height: element.getBoundingClientRect().height, alt: element.alt };
  });
  assert.notEqual(style.backgroundColor, 'rgba(0, 0, 0, 0)');
  assert.equal(style.borderTopWidth, '1px');
  assert.ok(style.height > 300 && style.alt.length > 10);
});

test('a gallery has two columns on a phone and three in a wide column, in both pages', async (t) => {
  for (const live of [true, false]) {
    for (const [width, columns] of [[360, 2], [1280, 3]]) {
      const page = await site.open(t, path, { viewport: { width, height: 800 }, live, javaScriptEnabled: live });
      const rects = await page.locator('.gallery-three figure').evaluateAll((figures) =>
        figures.map((figure) => figure.getBoundingClientRect()).map(({ left, top, width }) => ({ left, top, width })),
      );
      const first_row = rects.filter(({ top }) => Math.abs(top - rects[0].top) < 1);
      assert.equal(first_row.length, columns, `${width} px, live ${live}`);
      assert.ok(first_row.every((rect) => Math.abs(rect.width - rects[0].width) < 0.1));
    }
  }
});
