// src/wasm/bridge.h names every crossing: the module imports and exports just these.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontend, root } from './harness/sites.mjs';
import { no_problems, use_site } from './harness/browser.mjs';

const header = readFileSync(join(root, 'src/wasm/bridge.h'), 'utf8');
const declared = (prefix) =>
  [...header.matchAll(new RegExp(`^[a-z_0-9*]+ \\*?(${prefix}_[a-z_]+)\\(`, 'gm'))].map((match) => match[1]).sort();
const site = use_site('sample');

test('bridge.h declares both directions', () => {
  assert.ok(declared('blatt').length >= 8 && declared('host').length >= 8);
});

test('web/bridge.js defines the imports of bridge.h and no others', () => {
  const library = readFileSync(join(root, 'web/bridge.js'), 'utf8');
  const defined = [...library.matchAll(/^ {2}(host_(?!\w*__)[a-z_]+): /gm)].map((match) => match[1]).sort();
  assert.deepEqual(defined, declared('host'));
});

test('the link exports the functions of bridge.h and no others', () => {
  const lists = readFileSync(join(root, 'src/CMakeLists.txt'), 'utf8');
  const exported = [...lists.matchAll(/^ {4}_([a-z_]+)$/gm)].map((match) => match[1]).sort();
  assert.deepEqual(exported, declared('blatt'));
});

test('the linked module calls each of them', () => {
  // The linker drops an import that nothing in C++ calls.
  const script = readFileSync(join(frontend, 'blatt.js'), 'utf8');
  const called = [...script.matchAll(/\bhost\.([a-z_]+)\(/g)].map((match) => `host_${match[1]}`);
  assert.deepEqual([...new Set(called)].sort(), declared('host'));
});

test('every import reaches a method of the host, every export can be called', async (t) => {
  const page = await site.open(t, '/');
  const { methods, exports } = await page.locator('blatt-blog').evaluate((blog) => ({
    methods: Object.keys(blog.imports()),
    exports: Object.keys(blog.core.module).filter((name) => name.startsWith('_blatt_')),
  }));
  assert.deepEqual(methods.map((name) => `host_${name}`).sort(), declared('host'));
  assert.deepEqual(exports.map((name) => name.slice(1)).sort(), declared('blatt'));
  no_problems(page);
});
