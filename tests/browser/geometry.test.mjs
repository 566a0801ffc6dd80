// The document's text lies on the painted text: each line of the layout has the same words in the DOM
// at the same place, within a CSS pixel.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, use_site } from './harness/browser.mjs';
import { compare_lines } from './harness/geometry.mjs';

const site = use_site('sample');
const tolerance = 1;

const views = [
  { width: 360, preferences: '' },
  { width: 768, preferences: '' },
  { width: 1440, preferences: '' },
  { width: 360, preferences: 'size-larger typeface-sans leading-tight' },
  { width: 1440, preferences: 'size-largest typeface-legible measure-wide leading-loose' },
];

for (const { width, preferences } of views) {
  test(`lines of the DOM are the painted ones at ${width} px ${preferences}`, async (t) => {
    const script = `localStorage.setItem('blatt', '${preferences}')`;
    const page = await site.open(t, '/', { viewport: { width, height: 900 }, script });
    const paths = await page.evaluate(async () => {
      const list = await (await fetch('/index.json')).json();
      return ['/', ...list.teasers.map(({ url }) => url)];
    });
    let lines_seen = 0;
    const problems = [];
    for (const path of paths) {
      await page.goto(site.url + path);
      await is_live(page);
      const compared = await page.locator('blatt-blog').evaluate(compare_lines, tolerance);
      lines_seen += compared.lines;
      problems.push(...compared.problems.map((problem) => `${path}: ${problem}`));
    }
    assert.ok(lines_seen > 300, `only ${lines_seen} lines`);
    assert.deepEqual(problems.slice(0, 30), [], `${problems.length} of ${lines_seen} lines differ`);
    no_problems(page);
  });
}
