// What is painted is what the browser itself would draw: the live page beside the static one, pixel by
// pixel. Each density has a browser of its own, started with that scale factor as on a real screen: an
// emulated one rounds in CSS pixels and snaps no borders. Pictures of both pages are kept in
// build/pixels where one fails.
import { after, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { is_live, launch, painted } from './harness/browser.mjs';
import { compare_pixels, decode_png } from './harness/pixels.mjs';
import { root, serve, site_of } from './harness/sites.mjs';

const densities = [1, 1.25, 1.5, 2, 3];
const width = 1280;
const height = 1600;

const sites = [
  {
    name: 'sample',
    most: 0.005,
    densities,
    paths: ['/', '/2026/01/hausregeln/', '/2023/06/fuenf-briefkaesten/', '/2024/02/regal-ohne-schrauben/'],
  },
  {
    name: 'scripts',
    most: 0.01,
    densities: [1, 2],
    paths: ['arabic', 'hebrew', 'devanagari', 'thai', 'japanese', 'chinese', 'korean', 'emoji', 'mixed'].map(
      (script) => `/${script}/`,
    ),
  },
];

async function picture(browser, url, live) {
  const context = await browser.newContext({ viewport: null, javaScriptEnabled: live });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  if (live) {
    await is_live(page);
    await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'lazy'));
    await painted(page);
  }
  const png = await page.screenshot();
  await context.close();
  return png;
}

function keep(name, live, still) {
  const folder = join(root, 'build/pixels');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}-live.png`), live);
  writeFileSync(join(folder, `${name}-static.png`), still);
}

for (const { name, most, densities, paths } of sites) {
  for (const density of densities) {
    describe(`${name} at ${density} device px per CSS px`, () => {
      let browser, server;
      after(async () => {
        await browser?.close();
        server?.stop();
      });
      for (const path of paths) {
        test(`${path}: at most ${most * 100} % of the pixels differ`, async () => {
          server ??= await serve(site_of(name));
          browser ??= await launch([
            `--force-device-scale-factor=${density}`, `--window-size=${width},${height}`, '--hide-scrollbars',
          ]);
          const [live, still] = [
            await picture(browser, server.url + path, true), await picture(browser, server.url + path, false),
          ];
          const { share, worst } = compare_pixels(decode_png(live), decode_png(still));
          if (process.env.BLATT_PIXELS) console.log(`${path} ${density}: ${(100 * share).toFixed(3)} %`);
          if (share > most) keep(`${path.replace(/\W+/g, '-')}${density}`, live, still);
          assert.ok(share <= most, `${(100 * share).toFixed(3)} % differ; ${worst}`);
        });
      }
    });
  }
}
