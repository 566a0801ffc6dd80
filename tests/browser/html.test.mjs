// HTML that arrives live: the browser's inert parser and the tool's give the same documents, and what
// is hostile in it neither runs nor asks anyone for anything.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { no_problems, use_site } from './harness/browser.mjs';
import { corpus, feed_bodies, hostile_strings, wordpress_bodies } from './harness/html_inputs.mjs';
import { root } from './harness/sites.mjs';

const site = use_site('sample');
const dumper = join(root, 'build/native/blatt_html_dump');

/** What the tool makes of each input, as text. */
function dumps(kind, inputs) {
  const frames = inputs.flatMap((input) => {
    const bytes = Buffer.from(input);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    return [size, bytes];
  });
  const run = spawnSync(dumper, [kind], { input: Buffer.concat(frames), maxBuffer: 1 << 29 });
  assert.equal(run.status, 0, run.stderr?.toString());
  const out = [];
  for (let at = 0; at < run.stdout.length; ) {
    const size = run.stdout.readUInt32LE(at);
    out.push(run.stdout.toString('utf8', at + 4, at + 4 + size));
    at += 4 + size;
  }
  return out;
}

async function module_url(page) {
  return page.evaluate(() => document.querySelector('script[type=module]').src.replace(/[^/]+$/, 'inert_html.js'));
}

/** Everything that a page would do and must not. */
function watch(page) {
  const seen = { requests: [], dialogs: [] };
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) seen.requests.push(request.url());
  });
  page.on('popup', () => seen.dialogs.push('popup'));
  return seen;
}

const first_lines = (text, other) => {
  const a = text.split('\n');
  const b = other.split('\n');
  const at = a.findIndex((line, index) => line !== b[index]);
  return `${a.slice(at, at + 3).join(' | ')}  ≠  ${b.slice(at, at + 3).join(' | ')}`;
};

test('both parsers give the same document', async (t) => {
  const inputs = [...new Set([...corpus(), ...hostile_strings(), ...feed_bodies(), ...wordpress_bodies()])]
    // Text that is no Unicode cannot come in JSON.
    .map((text) => text.replace(/\r\n?/g, '\n').toWellFormed());
  const page = await site.open(t, '/');
  const seen = watch(page);
  const url = await module_url(page);
  const found = [];
  for (let at = 0; at < inputs.length; at += 200) {
    const some = await page.evaluate(
      async ([url, inputs]) => {
        const { token_records } = await import(url);
        return inputs.map((html) => {
          const bytes = token_records(html);
          let text = '';
          for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
          return btoa(text);
        });
      },
      [url, inputs.slice(at, at + 200)],
    );
    found.push(...some.map((text) => Buffer.from(text, 'base64')));
  }
  const browser = dumps('tokens', found);
  const tool = dumps('html', inputs);
  const problems = [];
  for (const [index, input] of inputs.entries()) {
    if (browser[index] === tool[index]) continue;
    problems.push(`${JSON.stringify(input.slice(0, 100))}: ${first_lines(browser[index], tool[index])}`);
  }
  t.diagnostic(`${inputs.length} inputs`);
  assert.ok(inputs.length > 5);
  assert.deepEqual(problems.slice(0, 30), [], `${problems.length} of ${inputs.length} differ`);
  assert.deepEqual(seen, { requests: [], dialogs: [] });
  // Chromium reports what the policy of the page forbids in a document that is never shown, too.
  page.problems = page.problems.filter((problem) => !problem.includes('Content Security Policy'));
  no_problems(page);
});

