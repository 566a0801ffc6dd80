// A source that no list in src/CMakeLists.txt names is never compiled, and its tests never run.

const lists = 'src/CMakeLists.txt';

export function checkListed(files) {
  const listed = new Set(
    files
      .filter(({ path }) => path === lists)
      .flatMap(({ text }) => text.split('\n').map((line) => line.replace(/#.*/, '').trim())),
  );
  return files
    .filter(({ path }) => /^src\/.*\.cpp$/.test(path) && !listed.has(path.slice('src/'.length)))
    .map(({ path }) => `${path}: is in no list of ${lists}`);
}
