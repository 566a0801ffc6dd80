// A file under src/ includes only its own floor or lower ones, and says so as "folder/file.h".
// A test may also include what the tests share, a header in tests/.
import { includesOf, isSource } from './files.mjs';

export const floors = {
  base: 0,
  content: 1, document: 1, text: 1,
  layout: 2, search: 2, comments: 2,
  paint: 3, semantics: 3,
  app: 4,
  canvas: 5, site: 5, import: 5,
  wasm: 6, cli: 6,
};

export function checkFloors(files) {
  const problems = [];
  const shared = new Set(files.map(({ path }) => path).filter((path) => /^tests\/\w+\.h$/.test(path)));
  for (const file of files.filter(({ path }) => isSource(path))) {
    const folder = file.path.split('/')[1];
    if (!(folder in floors)) {
      problems.push(`${file.path}: src/${folder} stands on no floor`);
      continue;
    }
    for (const { name, quoted, line } of includesOf(file)) {
      if (!quoted) continue;
      if (file.path.endsWith('_test.cpp') && shared.has(`tests/${name}`)) continue;
      const target = name.split('/')[0];
      if (!/^[a-z]+\/[\w/]+\.h$/.test(name) || !(target in floors)) {
        problems.push(`${file.path}:${line}: write "${name}" as "folder/file.h"`);
      } else if (floors[target] > floors[folder]) {
        problems.push(`${file.path}:${line}: ${folder} (floor ${floors[folder]}) may not include ${target} (floor ${floors[target]})`);
      }
    }
  }
  return problems;
}
