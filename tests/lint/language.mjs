// The parts of C++ that this project does without, where the compiler would not say so itself.
import { codeOnly, isSource } from './files.mjs';

const without = /\b(throw|try|catch|dynamic_cast|typeid|shared_ptr)\b/;

export function checkLanguage(files) {
  return files
    .filter(({ path }) => isSource(path))
    .flatMap(({ path, text }) =>
      codeOnly(text).split('\n').flatMap((line, index) => {
        const found = line.match(without);
        return found ? [`${path}:${index + 1}: ${found[1]}`] : [];
      }),
    );
}
