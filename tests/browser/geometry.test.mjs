// The document's text lies on the painted text: each line of the layout has the same words in the DOM
// at the same place, within a CSS pixel.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, use_site } from './harness/browser.mjs';

const site = use_site('sample');
const tolerance = 1;

// The text form puts a bar between words, so a bar in the text itself cannot be told from it.
const bare = (text) => text.replace(/[|\s]/g, '');

/** The lines of the layout's text form: rows of `| x,y widthxheight "word|word"`. */
function painted_lines(dump) {
  const row = /^ *\| (-?[\d.]+),(-?[\d.]+) ([\d.]+)x([\d.]+) "(.*)"-?$/gm;
  const lines = [...dump.matchAll(row)].map(([, x, y, width, height, words]) => ({
    x: +x, y: +y, width: +width, height: +height, text: bare(words), indented: /^\s/.test(words),
  }));
  return lines.filter(({ text }) => text);
}

/** Every word of the DOM with its rectangle, page coordinates. Runs in the page. */
function words_of(blog) {
  const words = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(blog, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('details:not([open]) > :not(summary)')) continue;
    for (const match of node.data.matchAll(/\S+/g)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      // A word of two directions has several rectangles; its text counts once.
      let text = match[0];
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const above = node.parentElement.closest('.code-actions') !== null;
        words.push({ left, right, middle: (top + bottom) / 2 + scrollY, text, above });
        text = '';
      }
    }
  }
  return words;
}

const sorted = (text) => [...text].sort().join('');

function differences(lines, words) {
  const problems = [];
  for (const line of lines) {
    const here = words.filter(
      ({ left, right, middle }) =>
        middle > line.y && middle < line.y + line.height &&
        left > line.x - line.height && right < line.x + line.width + line.height && right > left,
    );
    // A button may lie over the end of a line of code.
    const layers = [true, false].map((above) => here.filter((word) => word.above === above));
    const inside = layers.find((layer) => sorted(bare(layer.map(({ text }) => text).join(''))) === sorted(line.text)) ?? here;
    const left = Math.min(...inside.map((word) => word.left));
    const right = Math.max(...inside.map((word) => word.right));
    // The spaces that indent code belong to the line and to no word.
    const shift = Math.max(line.indented ? 0 : Math.abs(left - line.x), Math.abs(right - line.x - line.width));
    const text = bare(inside.map((word) => word.text).join(''));
    // In visual order right-to-left words stand in another order than in the document.
    if (sorted(text) !== sorted(line.text) || !(shift <= tolerance)) {
      problems.push(`${line.x},${line.y} "${line.text}": DOM has "${text}" ${shift.toFixed(2)} px off`);
    }
  }
  return problems;
}

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
      const dump = await page.locator('blatt-blog').evaluate((blog) => blog.dump('layout'));
      const lines = painted_lines(dump);
      const words = await page.locator('blatt-blog').evaluate(words_of);
      lines_seen += lines.length;
      problems.push(...differences(lines, words).map((problem) => `${path}: ${problem}`));
    }
    assert.ok(lines_seen > 300, `only ${lines_seen} lines`);
    assert.deepEqual(problems.slice(0, 30), [], `${problems.length} of ${lines_seen} lines differ`);
    no_problems(page);
  });
}
