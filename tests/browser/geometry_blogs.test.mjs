// The same as geometry.test.mjs for every post of two real blogs, which are too many to open one by one:
// a few pages are opened, posts arrive in them as after a click, and the page is made as wide as wanted.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { is_live, launch, list_posts } from './harness/browser.mjs';
import { compare_lines } from './harness/geometry.mjs';
import { content_of, serve, site_of } from './harness/sites.mjs';

const widths = [360, 768, 1440];
const tolerance = 1;
const batch = 10;
const pages = Math.max(2, Math.min(4, cpus().length));

let browser;
// Pictures keep their places without being loaded.
before(async () => (browser = await launch(['--blink-settings=imagesEnabled=false'])));
after(() => browser?.close());

// Runs in the page: posts arrive without the address bar, which is slow to move hundreds of times.
async function show_and_compare({ paths, widths, tolerance }) {
  const blog = document.querySelector('blatt-blog');
  let request = 0;
  blog.requests.start = (id) => (request = id);
  blog.navigation.show = blog.navigation.scroll = () => {};
  const out = { lines: 0, problems: [] };
  for (const path of paths) {
    const response = await fetch(`${path}index.json`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    blog.core.navigate(path, '', false, 0);
    blog.core.deliver(request, { status: response.status, bytes });
    for (const width of widths) {
      document.body.style.width = `${width}px`;
      blog.core.viewport(width, devicePixelRatio, 0);
      const { lines, problems } = window.compare_lines(blog, tolerance);
      out.lines += lines;
      out.problems.push(...problems.map((problem) => `${path} at ${width} px: ${problem}`));
      if (blog.core.dead) throw new Error(`${path} at ${width} px: the front end stopped`);
    }
  }
  return out;
}

async function open(url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(`window.compare_lines = ${compare_lines}`);
  const page = await context.newPage();
  await page.goto(url);
  await is_live(page);
  return page;
}

async function compare_posts(page, paths) {
  const out = { lines: 0, problems: [] };
  for (let i = 0; i < paths.length; i += batch) {
    const some = { paths: paths.slice(i, i + batch), widths, tolerance };
    const { lines, problems } = await page.evaluate(show_and_compare, some);
    out.lines += lines;
    out.problems.push(...problems);
  }
  await page.context().close();
  return out;
}

for (const name of ['codefor.de', '18f']) {
  const skip = content_of(name) ? false : `no test data: blogs/${name}`;
  test(`lines of the DOM are the painted ones in every post of ${name}`, { skip, timeout: 240_000 }, async () => {
    const server = await serve(site_of(name));
    const opened = await Promise.all(Array.from({ length: pages }, () => open(server.url)));
    const paths = await list_posts(opened[0]);
    assert.ok(paths.length > 100, `only ${paths.length} posts`);
    const compared = await Promise.all(
      opened.map((page, share) => compare_posts(page, paths.filter((_, i) => i % pages === share))),
    );
    server.stop();
    const lines = compared.reduce((sum, { lines }) => sum + lines, 0);
    const problems = compared.flatMap(({ problems }) => problems);
    assert.ok(lines > 50 * paths.length, `only ${lines} lines`);
    assert.deepEqual(problems.slice(0, 30), [], `${problems.length} of ${lines} lines differ`);
  });
}
