// The Theme Unit Test as a blog: in every post and page nothing lies on anything else and nothing is
// wider than its column, in the live page and in the static one.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { is_live, use_site } from './harness/browser.mjs';
import { content_of } from './harness/sites.mjs';

const content = content_of('theme-unit-test');

/** What lies on something else or leaves its column. Runs in the page. */
function collisions() {
  const problems = [];
  const prose = document.querySelector('.prose');
  if (!prose) return ['no article'];
  const column = prose.getBoundingClientRect();
  const shown = (element) =>
    !element.closest('details:not([open]) > :not(summary)') && !element.closest('.code-actions');
  const scrolls = (element) => element.closest('pre, table');
  const boxes = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement) || scrolls(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      if (right - left > 1) boxes.push({ left, top: top + 3, right, bottom: bottom - 3, what: node.data.trim().slice(0, 30), leaf: node.parentElement.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, figcaption, dt, dd, summary, span.align-center, div, figure') });
    }
  }
  for (const image of prose.querySelectorAll('img')) {
    if (!shown(image) || scrolls(image)) continue;
    const { left, top, right, bottom } = image.getBoundingClientRect();
    if (right - left > 1) boxes.push({ left, top, right, bottom, what: image.src, leaf: image });
  }
  for (const box of boxes) {
    if (box.left < column.left - 45 || box.right > column.right + 1.5) problems.push(`outside: ${box.what}`);
  }
  boxes.sort((a, b) => a.top - b.top);
  for (const [index, a] of boxes.entries()) {
    for (let i = index + 1; i < boxes.length && boxes[i].top < a.bottom; ++i) {
      const b = boxes[i];
      if (a.leaf === b.leaf) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1) problems.push(`overlap: ${a.what} | ${b.what}`);
    }
  }
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) problems.push(`the page is ${page.scrollWidth} px wide`);
  return problems;
}

describe('theme unit test', { skip: content ? false : 'no test data: wordpress' }, () => {
  if (!content) return;
  const site = use_site('theme-unit-test');

  const paths = readdirSync(join(content, 'content'), { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(content, 'content', name), 'utf8'))
    .filter((text) => !/^draft: true$/m.test(text))
    // What is dated in the future is not published.
    .filter((text) => !(text.match(/^date: (\S+)$/m)?.[1] > new Date().toISOString()))
    .map((text) => text.match(/^url: "([^"]+)"$/m)?.[1])
    .filter(Boolean);

  for (const width of [320, 768, 1440]) {
    test(`nothing overlaps at ${width} px`, async (t) => {
      const page = await site.open(t, '/', { viewport: { width, height: 900 } });
      const static_page = await site.open(t, '/', { viewport: { width, height: 900 }, javaScriptEnabled: false, live: false });
      assert.ok(paths.length >= 60, `${paths.length} pages`);
      const problems = [];
      const elsewhere = [];
      for (const each of [page, static_page]) {
        each.on('request', (request) => {
          if (!request.url().startsWith(site.url)) elsewhere.push(request.url());
        });
      }
      for (const path of paths) {
        await page.goto(site.url + path);
        await is_live(page);
        problems.push(...(await page.evaluate(collisions)).map((problem) => `${path} live ${problem}`));
        await static_page.goto(site.url + path);
        problems.push(...(await static_page.evaluate(collisions)).map((problem) => `${path} static ${problem}`));
      }
      assert.deepEqual(problems.slice(0, 30), [], `${problems.length} problems on ${paths.length} pages`);
      assert.deepEqual(elsewhere, []);
    });
  }
});
