// The text files of the repository, as every lint gets them: { path, text }.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|zip|gz|br|wasm|pdf)$/;

export function repositoryFiles() {
  const list = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { encoding: 'utf8' });
  return list
    .split('\0')
    .filter((path) => path && !binary.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

export const isSource = (path) => /^src\/.*\.(cpp|h)$/.test(path);

// The includes of a C++ file: { name, line }.
export function includesOf({ text }) {
  return text.split('\n').flatMap((line, index) => {
    const found = line.match(/^\s*#\s*include\s*(["<])([^">]+)[">]/);
    return found ? [{ name: found[2], quoted: found[1] === '"', line: index + 1 }] : [];
  });
}

// C++ with its comments, strings and characters blanked, line for line.
export function codeOnly(text) {
  const blank = (part) => part.replace(/[^\n]/g, ' ');
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"|(?<![0-9a-zA-Z])(?:u8|[uUL])?'(?:\\[^\n]|[^'\\\n])+'/g;
  return text.replace(token, blank);
}
