// What a reader does with text: select, search, print, and read without the canvas.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, open_article, use_site } from './harness/browser.mjs';

const site = use_site('sample');

const paragraph = 'article .prose > p';

test('text is selected by dragging over its painted lines', async (t) => {
  const page = await open_article(site, t);
  const rects = await page.locator(paragraph).first().evaluate((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
  });
  const first = rects[0];
  const last = rects[rects.length - 1];
  await page.mouse.move(first.left + 1, (first.top + first.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, (last.top + last.bottom) / 2, { steps: 5 });
  await page.mouse.up();
  const [selected, text] = await page.evaluate(
    (selector) => [getSelection().toString(), document.querySelector(selector).textContent],
    paragraph,
  );
  const plain = (value) => value.replace(/\s+/g, ' ').trim();
  assert.equal(plain(selected), plain(text));
});

test('the browser finds text far below the view', async (t) => {
  const page = await open_article(site, t);
  const words = await page.locator(paragraph).last().evaluate((element) =>
    element.firstChild.textContent.trim().split(/\s+/).slice(0, 3).join(' '),
  );
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  assert.ok(await page.evaluate((wanted) => window.find(wanted), words), `did not find "${words}"`);
  assert.ok(await page.evaluate(() => scrollY > 0), 'the view did not go there');
});

test('on screen the canvas shows the text, on paper the document does', async (t) => {
  const page = await open_article(site, t);
  const look = () =>
    page.locator(paragraph).first().evaluate((element) => ({
      color: getComputedStyle(element).color,
      position: getComputedStyle(element).position,
      canvas: getComputedStyle(document.querySelector('blatt-blog > canvas')).display,
    }));
  assert.deepEqual(await look(), { color: 'rgba(0, 0, 0, 0)', position: 'absolute', canvas: 'block' });
  await page.emulateMedia({ media: 'print' });
  const printed = await look();
  assert.equal(printed.position, 'static');
  assert.equal(printed.canvas, 'none');
  assert.notEqual(printed.color, 'rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  assert.equal((await look()).position, 'static');
  assert.equal((await look()).canvas, 'none');
  no_problems(page);
});

const hindrances = {
  'WebGL2 is missing': () => delete window.WebGL2RenderingContext,
  'no WebGL2 context can be had': () => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === 'webgl2' ? null : get.call(this, kind, ...rest);
    };
  },
  'WebAssembly is blocked': () => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError('blocked'));
    WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile = refuse;
  },
};

for (const [name, script] of Object.entries(hindrances)) {
  test(`the static page stays where ${name}`, async (t) => {
    const page = await open_article(site, t, { script, live: false });
    // The failed start is over when its requests are and the element has settled.
    await page.waitForLoadState('networkidle');
    const state = await page.locator('blatt-blog').evaluate((blog) => ({
      state: blog.getAttribute('state'),
      canvases: blog.querySelectorAll('canvas').length,
      height: blog.style.height,
    }));
    assert.deepEqual(state, { state: null, canvases: 0, height: '' });
    const color = await page.locator(paragraph).first().evaluate((element) => getComputedStyle(element).color);
    assert.notEqual(color, 'rgba(0, 0, 0, 0)');
    await page.locator('a[href="/"]').first().click();
    await page.waitForURL(`${site.url}/`);
  });
}

test('a lost context shows the text, a restored one the canvas', async (t) => {
  const page = await open_article(site, t);
  const lose = await page.locator('blatt-blog > canvas').evaluateHandle((canvas) =>
    canvas.getContext('webgl2').getExtension('WEBGL_lose_context'),
  );
  await lose.evaluate((extension) => extension.loseContext());
  await page.locator('blatt-blog[state=lost]').waitFor({ state: 'attached' });
  const style = () =>
    page.locator(paragraph).first().evaluate((element) => {
      const { color, position } = getComputedStyle(element);
      return { color, position };
    });
  assert.notEqual((await style()).color, 'rgba(0, 0, 0, 0)');
  assert.equal((await style()).position, 'static');
  await lose.evaluate((extension) => extension.restoreContext());
  await is_live(page);
  assert.deepEqual(await style(), { color: 'rgba(0, 0, 0, 0)', position: 'absolute' });
  no_problems(page);
});

test('when the module dies the static page comes back', async (t) => {
  const page = await open_article(site, t);
  await page.locator('blatt-blog').evaluate((blog) => {
    // An operation that no patch has: the same as a broken module for all that comes after.
    blog.core.call(() => blog.semantics.apply(new Uint8Array([0, 0, 0, 0, 99, 0, 0, 0, 0])));
  });
  await page.locator('blatt-blog:not([state])').waitFor({ state: 'attached' });
  assert.equal(await page.locator('canvas').count(), 0);
  assert.ok(await page.locator(paragraph).first().isVisible());
  await page.locator('a[href="/"]').first().click();
  await page.waitForURL(`${site.url}/`);
});
