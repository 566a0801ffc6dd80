// A site of long articles: /1000/, /10000/ and so on, one for each number of words.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontend, root, tool } from '../../browser/harness/sites.mjs';
import { article } from './article.mjs';

export const path_of = (words) => `/${words}/`;

/** @param {string} name folder in build/ @param {number[]} sizes words @returns {string} the site's folder */
export function write_long_site(name, sizes) {
  const folder = join(root, 'build', name);
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(content, 'content/posts'), { recursive: true });
  writeFileSync(join(content, 'config.yaml'), 'title: Bench\nlanguageCode: de\npermalinks:\n  posts: "/:slug/"\n');
  sizes.forEach((words, i) => {
    const head = `---\ntitle: "Ein Text von ${words} Wörtern"\nslug: "${words}"\ndate: 2026-0${i + 1}-01\n---\n\n`;
    writeFileSync(join(content, `content/posts/${words}.md`), head + article(words));
  });
  const command = ['build', content, '-o', site, '--frontend', frontend, '--web', join(root, 'web')];
  const { status, stdout, stderr } = spawnSync(tool, command, { encoding: 'utf8', cwd: root });
  if (status !== 0) throw new Error(`blatt build: ${stdout}${stderr}`);
  return site;
}
