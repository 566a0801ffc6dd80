// Highlighted code: the canvas paints the colours that the static page has, the text stays what the
// author wrote.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { no_problems, painted, use_site } from './harness/browser.mjs';
import { decode_png, pixel } from './harness/pixels.mjs';

const site = use_site('sample');
const post = '/2024/02/die-wurzel-aus-zwei/';
const classes = ['kw', 'str', 'num', 'com', 'fun', 'type', 'attr', 'meta', 'add', 'rem'];

/** The first piece of each class, or code without one. */
const piece = (page, name) => page.locator(`pre .${name}`).first();

const rgb = (css) => css.match(/\d+/g).slice(0, 3).map(Number);

/** How near a picture comes to a colour. */
function nearest(image, color) {
  let best = 255;
  for (let y = 0; y < image.height; ++y) {
    for (let x = 0; x < image.width; ++x) {
      best = Math.min(best, Math.max(...pixel(image, x, y).map((value, i) => Math.abs(value - color[i]))));
    }
  }
  return best;
}

async function static_colors(test, colorScheme) {
  const page = await site.open(test, post, { live: false, javaScriptEnabled: false, colorScheme });
  const colors = {};
  for (const name of classes) {
    colors[name] = rgb(await piece(page, name).evaluate((element) => getComputedStyle(element).color));
  }
  colors.plain = rgb(await page.locator('pre code').first().evaluate((element) => getComputedStyle(element).color));
  return colors;
}

for (const colorScheme of ['light', 'dark']) {
  test(`code has the colours of the static page: ${colorScheme}`, async (t) => {
    const colors = await static_colors(t, colorScheme);
    assert.equal(new Set(Object.values(colors).map(String)).size, classes.length + 1);
    const page = await site.open(t, post, { colorScheme, deviceScaleFactor: 3 });
    for (const name of classes) {
      await piece(page, name).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await painted(page);
      const clip = await piece(page, name).evaluate((element) => {
        const { left: x, top: y, width, height } = element.getClientRects()[0];
        return { x, y, width, height };
      });
      const image = decode_png(await page.screenshot({ clip }));
      assert.ok(nearest(image, colors[name]) <= 8, `.${name} is painted ${nearest(image, colors[name])} off`);
      // Two strokes may cross in a pixel; another colour is further away.
      assert.ok(nearest(image, colors.plain) > 8, `.${name} is painted as plain code`);
    }
    no_problems(page);
  });
}

test('highlighted code is copied as it was written', async (t) => {
  const page = await site.open(t, post);
  const selected = await page.locator('pre').first().evaluate((element) => {
    getSelection().selectAllChildren(element);
    return getSelection().toString();
  });
  assert.match(selected, /^from dataclasses import dataclass\n\n@dataclass\(frozen=True\)\nclass Bogen:\n {4}"""/);
  no_problems(page);
});

test('taking over moves no code', async (t) => {
  const boxes = (page) =>
    page.locator('pre').evaluateAll((list) =>
      list.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map(Math.round);
      }),
    );
  const fixed = await site.open(t, post, { live: false, javaScriptEnabled: false });
  const live = await site.open(t, post);
  assert.deepEqual(await boxes(live), await boxes(fixed));
});
