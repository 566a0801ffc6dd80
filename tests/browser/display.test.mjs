// What a reader chooses about how pages look: it holds at once, on every page, after a reload, and from
// the first paint on; the painted page and the document's text stay one on top of the other.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, open_article, painted, use_site } from './harness/browser.mjs';
import { decode_png, pixel } from './harness/pixels.mjs';

const site = use_site('sample');
const article = '/2026/01/hausregeln/';

const open_display = async (page) => {
  await page.locator('.site-actions button').first().click();
  await page.locator('dialog[open]').waitFor();
};
const choose = (page, word) => page.locator(`dialog button[value="${word}"]`).click();
const words = (page) => page.evaluate(() => document.documentElement.dataset.blatt);
const paper = async (page) => {
  await painted(page);
  return pixel(decode_png(await page.screenshot()), 2, 300);
};
const css_paper = (page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
const prose = (page) =>
  page.locator('.prose > p').first().evaluate((element) => {
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(element);
    return { size: parseFloat(fontSize), line: parseFloat(lineHeight), family: fontFamily, width: element.clientWidth };
  });

test('a scheme that the reader chose is painted at once, kept, and there before the first paint', async (t) => {
  const page = await site.open(t, article, { colorScheme: 'light' });
  const light = await css_paper(page);
  assert.deepEqual(await paper(page), light);
  await open_display(page);
  await choose(page, 'scheme-sepia');
  assert.equal(await page.locator('dialog button[value="scheme-sepia"]').getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('dialog button[value="scheme-auto"]').getAttribute('aria-pressed'), 'false');
  await page.locator('dialog .dialog-actions button').last().click();
  assert.equal(await page.locator('dialog').count(), 0);
  const sepia = await css_paper(page);
  assert.notDeepEqual(sepia, light);
  assert.deepEqual(await paper(page), sepia);

  // In another page, without the module that takes over: what the static page comes up with.
  const next = await page.context().newPage();
  await next.route('**/blatt-blog.js', (route) => route.abort());
  await next.goto(site.url + '/');
  assert.equal(await next.locator('blatt-blog[state]').count(), 0);
  assert.deepEqual(await css_paper(next), sepia);
  assert.deepEqual(await paper(next), sepia);
  no_problems(page);
});

test('the choice is in the html element when the style sheet arrives', async (t) => {
  const page = await site.open(t, article);
  await page.evaluate(() => localStorage.setItem('blatt', 'scheme-dark'));
  // The sheet is held back: nothing can be shown before it, and the script has run already.
  let seen;
  await page.route('**/blatt.css', async (route) => {
    seen = await page.evaluate(() => document.documentElement.dataset.blatt);
    await route.continue();
  });
  await page.route('**/blatt-blog.js', (route) => route.abort());
  await page.goto(site.url + '/', { waitUntil: 'domcontentloaded' });
  await page.locator('h1').waitFor();
  assert.equal(seen, 'scheme-dark');
});

test('size, typeface, width and leading hold in both faces, on every page, after a reload', async (t) => {
  const page = await site.open(t, article);
  const usual = await prose(page);
  await open_display(page);
  for (const word of ['size-largest', 'typeface-sans', 'measure-narrow', 'leading-loose']) await choose(page, word);
  assert.equal(await words(page), 'size-largest typeface-sans measure-narrow leading-loose');
  const chosen = await prose(page);
  assert.deepEqual([chosen.size, chosen.line], [usual.size + 6, usual.line + 12]);
  assert.notEqual(chosen.family, usual.family);
  assert.ok(chosen.width < usual.width);
  await page.keyboard.press('Escape');

  await page.locator('.site-title a').click();
  await page.locator('.teasers').waitFor();
  await page.goBack();
  await page.locator('.prose').waitFor();
  assert.deepEqual(await prose(page), chosen);

  await page.reload();
  assert.deepEqual(await prose(page), chosen);
  await is_live(page);
  assert.deepEqual(await prose(page), chosen);
  no_problems(page);
});

test('everything is as usual again after a reset', async (t) => {
  const page = await site.open(t, article);
  const usual = await prose(page);
  await open_display(page);
  await choose(page, 'size-small');
  assert.equal((await prose(page)).size, usual.size - 2);
  await page.locator('dialog .dialog-actions button').first().click();
  assert.deepEqual(await prose(page), usual);
  assert.equal(await page.evaluate(() => localStorage.getItem('blatt')), null);
  no_problems(page);
});

test('a choice in one tab holds in the others', async (t) => {
  const page = await site.open(t, article);
  const other = await page.context().newPage();
  await other.goto(site.url + article);
  await is_live(other);
  await open_display(page);
  await choose(page, 'scheme-dark');
  await choose(page, 'size-larger');
  await other.waitForFunction(() => document.documentElement.dataset.blatt === 'scheme-dark size-larger');
  assert.deepEqual(await prose(other), await prose(page));
  await other.bringToFront();
  assert.deepEqual(await paper(other), await css_paper(other));
});

test('where storage is refused the choice holds while the page is open', async (t) => {
  const refuse = () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  };
  const page = await site.open(t, article, { script: refuse });
  await open_display(page);
  await choose(page, 'scheme-dark');
  await page.keyboard.press('Escape');
  assert.deepEqual(await paper(page), await css_paper(page));
  no_problems(page);
});

