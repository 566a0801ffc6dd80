// The headers of a package are included in one place only, so that it can be replaced there.
import { includesOf, isSource } from './files.mjs';

const places = [
  { name: 'nlohmann/json', header: /^nlohmann\//, place: /^src\/content\/(read|write|json)_\w+\.(cpp|h)$/ },
  { name: 'cmark-gfm', header: /^(cmark-gfm|cmark)/, place: /^src\/document\/markdown\.cpp$/ },
  { name: 'Dear ImGui', header: /^(misc\/.*\/)?im(gui|config|stb)/, place: /^src\/canvas\// },
  { name: 'Emscripten', header: /^emscripten/, place: /^src\/wasm\// },
  { name: 'QuickJS', header: /^quickjs/, place: /^src\/site\/script_engine\.cpp$/ },
  { name: 'doctest', header: /^doctest\//, place: /^(src\/.*_test\.cpp|tests\/.*)$/ },
];

// These may stand in any folder, but all in the same one.
const together = [
  { name: 'WebGL', header: /^(GLES|webgl)/ },
  { name: 'lexbor', header: /^lexbor\// },
  { name: 'libyaml', header: /^yaml\.h$/ },
  { name: 'toml++', header: /^toml(\+\+|plusplus)?\// },
  { name: 'pugixml', header: /^pugi/ },
  { name: 'cpp-httplib', header: /^httplib/ },
  { name: 'stb', header: /^(stb\/)?stb_/ },
  { name: 'libunibreak', header: /^(linebreak|graphemebreak|wordbreak|unibreak)/ },
];

export function checkPackages(files) {
  const problems = [];
  const homes = new Map();
  const sources = files.filter(({ path }) => isSource(path) || /^tests\/.*\.(cpp|h)$/.test(path));
  for (const file of sources) {
    const folder = file.path.split('/').slice(0, 2).join('/');
    for (const { name, line } of includesOf(file)) {
      const rule = places.find(({ header }) => header.test(name));
      if (rule && !rule.place.test(file.path)) {
        problems.push(`${file.path}:${line}: ${rule.name} does not belong here`);
      }
      const group = together.find(({ header }) => header.test(name));
      if (!group) continue;
      const home = homes.get(group.name) ?? folder;
      homes.set(group.name, home);
      if (home !== folder) {
        problems.push(`${file.path}:${line}: ${group.name} is included in ${home} already`);
      }
    }
  }
  return problems;
}
