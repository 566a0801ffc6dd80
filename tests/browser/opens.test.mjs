// The live layer takes over, and reading goes on as in any page: links, history, reload.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { is_live, no_problems, open_article, painted, teaser, use_site } from './harness/browser.mjs';

const site = use_site('sample');
const article = 'h1.article-title';

const open_first_article = async (page) => {
  const link = page.locator(teaser).first();
  const path = new URL(await link.evaluate((a) => a.href)).pathname;
  await link.click();
  await page.waitForURL((url) => url.pathname === path);
  await page.locator(article).waitFor({ state: 'attached' });
  return path;
};

test('the list becomes live without an error', async (t) => {
  const page = await site.open(t, '/');
  const canvas = page.locator('blatt-blog > canvas');
  assert.equal(await canvas.count(), 1);
  assert.equal(await canvas.getAttribute('aria-hidden'), 'true');
  assert.ok((await page.locator(teaser).count()) > 3);
  no_problems(page);
});

test('taking over keeps the text, the scroll position and the focus', async (t) => {
  const still = await open_article(site, t, { javaScriptEnabled: false, live: false });
  const path = still.url();
  const text = (page) => page.locator('blatt-blog').evaluate((blog) => blog.textContent.replace(/[\s\u00AD]+/g, ''));
  const static_text = await text(still);

  // The module is held back until the reader has scrolled and moved the focus.
  let release;
  const held = new Promise((done) => (release = done));
  const hold = (page) =>
    page.route('**/blatt.wasm', async (route) => {
      await held;
      await route.continue();
    });
  const page = await site.open(t, new URL(path).pathname, { live: false, prepare: hold });
  await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
  await page.locator('footer a[href]').first().evaluate((a) => a.focus({ preventScroll: true }));
  const focused = await page.evaluate(() => document.activeElement.href);
  const marker = 'article .prose > :nth-child(2)';
  const before = await page.locator(marker).evaluate((element) => element.getBoundingClientRect().top);
  release();
  await is_live(page);
  const after = await page.locator(marker).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(Math.abs(after - before) < 4, `the text moved from ${before} to ${after}`);
  assert.equal(await page.evaluate(() => document.activeElement.href), focused);
  assert.equal(await text(page), static_text);
  no_problems(page);
});

test('a teaser leads to its article, and back to the same place', async (t) => {
  const page = await site.open(t, '/');
  const list_title = await page.title();
  await page.evaluate(() => {
    window.same_document = true;
    scrollTo({ top: 240, behavior: 'instant' });
  });
  const chosen = page.locator(teaser).nth(2);
  const path = new URL(await chosen.evaluate((a) => a.href)).pathname;
  // A click by the pointer would first scroll the link into view.
  await chosen.evaluate((link) => link.click());
  await page.waitForURL((url) => url.pathname === path);
  await page.locator(article).waitFor({ state: 'attached' });
  const heading = await page.locator(article).innerText();
  assert.ok((await page.title()).includes(heading.trim()));
  assert.equal(await page.evaluate(() => scrollY), 0);

  await page.goBack();
  await page.locator(teaser).first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await page.evaluate(() => scrollY), 240);
  assert.equal(await page.evaluate(() => location.pathname), '/');
  assert.equal(await page.title(), list_title);

  await page.goForward();
  await page.locator(article).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => location.pathname), path);
  assert.ok(await page.evaluate(() => window.same_document), 'the document was loaded anew');
  no_problems(page);
});

test('an article opened inside the blog equals the same one opened by its address', async (t) => {
  const page = await site.open(t, '/');
  const path = await open_first_article(page);
  const dump = () => page.locator('blatt-blog').evaluate((blog) => blog.dump('semantics'));
  const inside = await dump();
  const title = await page.title();
  await page.reload();
  await is_live(page);
  assert.equal(await page.evaluate(() => location.pathname), path);
  assert.equal(await dump(), inside);
  assert.equal(await page.title(), title);
  no_problems(page);
});

