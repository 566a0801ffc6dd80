// Every post of two real blogs opens inside the blog, without an error state, and its article shows
// every character of its Markdown (harness/reference.mjs says what counts).
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { list_posts, use_site } from './harness/browser.mjs';
import { content_of } from './harness/sites.mjs';
import { expected_pieces, first_difference, plain_title, split_front_matter, visible } from './harness/reference.mjs';

const blogs = [
  { name: 'codefor.de', posts: 'content/blog', count: 227, liquid: false },
  { name: '18f', posts: 'posts', count: 504, liquid: true },
];

function read_posts(folder, liquid) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md') && !name.endsWith('_index.md'))
    .map((name) => {
      const { fields, body } = split_front_matter(readFileSync(join(folder, name), 'utf8'));
      if (fields.draft) return undefined;
      const title = plain_title(String(fields.title ?? ''));
      return { name, title, pieces: expected_pieces(body, liquid, title) };
    })
    .filter(Boolean);
}

/** Opens each path by a link inside the blog and answers what the article shows. Runs in the page. */
async function visit(paths) {
  const blog = document.querySelector('blatt-blog');
  // What the author wrote: without the line over a block of code.
  const text_of_prose = () => {
    const prose = document.querySelector('.prose')?.cloneNode(true);
    for (const head of prose?.querySelectorAll('.code-head') ?? []) head.remove();
    return prose?.textContent ?? '';
  };
  const answers = [];
  for (const path of paths) {
    const link = document.createElement('a');
    link.href = path;
    blog.append(link);
    link.click();
    link.remove();
    // The address changes together with the elements.
    while (location.pathname !== new URL(path, location).pathname) await new Promise(requestAnimationFrame);
    answers.push({
      path,
      title: document.querySelector('.article-title')?.textContent ?? '',
      text: text_of_prose(),
      error: document.querySelector('main .notice')?.textContent ?? '',
      state: blog.getAttribute('state'),
    });
  }
  return answers;
}

for (const { name, posts: folder, count, liquid } of blogs) {
  const content = content_of(name);
  describe(name, { skip: content ? false : `no test data: blogs/${name}` }, () => {
    if (!content) return;
    const site = use_site(name);

    test(`all ${count} posts are listed, open and are whole`, async (t) => {
      const page = await site.open(t, '/');
      const urls = await list_posts(page);
      assert.equal(urls.length, count);
      assert.equal(new Set(urls).size, count);
      const shown = [];
      for (let at = 0; at < urls.length; at += 50) {
        shown.push(...(await page.evaluate(visit, urls.slice(at, at + 50))));
      }
      const problems = shown
        .filter(({ error, state }) => error || state !== 'live')
        .map(({ path, error, state }) => `${path}: ${state}: ${error}`);
      problems.push(...compare(read_posts(join(content, folder), liquid), shown));
      assert.deepEqual(problems.slice(0, 40), [], `${problems.length} problems`);
      assert.deepEqual(page.problems.filter((problem) => problem.startsWith('error')), []);
    });
  });
}

/** Pairs files with pages by title, and by text where titles repeat. */
function compare(posts, shown) {
  const problems = [];
  const by_title = new Map();
  for (const page of shown) {
    const title = visible(page.title);
    by_title.set(title, [...(by_title.get(title) ?? []), page]);
  }
  for (const { name, title, pieces } of posts) {
    const pages = by_title.get(visible(title)) ?? [];
    const differences = pages.map(({ text }) => first_difference(pieces, text));
    const match = differences.indexOf(undefined);
    if (match >= 0) pages.splice(match, 1);
    else problems.push(`${name}: ${differences[0] ?? `no page has the title "${title}"`}`);
  }
  return problems;
}
