// What crosses the wire before a first article is whole: at most 250 KB, 20 KB of it before text can
// be read, compressed as a static host would. The article is the one of median length: its words are
// the author's, all else is ours.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { brotliCompressSync, constants } from 'node:zlib';
import { content_of } from './harness/sites.mjs';
import { is_live, use_site } from './harness/browser.mjs';

const limits = { all: 250_000, readable: 20_000 };
const blog = content_of('codefor.de') ? 'codefor.de' : 'sample';
const site = use_site(blog);

// Pictures and fonts of the content are its author's, and compressed already.
const counted = ['document', 'stylesheet', 'script', 'fetch', 'xhr', 'other'];

const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Runs in the page. */
async function median_article() {
  const sizes = [];
  for (let number = 1, pages = 1; number <= pages; ++number) {
    const list = await (await fetch(number === 1 ? '/index.json' : `/page/${number}/index.json`)).json();
    pages = list.page_count ?? 1;
    for (const { url } of list.teasers) {
      sizes.push({ url, size: (await (await fetch(`${url}index.json`)).arrayBuffer()).byteLength });
    }
  }
  return sizes.sort((a, b) => a.size - b.size)[sizes.length >> 1].url;
}

test(`a first article of ${blog} is within the budget`, async (t) => {
  const page = await site.open(t, '/');
  const path = await page.evaluate(median_article);
  const fresh = await page.context().browser().newContext({ viewport: { width: 1280, height: 800 } });
  t.after(() => fresh.close());
  const reader = await fresh.newPage();
  const responses = [];
  reader.on('response', (response) => responses.push(response));
  await reader.goto(site.url + path);
  await is_live(reader);
  await reader.waitForLoadState('networkidle');

  const rows = [];
  for (const response of responses) {
    const kind = response.request().resourceType();
    if (!counted.includes(kind) || /\.(svg|png|ico)$/.test(new URL(response.url()).pathname)) continue;
    rows.push({ kind, url: new URL(response.url()).pathname, size: compressed(await response.body()) });
  }
  const sum = (kinds) => rows.filter(({ kind }) => kinds.includes(kind)).reduce((total, { size }) => total + size, 0);
  for (const { kind, url, size } of rows) t.diagnostic(`${String(size).padStart(7)}  ${kind}  ${url}`);
  t.diagnostic(`${sum(counted)} in all, ${sum(['document', 'stylesheet'])} before text can be read`);

  assert.ok(rows.some(({ url }) => url.endsWith('.wasm')), 'the module was not transferred');
  assert.ok(sum(counted) <= limits.all, `${sum(counted)} bytes in all`);
  assert.ok(sum(['document', 'stylesheet']) <= limits.readable, `${sum(['document', 'stylesheet'])} bytes`);
});