test('an address with a fragment opens at its place, and a fragment link goes there', async (t) => {
  const page = await open_article(site, t);
  const fragments = await page.locator('.prose :is(h1,h2,h3)[id]').evaluateAll((list) => list.map(({ id }) => id));
  const id = fragments[fragments.length - 1];
  // From where the heading's own style wants it.
  const top = () =>
    page.evaluate((wanted) => {
      const heading = document.getElementById(wanted);
      return heading.getBoundingClientRect().top - parseFloat(getComputedStyle(heading).scrollMarginTop);
    }, id);
  const at_place = async () => {
    const bottom = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
    const y = await top();
    assert.ok(bottom ? y >= 0 && y < 800 : Math.abs(y) < 4, `the heading is at ${y}`);
  };
  await page.goto(`${page.url()}#${encodeURIComponent(id)}`);
  await at_place();
  await page.reload();
  await is_live(page);
  await at_place();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.evaluate((wanted) => {
    const link = document.createElement('a');
    link.href = `#${wanted}`;
    document.querySelector('blatt-blog').append(link);
    link.click();
    link.remove();
  }, id);
  await page.waitForFunction(() => scrollY > 0);
  await at_place();
  no_problems(page);
});

test('after a navigation by keyboard the focus starts at the top of the new page', async (t) => {
  const page = await site.open(t, '/');
  await page.locator(teaser).first().focus();
  await page.keyboard.press('Enter');
  await page.locator(article).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'blatt-blog');
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement === document.querySelector('blatt-blog a[href]'));
  assert.ok(first, 'the first link of the page is not next');
  no_problems(page);
});

test('a reload keeps the scroll position', async (t) => {
  const page = await site.open(t, '/');
  await page.evaluate(() => scrollTo({ top: 200, behavior: 'instant' }));
  await page.waitForFunction(() => history.state?.scroll_y === 200);
  await page.reload();
  await is_live(page);
  await page.waitForFunction(() => scrollY > 0);
  const y = await page.evaluate(() => scrollY);
  assert.ok(Math.abs(y - 200) <= 4, `came back at ${y}`);
  no_problems(page);
});

test('links with a modifier, to files and to other places stay the browser’s', async (t) => {
  const page = await site.open(t, '/');
  const kept = await page.evaluate((selector) => {
    const blog = document.querySelector('blatt-blog');
    const seen = {};
    // Bubbles after the blog's own listener, so it sees whether the blog took the click.
    document.addEventListener('click', (event) => {
      seen[event.target.dataset.name] = !event.defaultPrevented;
      event.preventDefault();
    });
    const click = (name, change, options = {}) => {
      const link = document.querySelector(selector).cloneNode(true);
      link.dataset.name = name;
      change(link);
      blog.append(link);
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...options }));
      link.remove();
    };
    click('plain', () => {});
    click('with control', () => {}, { ctrlKey: true });
    click('middle button', () => {}, { button: 1 });
    click('new tab', (link) => (link.target = '_blank'));
    click('download', (link) => (link.download = ''));
    click('picture', (link) => (link.href = '/images/a.png'));
    click('elsewhere', (link) => (link.href = 'https://example.org/'));
    click('same page', (link) => (link.href = '#main'));
    return seen;
  }, teaser);
  assert.deepEqual(kept, {
    'plain': false,
    'with control': true,
    'middle button': true,
    'new tab': true,
    'download': true,
    'picture': true,
    'elsewhere': true,
    'same page': true,
  });
});

test('a menu opens under the pointer of a reader and by keyboard', async (t) => {
  const page = await site.open(t, '/');
  const summary = page.locator('.site-menu summary').first();
  const submenu_link = page.locator('.site-menu details[open] a[href]').first();
  await summary.click();
  await submenu_link.waitFor({ state: 'visible' });
  const box = await submenu_link.boundingBox();
  assert.ok(box.width > 10 && box.height > 10);
  await summary.press('Enter');
  await submenu_link.waitFor({ state: 'detached' });
  no_problems(page);
});

test('a page that does not exist says so and leads home', async (t) => {
  const page = await site.open(t, '/');
  await page.evaluate((selector) => {
    const link = document.querySelector(selector);
    link.href = '/there/is/no/such/page/';
    link.click();
  }, teaser);
  await page.locator('.notice').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => location.pathname), '/there/is/no/such/page/');
  await page.locator('.notice a[href="/"]').first().click();
  await page.locator(teaser).first().waitFor({ state: 'attached' });
  await painted(page);
});
