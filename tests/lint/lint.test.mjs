// Each lint is shown right and wrong input first, then the repository.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { codeOnly, repositoryFiles } from './files.mjs';
import { checkFloors } from './floors.mjs';
import { checkLanguage } from './language.mjs';
import { checkListed } from './listed.mjs';
import { checkPackages } from './packages.mjs';
import { checkPrivacy } from './privacy.mjs';
import { checkHeaders, checkLengths } from './shape.mjs';

const repository = repositoryFiles();
const file = (path, text) => ({ path, text });
// Joined here, or these examples would be findings themselves.
const joined = (...parts) => parts.join('');

function lint(name, check, right, wrong) {
  describe(name, () => {
    for (const input of right) {
      test(`accepts ${input.map(({ path }) => path).join(' and ')}`, () => assert.deepEqual(check(input), []));
    }
    for (const input of wrong) {
      test(`reports ${input.map(({ path }) => path).join(' and ')}`, () => assert.equal(check(input).length, 1));
    }
    test('the repository', () => {
      const problems = check(repository);
      assert.ok(problems.length === 0, problems.join('\n'));
    });
  });
}

const header = (lines) => `${'// What it is for.\n'.repeat(lines)}#pragma once\n`;

lint(
  'floors',
  checkFloors,
  [
    [file('src/layout/block.cpp', '#include "layout/layout.h"\n#include "base/utf8.h"\n#include <vector>\n')],
    [file('src/document/html.cpp', '#include "text/style.h"\n')],
    [file('src/cli/main.cpp', '#include "site/write.h"\n#include "wasm/bridge.h"\n')],
    [file('src/paint/paint_test.cpp', '#include "golden.h"\n'), file('tests/golden.h', '')],
  ],
  [
    [file('src/base/utf8.cpp', '#include "content/site.h"\n')],
    [file('src/layout/block.h', '#include "paint/display_list.h"\n')],
    [file('src/app/app.cpp', '#include "canvas/draw.h"\n')],
    [file('src/text/style.cpp', '#include "style.h"\n')],
    [file('src/text/style.cpp', '#include "../base/utf8.h"\n')],
    [file('src/util/misc.cpp', '#include <vector>\n')],
    [file('src/paint/paint.cpp', '#include "golden.h"\n'), file('tests/golden.h', '')],
    [file('src/paint/paint_test.cpp', '#include "golden.h"\n')],
  ],
);

lint(
  'packages',
  checkPackages,
  [
    [file('src/content/read_page.cpp', '#include <nlohmann/json.hpp>\n')],
    [file('src/content/json_fields.h', '#include <nlohmann/json.hpp>\n')],
    [file('src/document/markdown.cpp', '#include <cmark-gfm.h>\n')],
    [file('src/canvas/atlas.cpp', '#include <imgui.h>\n')],
    [file('src/import/html.cpp', '#include <lexbor/html/html.h>\n'), file('src/import/wxr.cpp', '#include <pugixml.hpp>\n')],
    [file('src/base/utf8_test.cpp', '#include <doctest/doctest.h>\n')],
    [file('src/site/script_engine.cpp', '#include <quickjs.h>\n')],
  ],
  [
    [file('src/content/site.cpp', '#include <nlohmann/json.hpp>\n')],
    [file('src/site/write_page.cpp', '#include <nlohmann/json.hpp>\n')],
    [file('src/document/html.cpp', '#include <cmark-gfm-extension_api.h>\n')],
    [file('src/paint/paint.cpp', '#include "imgui.h"\n')],
    [file('src/canvas/frame.cpp', '#include <emscripten/html5.h>\n')],
    [file('src/base/utf8.cpp', '#include <doctest/doctest.h>\n')],
    [file('src/site/highlight.cpp', '#include <quickjs.h>\n')],
    [file('src/site/front.cpp', '#include <yaml.h>\n'), file('src/import/hugo.cpp', '#include <yaml.h>\n')],
    [file('src/site/serve.cpp', '#include <httplib.h>\n'), file('src/import/rest.cpp', '#include <httplib.h>\n')],
    [file('src/site/size.cpp', '#include <stb/stb_image.h>\n'), file('src/cli/size.cpp', '#include <stb_image.h>\n')],
    [file('src/site/a.cpp', '#include <toml++/toml.hpp>\n'), file('src/import/b.cpp', '#include <toml++/toml.h>\n')],
  ],
);

lint(
  'listed',
  checkListed,
  [[file('src/CMakeLists.txt', 'set(base_sources\n    base/a.cpp # why\n)\n'), file('src/base/a.cpp', '')]],
  [
    [file('src/CMakeLists.txt', 'set(base_sources\n)\n'), file('src/base/a.cpp', '')],
    [file('src/CMakeLists.txt', '# base/a.cpp\n'), file('src/base/a.cpp', '')],
  ],
);

lint(
  'headers',
  checkHeaders,
  [[file('src/base/a.h', header(2))], [file('src/base/b.h', header(6))], [file('src/base/c.cpp', '#include <vector>\n')]],
  [[file('src/base/a.h', header(0))], [file('src/base/b.h', header(1))], [file('src/base/c.h', header(7))]],
);

lint(
  'lengths',
  checkLengths,
  [[file('src/base/a.cpp', 'x\n'.repeat(600))], [file('assets/sample/long.md', 'x\n'.repeat(900))]],
  [[file('src/base/a.cpp', 'x\n'.repeat(601))], [file('web/host.js', 'x\n'.repeat(700))]],
);

lint(
  'privacy',
  checkPrivacy,
  [
    [file('README.md', 'See https://example.org/work/of/art and ../work/shared.\n')],
    [file('dev', 'cache="$root/work/x"\n')],
  ],
  [
    [file('dev', joined('cp /wor', 'k/shared/x .\n'))],
    [file('src/base/a.cpp', joined('// /roo', 't/.cache\n'))],
    [file('README.md', joined('open("/hom', 'e/anna/blog")\n'))],
    [file('package-lock.json', joined('"resolved": "https://regis', 'try.example.org/a.tgz"\n'))],
    [file('dev', joined('http://de', 'b.example.org/debian\n'))],
  ],
);

lint(
  'language',
  checkLanguage,
  [
    [file('src/base/a.cpp', '// try it\nconst char* s = "throw \\" catch"; /* typeid */ map.try_emplace(1, \'"\');\n')],
    [file('src/base/b.cpp', 'auto s = R"(try { } catch)"; int n = 1\'000; // shared_ptr\n')],
  ],
  [
    [file('src/base/a.cpp', 'throw 1;\n')],
    [file('src/base/b.cpp', 'try { f(); }\n')],
    [file('src/base/c.cpp', '} catch (...) {\n')],
    [file('src/base/d.cpp', 'auto* p = dynamic_cast<A*>(q);\n')],
    [file('src/base/e.cpp', 'use(typeid(int));\n')],
    [file('src/base/f.cpp', 'char c = \'"\'; std::shared_ptr<int> p; char d = \'"\';\n')],
  ],
);

test('codeOnly keeps the lines of a file', () => {
  assert.equal(codeOnly('a /* b\nc */ d "e" // f\ng').split('\n').length, 3);
  assert.equal(codeOnly('x = "a"; y'), 'x =    ; y');
});
