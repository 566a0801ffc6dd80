// What a file looks like: a header says what it is for, and no file grows for ever.
import { isSource } from './files.mjs';

const longest = 600;
// Written by a program or by authors, not read from top to bottom.
const unlimited = /^(package-lock\.json|assets\/|tests\/golden\/|tests\/fuzz\/corpus\/|tests\/bench\/data\/)/;

export function checkHeaders(files) {
  return files
    .filter(({ path }) => isSource(path) && path.endsWith('.h'))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      const comments = lines.findIndex((line) => !line.startsWith('//'));
      return comments >= 2 && comments <= 6
        ? []
        : [`${path}:1: opens with ${comments} comment lines instead of two to six`];
    });
}

export function checkLengths(files) {
  return files
    .filter(({ path }) => !unlimited.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path}: ${lines} lines, the most is ${longest}`);
}
