// The run atlas under pressure: a long article at a high density needs more pages than the budget has,
// so pages are emptied and drawn again while the reader scrolls.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { path_of, write_long_site } from '../bench/harness/site.mjs';
import { content_of, serve } from './harness/sites.mjs';
import { is_live, launch, no_problems, painted, settled, use_site } from './harness/browser.mjs';
import { decode_png } from './harness/pixels.mjs';

const name = 'codefor.de';
const content = content_of(name);
const step = 1000;
const evictions_wanted = 4;

test('text is whole after pages were emptied', { skip: content ? false : `no test data: blogs/${name}` }, async (t) => {
  const page = await site.open(t, '/', { viewport: { width: 800, height: 500 }, deviceScaleFactor: 3 });
  await page.goto(`${site.url}${await longest_article(page)}`);
  await is_live(page);
  await painted(page);
  const before = decode_png(await page.screenshot());
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const evictions = async () => {
    const text = await page.locator('blatt-blog').evaluate((blog) => blog.dump('atlas'));
    return Number(text.match(/evictions (\d+)/)[1]);
  };
  for (let y = 0; y < height && (await evictions()) < evictions_wanted; y += step) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await painted(page);
  }
  assert.ok((await evictions()) >= evictions_wanted, 'the article did not fill the atlas');
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await painted(page);
  assert.ok(decode_png(await page.screenshot()).bytes.equals(before.bytes), 'the first view looks different');
  no_problems(page);
});

const site = content ? use_site(name) : undefined;

async function longest_article(page) {
  return page.evaluate(async () => {
    const { teasers } = await (await fetch('/index.json')).json();
    return teasers.sort((a, b) => b.reading_minutes - a.reading_minutes)[0].url;
  });
}

const budget = 32 * 1024 * 1024;

for (const words of [10_000, 100_000]) {
  test(`an article of ${words} words, read to its end at 2 px per CSS px, keeps the budget`, async (t) => {
    const server = await serve(write_long_site(`long-${words}`, [words]));
    t.after(() => server.stop());
    const browser = await launch(['--force-device-scale-factor=2', '--window-size=1280,800']);
    t.after(() => browser.close());
    const page = await (await browser.newContext({ viewport: null })).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.url + path_of(words));
    await is_live(page);
    // Frames one after another, without waiting for the screen.
    const most = await page.evaluate(() => {
      const blog = document.querySelector('blatt-blog');
      const seen = { bytes: 0, frames: 0, empty: 0 };
      const height = document.documentElement.scrollHeight;
      for (let top = 0; top < height; top += 1.5 * innerHeight) {
        scrollTo({ top, behavior: 'instant' });
        blog.surface.draw(performance.now());
        const bytes = Number(blog.dump('atlas').match(/bytes (\d+)/)[1]);
        seen.bytes = Math.max(seen.bytes, bytes);
        seen.empty += bytes === 0 ? 1 : 0;
        ++seen.frames;
      }
      return seen;
    });
    assert.ok(most.frames > words / 500, `only ${most.frames} frames`);
    assert.equal(most.empty, 0);
    assert.ok(most.bytes <= budget, `${most.bytes} bytes of textures`);
  });
}

test('the next screen is prepared when there is time', async (t) => {
  const server = await serve(write_long_site('long-3000', [3000]));
  t.after(() => server.stop());
  const browser = await launch();
  t.after(() => browser.close());
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
  await page.goto(server.url + path_of(3000));
  await is_live(page);
  await settled(page);
  const rastered = await page.evaluate(() => {
    const { surface, fonts } = document.querySelector('blatt-blog');
    const original = fonts.raster;
    let calls = 0;
    fonts.raster = (...words) => {
      ++calls;
      original.apply(fonts, words);
    };
    const before = surface.top;
    scrollTo({ top: 0.85 * innerHeight, behavior: 'instant' });
    surface.draw(performance.now());
    const near = calls;
    scrollTo({ top: 6 * innerHeight, behavior: 'instant' });
    surface.draw(performance.now());
    return { moved: surface.top !== before, near, far: calls - near };
  });
  assert.ok(rastered.moved);
  assert.equal(rastered.near, 0, 'scrolling on had to draw text');
  assert.ok(rastered.far > 0, 'the counter sees text that is drawn');
});