/** Opens a path inside the blog. Runs in the page. */
async function visit(path) {
  const blog = document.querySelector('blatt-blog');
  const link = document.createElement('a');
  link.href = path;
  blog.append(link);
  link.click();
  link.remove();
  while (location.pathname !== path) await new Promise(requestAnimationFrame);
  const problems = [];
  const tags = new Set(
    ('DIV SECTION UL OL LI BLOCKQUOTE TABLE THEAD TBODY TR TD TH FIGURE FIGCAPTION CAPTION DETAILS SUMMARY DL DT DD P H1 ' +
      'H2 H3 H4 H5 H6 PRE CODE HR BR IMG A EM STRONG DEL MARK SUP SUB KBD SMALL ABBR SPAN TIME INPUT WBR BUTTON ' +
      // Formulas: elements that only show.
      'math mrow mi mo mn mtext mspace mfrac msqrt mroot msup msub msubsup munder mover munderover mtable mtr mtd ' +
      'mstyle mpadded mphantom menclose merror mmultiscripts mprescripts none').split(' '),
  );
  const attributes = new Set(
    ('id class lang href src alt title width height align colspan rowspan start datetime open type checked disabled ' +
      'aria-haspopup data-broken fetchpriority loading decoding sizes srcset scope dir data-hyphen ' +
      'alttext display mathvariant displaystyle scriptlevel stretchy accent accentunder columnalign notation ' +
      'aria-label data-island data-clip data-footnote-ref data-footnotes rel style tabindex role').split(' '),
  );
  for (const element of document.querySelectorAll('.prose *')) {
    if (!tags.has(element.tagName)) problems.push(element.tagName);
    for (const { name, value } of element.attributes) {
      if (!attributes.has(name)) problems.push(`${element.tagName} ${name}`);
      const url = ['href', 'src', 'srcset'].includes(name);
      if (url && /^\s*(javascript|data|vbscript|file|blob):/i.test(value)) problems.push(value);
      // Only the layout writes styles.
      if (name === 'style' && !/^(left|clip-path): /.test(value)) problems.push(`style ${value}`);
    }
  }
  return { problems, text: document.querySelector('.prose')?.textContent ?? '', state: blog.getAttribute('state') };
}

/** Answers the data of /live/N/ with a page whose body is HTML. */
async function live_bodies(page, bodies) {
  await page.route('**/live/*/index.json', (route) => {
    const number = Number(new URL(route.request().url()).pathname.split('/')[2]);
    const body = { html: bodies[number] };
    return route.fulfill({ json: { version: 1, kind: 'post', url: `/live/${number}/`, title: 'Live', body } });
  });
}

test('a page whose body is HTML is shown; what was shown stays until then', async (t) => {
  const html =
    '<h2 id=x>Über</h2><p>Ein <b>Wort</b><p><iframe src="https://www.youtube.com/embed/abc"></iframe>' +
    '<figure class=wp-block-gallery><figure><img src=/icon.svg width=20 height=30><figcaption>B</figcaption></figure></figure>';
  const page = await site.open(t, '/', { prepare: (page) => live_bodies(page, [html]) });
  const seen = watch(page);
  const shown = await page.evaluate(visit, '/live/0/');
  assert.deepEqual(shown.problems, []);
  assert.match(shown.text, /Über.*Ein Wort.*YouTube/s);
  assert.equal(await page.locator('.prose h2#x').count(), 1);
  const card = page.locator('.facade-player');
  assert.equal(await card.locator('a').getAttribute('href'), 'https://www.youtube.com/watch?v=abc');
  assert.match(await card.textContent(), /youtube\.com/);
  assert.deepEqual(seen, { requests: [], dialogs: [] });
  assert.equal(shown.state, 'live');
});

test('nothing hostile runs, loads or comes through', async (t) => {
  const bodies = [...new Set(hostile_strings())].filter((text) => text.includes('<'));
  if (bodies.length === 0) return t.skip('no test data: xss');
  const page = await site.open(t, '/', { prepare: (page) => live_bodies(page, bodies) });
  const seen = watch(page);
  await page.evaluate(() => {
    globalThis.marks = [];
    for (const name of ['alert', 'confirm', 'prompt']) globalThis[name] = () => globalThis.marks.push(name);
  });
  const problems = [];
  for (const [number, body] of bodies.entries()) {
    const shown = await page.evaluate(visit, `/live/${number}/`);
    if (shown.problems.length || shown.state !== 'live') {
      problems.push(`${JSON.stringify(body.slice(0, 100))}: ${shown.state} ${shown.problems.join(', ')}`);
    }
  }
  assert.deepEqual(problems.slice(0, 20), [], `${problems.length} of ${bodies.length}`);
  assert.deepEqual(await page.evaluate(() => globalThis.marks), []);
  assert.deepEqual(seen, { requests: [], dialogs: [] });
  t.diagnostic(`${bodies.length} hostile bodies`);
});
