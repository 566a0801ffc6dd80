// The HTML that tests feed to both parsers: hostile collections, bodies of WordPress, feeds, and the
// fuzz corpus.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, testdata } from './sites.mjs';

/** Single vectors of the collections of hostile strings; empty where this machine has none. */
export function hostile_strings() {
  const folder = join(testdata, 'xss');
  if (!existsSync(folder)) return [];
  const h5sc = readFileSync(join(folder, 'h5sc-vectors.txt'), 'utf8');
  const filter = readFileSync(join(folder, 'XSS_Filter_Evasion_Cheat_Sheet.md'), 'utf8');
  const naughty = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8'));
  return [...h5sc.split(/(?=<div id="\d+">)/), ...h5sc.split('\n'), ...filter.split('\n'), ...naughty].filter(
    (text) => /[<&]/.test(text),
  );
}

/** All strings under `key`, however deep. */
function values_of(json, key) {
  if (Array.isArray(json)) return json.flatMap((value) => values_of(value, key));
  if (!json || typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : values_of(value, key),
  );
}

function json_files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(folder, name), 'utf8'))];
      } catch {
        return [];
      }
    });
}

export function feed_bodies() {
  const feeds = json_files(join(testdata, 'jsonfeed')).flatMap((json) => values_of(json, 'content_html'));
  const posts = json_files(join(testdata, 'rest')).flatMap((json) => values_of(json, 'rendered'));
  return [...feeds, ...posts];
}

export function wordpress_bodies() {
  const folder = join(testdata, 'wordpress');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(/<content:encoded><!\[CDATA\[([\s\S]*?)\]\]>/g),
    ])
    .map((match) => match[1]);
}

export function corpus() {
  const folder = join(root, 'tests/fuzz/corpus');
  return ['html', 'wordpress'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), 'utf8')),
  );
}
