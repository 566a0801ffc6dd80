// The blog that WordPress's theme authors test with, as a content folder: imported by the tool, its
// pictures drawn here in their true sizes, because the export only names them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { crc32 } from './crc32.mjs';
import { deflateSync } from 'node:zlib';

const media = 'https://wpthemetestdata.files.wordpress.com/';

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of two colours that run into each other; which ones, the name decides. */
export function picture(width, height, name) {
  const hash = createHash('sha256').update(name).digest();
  const [from, to] = [hash.subarray(0, 3), hash.subarray(3, 6)];
  const rows = Buffer.alloc((1 + 3 * width) * height);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      const part = (x / width + y / height) / 2;
      for (let c = 0; c < 3; ++c) {
        const value = from[c] + (to[c] - from[c]) * part;
        rows[y * (1 + 3 * width) + 1 + 3 * x + c] = 90 + value * 0.5;
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Width and height by URL, as the export tells them. */
function sizes_of(xml) {
  const sizes = new Map();
  for (const [item] of xml.matchAll(/<item>[\s\S]*?<\/item>/g)) {
    const url = item.match(/<wp:attachment_url>(?:<!\[CDATA\[)?([^<\]]+)/)?.[1];
    const size = item.match(/s:5:"width";(?:i:|s:\d+:")(\d+)"?;s:6:"height";(?:i:|s:\d+:")(\d+)/);
    if (url && size) sizes.set(url, [Number(size[1]), Number(size[2])]);
  }
  return sizes;
}

/** @returns {string} the content folder */
export function theme_unit_test(tool, xml_file, folder) {
  const stamp = `${statSync(tool).mtimeMs} ${statSync(xml_file).mtimeMs}`;
  const mark = join(folder, '.made');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const run = spawnSync(tool, ['import', 'wordpress', xml_file, '-o', folder], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`blatt import: ${run.stdout}${run.stderr}`);
  const sizes = sizes_of(readFileSync(xml_file, 'utf8'));
  const wanted = new Set();
  for (const name of readdirSync(join(folder, 'content'), { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const file = join(folder, 'content', name);
    const text = readFileSync(file, 'utf8');
    for (const [url] of text.matchAll(/https?:\/\/wpthemetestdata\.files\.wordpress\.com\/[\w/.-]+?\.(?:jpe?g|png|gif)/g)) {
      wanted.add(url.replace(/^http:/, 'https:'));
    }
    writeFileSync(file, text.replaceAll(media, '/media/').replaceAll(media.replace('https', 'http'), '/media/'));
  }
  for (const url of wanted) {
    const named = url.match(/(\d{2,4})x(\d{2,4})/);
    const [width, height] = sizes.get(url) ?? (named ? [Number(named[1]), Math.min(Number(named[2]), 900)] : [1024, 768]);
    const file = join(folder, 'static/media', url.slice(media.length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, picture(width, height, url));
  }
  writeFileSync(mark, stamp);
  return folder;
}
