// Sites under test: written by the tool, served by the tool on a free port of loopback.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { theme_unit_test } from './theme_unit_test.mjs';

export const root = resolve(import.meta.dirname, '../../..');
export const tool = join(root, 'build/native/blatt');
export const frontend = join(root, 'build/wasm');

export const testdata = process.env.BLATT_TESTDATA ?? resolve(root, '../shared/testdata');

/** The folder of a blog's content, or undefined where this machine has none. */
export function content_of(name) {
  const own = { sample: 'assets/sample', scripts: 'tests/browser/scripts' };
  if (name === 'theme-unit-test') {
    const xml = join(testdata, 'wordpress/theme-unit-test-data.xml');
    return existsSync(xml) ? theme_unit_test(tool, xml, join(root, 'build/content', name)) : undefined;
  }
  const folder = own[name] ? join(root, own[name]) : join(testdata, 'blogs', name);
  return existsSync(folder) ? folder : undefined;
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The folder of the written site; written once for each state of content, tool and front end. */
export function site_of(name) {
  const content = content_of(name);
  const hash = createHash('sha256');
  const parts = [tool, join(root, 'shell.html'), ...['blatt.js', 'blatt.wasm'].map((file) => join(frontend, file))];
  for (const file of [...parts, ...files(join(root, 'web')), ...files(content)]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  const folder = join(root, 'build/sites', name);
  const site = join(folder, hash.digest('hex').slice(0, 16));
  if (existsSync(site)) return site;
  mkdirSync(folder, { recursive: true });
  const partial = `${site}.${process.pid}`;
  const words = ['build', content, '-o', partial, '--frontend', frontend, '--web', join(root, 'web')];
  const written = spawnSync(tool, words, { encoding: 'utf8', cwd: root });
  if (written.status !== 0) throw new Error(`blatt build ${name}: ${written.stdout}${written.stderr}`);
  for (const old of readdirSync(folder)) {
    if (!old.includes('.')) rmSync(join(folder, old), { recursive: true, force: true });
  }
  if (existsSync(site)) rmSync(partial, { recursive: true });
  else renameSync(partial, site);
  return site;
}

/** @returns {Promise<{url: string, stop: () => void}>} */
export async function serve(site) {
  const server = spawn(tool, ['serve', site, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(server.stdout)) {
    const url = line.match(/http:\/\/[^\s/]+/)?.[0];
    if (url) {
      server.stdout.resume();
      return { url, stop: () => server.kill() };
    }
  }
  throw new Error('the server ended without saying where it listens');
}