test('what the system asks for counts where nothing was chosen', async (t) => {
  const page = await site.open(t, article, { colorScheme: 'dark', contrast: 'more' });
  assert.deepEqual(await paper(page), [0, 0, 0]);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  assert.deepEqual(await css_paper(page), [255, 255, 255]);
  assert.deepEqual(await paper(page), [255, 255, 255]);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  assert.deepEqual(await paper(page), await css_paper(page));
});

test('custom properties of the page reach the painted pixels', async (t) => {
  const colors = ':root{--blatt-paper:hsl(220 60% 20%);--blatt-ink:white;--blatt-accent:rgb(255 0 255);--blatt-serif:monospace}';
  const prepare = (page) =>
    page.route('**/blatt.css', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()) + colors });
    });
  const page = await open_article(site, t, { prepare });
  const expected = [20, 41, 82];
  assert.deepEqual(await css_paper(page), expected);
  assert.deepEqual(await paper(page), expected);
  // What is mixed from the accent follows it.
  const strong = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--blatt-accent-strong'));
  assert.match(strong, /color-mix/);
  const dump = await page.locator('blatt-blog').evaluate((blog) => blog.dump('paint'));
  assert.match(dump, /#ff00ff/i);
  const widths = await page.evaluate(() => {
    const { fonts } = document.querySelector('blatt-blog').fonts;
    return [...fonts.values()].filter((font) => font.includes('monospace')).length;
  });
  assert.ok(widths > 0);
  no_problems(page);
});

test('on paper there is the text alone, black on white, whatever the reader chose', async (t) => {
  const page = await site.open(t, article, { colorScheme: 'dark' });
  const paragraphs = await page.locator('.prose > p').evaluateAll((all) => all.map((p) => p.textContent));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const shown = (selector) =>
    page.evaluate((query) => [...document.querySelectorAll(query)].filter((e) => e.checkVisibility()).length, selector);
  assert.ok((await shown('.prose > p')) > 3);
  assert.equal(await shown('canvas, nav, aside, button, footer, .skip-link'), 0);
  const { color, background, overlap } = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('.prose > *')].map((e) => e.getBoundingClientRect());
    return {
      color: getComputedStyle(document.querySelector('.prose > p')).color,
      background: getComputedStyle(document.body).backgroundColor,
      overlap: elements.findIndex((rect, i) => i > 0 && rect.height > 0 && rect.top < elements[i - 1].bottom - 1),
    };
  });
  assert.deepEqual([color, background, overlap], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', -1]);
  const address = await page.evaluate(() => {
    const link = document.querySelector('.prose a[href^=http]');
    return [link.getAttribute('href'), getComputedStyle(link, '::after').content];
  });
  assert.ok(address[1].includes(address[0].slice(0, 12)));
  const bare = (text) => text.replace(/[\s\u00AD\u200B]/g, '');
  const text = bare(await page.locator('.prose').innerText());
  for (const paragraph of paragraphs) assert.ok(text.includes(bare(paragraph)), paragraph);
  const pdf = await page.pdf({ format: 'A4' });
  // A canvas or a picture of the page would be an image; the article has one of its own.
  assert.ok(pdf.length > 10_000);
  no_problems(page);
});

test('nothing moves where the reader wants no motion', async (t) => {
  for (const [reducedMotion, moves] of [['reduce', false], ['no-preference', true]]) {
    const page = await site.open(t, '/', { reducedMotion });
    await page.evaluate(() => {
      window.animated = 0;
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...how) {
        ++window.animated;
        return animate.apply(this, how);
      };
    });
    await page.locator('.teaser-title a[href]').first().click();
    await page.locator('.prose').waitFor();
    assert.equal((await page.evaluate(() => window.animated)) > 0, moves);
    await open_display(page);
    const names = await page.locator('dialog').evaluate((dialog) => getComputedStyle(dialog).animationName);
    assert.equal(names !== 'none', moves);
  }
});
