// The run atlas under pressure: a long article at a high density needs more pages than the budget has,
// so pages are emptied and drawn again while the reader scrolls.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { content_of } from './harness/sites.mjs';
import { is_live, no_problems, painted, use_site } from './harness/browser.mjs';
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
