// The canvas has ink where the document's lines are, in both schemes and at both densities, also after
// scrolling far, and no other ink than text's between the lines.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, open_article, painted, use_site } from './harness/browser.mjs';
import { decode_png, ink, pixel } from './harness/pixels.mjs';

const site = use_site('sample');

/** The first lines of paragraphs in view: rectangles in CSS px of the view. Runs in the page. */
function lines_in_view() {
  const rects = [];
  const range = document.createRange();
  for (const paragraph of document.querySelectorAll('.prose > p:not(.anchor, :has(img))')) {
    range.selectNodeContents(paragraph);
    const [first] = range.getClientRects();
    if (first && first.top > 10 && first.bottom < innerHeight - 10) {
      rects.push({ x: first.left, y: first.top, width: first.width, height: first.height });
    }
  }
  return rects;
}

async function assert_ink(page, density, scheme) {
  await painted(page);
  const lines = await page.evaluate(lines_in_view);
  assert.ok(lines.length > 0, 'no line of a paragraph in view');
  const image = decode_png(await page.screenshot());
  // Below the bar that shows how much is read.
  const paper = pixel(image, 2, 8 * density);
  assert.equal(paper[0] > 128, scheme === 'light', `the paper is ${paper}`);
  for (const line of lines) {
    const box = { x: line.x - 4, y: line.y, width: line.width + 8, height: line.height };
    const scaled = Object.fromEntries(Object.entries(box).map(([key, value]) => [key, value * density]));
    const found = ink(image, paper, scaled);
    assert.ok(found, `no ink in ${JSON.stringify(line)}`);
    // Side bearings and punctuation keep ink a little away from the line's ends.
    const slack = 5 * density;
    assert.ok(Math.abs(found.left - line.x * density) <= slack, `ink begins at ${found.left}, ${JSON.stringify(line)}`);
    assert.ok(
      Math.abs(found.right - (line.x + line.width) * density) <= slack,
      `ink ends at ${found.right}, ${JSON.stringify(line)}`,
    );
  }
}

for (const scheme of ['light', 'dark']) {
  for (const density of [1, 2, 1.25]) {
    test(`text is painted: ${scheme}, density ${density}`, async (t) => {
      const page = await open_article(site, t, { colorScheme: scheme, deviceScaleFactor: density });
      await assert_ink(page, density, scheme);
      no_problems(page);
    });
  }
}

test('text is painted wherever the reader scrolls to', async (t) => {
  const page = await open_article(site, t, { viewport: { width: 600, height: 500 } });
  const most = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  const third = '.prose > :nth-child(3 of p:not(.anchor))';
  await page.locator(third).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await assert_ink(page, 1, 'light');
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), most);
  await painted(page);
  const canvas = await page.locator('canvas').evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top, bottom, view: innerHeight };
  });
  assert.ok(canvas.top <= 0 && canvas.bottom >= canvas.view - 1, JSON.stringify(canvas));
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight), most);
  no_problems(page);
});

test('a change of scheme repaints the page', async (t) => {
  const page = await open_article(site, t, { colorScheme: 'light' });
  await assert_ink(page, 1, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await assert_ink(page, 1, 'dark');
});

test('a hovered link looks different', async (t) => {
  const page = await open_article(site, t);
  const link = page.locator('.site-menu a[href]:not([aria-current])').first();
  const clip = await link.boundingBox();
  const before = decode_png(await page.screenshot({ clip }));
  await link.hover();
  await painted(page);
  await page.waitForFunction(() => document.querySelector('blatt-blog').surface.frame === 0);
  const after = decode_png(await page.screenshot({ clip }));
  assert.ok(!before.bytes.equals(after.bytes));
});

test('code that is too wide scrolls inside its box, and the paint goes with it', async (t) => {
  const page = await site.open(t, '/', { viewport: { width: 360, height: 700 } });
  const box = page.locator('pre').filter({ has: page.locator('code') });
  const wide = await find_wide_code(page);
  assert.ok(wide, 'no code of the sample blog is wider than 360 px');
  await box.nth(wide.index).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await painted(page);
  const clip = await box.nth(wide.index).boundingBox();
  const before = await page.screenshot({ clip });
  await box.nth(wide.index).evaluate((element) => (element.scrollLeft = 60));
  await page.waitForFunction((index) => document.querySelectorAll('pre')[index].scrollLeft > 0, wide.index);
  await painted(page);
  const after = await page.screenshot({ clip });
  assert.ok(!decode_png(before).bytes.equals(decode_png(after).bytes));
  no_problems(page);
});

/** Goes through the posts of the list until one has code wider than its box. */
async function find_wide_code(page) {
  const paths = await page.evaluate(async () => {
    const paths = [];
    for (let number = 1, pages = 1; number <= pages; ++number) {
      const list = await (await fetch(number === 1 ? '/index.json' : `/page/${number}/index.json`)).json();
      pages = list.page_count ?? 1;
      paths.push(...list.teasers.map(({ url }) => url));
    }
    return paths;
  });
  for (const path of paths) {
    await page.goto(site.url + path);
    await is_live(page);
    const index = await page.evaluate(() =>
      [...document.querySelectorAll('pre')].findIndex((element) => element.scrollWidth > element.clientWidth + 80),
    );
    if (index >= 0) return { path, index };
  }
  return undefined;
}
