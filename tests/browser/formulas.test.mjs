// Formulas: real MathML, visible, where the layout says; the text around them lies as painted.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { no_problems, painted, use_site } from './harness/browser.mjs';
import { decode_png, ink, pixel } from './harness/pixels.mjs';

const site = use_site('sample');
const post = '/2024/02/die-wurzel-aus-zwei/';
const tolerance = 1;

/** The places of formulas in the layout's text form. */
const laid_out = (dump) =>
  [...dump.matchAll(/^formula (-?[\d.]+),(-?[\d.]+) ([\d.]+)x([\d.]+)$/gm)].map((row) => row.slice(1).map(Number));

/** Rectangles of elements, page coordinates of the blog. Runs in the page. */
function places(selector) {
  const blog = document.querySelector('blatt-blog').getBoundingClientRect();
  return [...document.querySelectorAll(selector)].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left - blog.left, top - blog.top, width, height];
  });
}

const far = (a, b) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

for (const width of [360, 768, 1440]) {
  test(`formulas stand where the layout says at ${width} px`, async (t) => {
    const page = await site.open(t, post, { viewport: { width, height: 900 } });
    const wanted = laid_out(await page.locator('blatt-blog').evaluate((blog) => blog.dump('layout')));
    const shown = await page.evaluate(places, 'math');
    assert.ok(wanted.length >= 10, `${wanted.length} formulas`);
    assert.equal(shown.length, wanted.length);
    for (const [i, place] of wanted.entries()) {
      assert.ok(far(place, shown[i]) <= tolerance, `formula ${i}: laid out at ${place}, shown at ${shown[i]}`);
    }
    no_problems(page);
  });

  test(`taking over moves no formula at ${width} px`, async (t) => {
    const options = { viewport: { width, height: 900 } };
    const fixed = await site.open(t, post, { ...options, live: false, javaScriptEnabled: false });
    const live = await site.open(t, post, options);
    const before = await fixed.evaluate(places, 'math, .prose > *');
    const after = await live.evaluate(places, 'math, .prose > *');
    assert.equal(after.length, before.length);
    for (const [i, place] of before.entries()) {
      assert.ok(far(place.slice(0, 2), after[i].slice(0, 2)) <= tolerance, `${i}: from ${place} to ${after[i]}`);
    }
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`formulas are real MathML in the colour of the text: ${colorScheme}`, async (t) => {
    const page = await site.open(t, post, { colorScheme, deviceScaleFactor: 2 });
    const math = page.locator('.formula math').first();
    assert.equal(await math.evaluate((element) => element.namespaceURI), 'http://www.w3.org/1998/Math/MathML');
    assert.equal(await math.locator('mfrac').first().evaluate((element) => element.children.length), 2);
    await math.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await painted(page);
    const [color, paper] = await page.evaluate(() =>
      ['--blatt-ink', '--blatt-paper'].map((name) =>
        getComputedStyle(document.documentElement).getPropertyValue(name).match(/\w\w/g).map((hex) => parseInt(hex, 16)),
      ),
    );
    const image = decode_png(await page.screenshot({ clip: await math.boundingBox() }));
    assert.deepEqual(pixel(image, 0, 0), paper);
    assert.ok(ink(image, paper, { x: 0, y: 0, width: image.width, height: image.height }), 'no ink');
    let nearest = 255;
    for (let y = 0; y < image.height; ++y) {
      for (let x = 0; x < image.width; ++x) nearest = Math.min(nearest, far(pixel(image, x, y), color));
    }
    assert.ok(nearest <= 8, `the nearest colour is ${nearest} off the text's`);
    no_problems(page);
  });
}

test('a formula wider than the page scrolls in its own box', async (t) => {
  const page = await site.open(t, post, { viewport: { width: 240, height: 700 } });
  const wide = await page.locator('.formula').evaluateAll((list) =>
    list.map((element) => [element.scrollWidth, element.clientWidth]).filter(([content, box]) => content > box),
  );
  assert.ok(wide.length > 0, 'no formula is wider than 240 px');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 240);
});
