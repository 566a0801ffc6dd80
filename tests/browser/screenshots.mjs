// Pictures of pages for looking at, not a test: the live page and the static one (without JavaScript)
// side by side, at three widths, in both schemes, at two densities.
//     node tests/browser/screenshots.mjs SITE FOLDER [PATH]...
// SITE is a folder that `blatt build` wrote; FOLDER stands in build/ or outside the repository.
import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { is_live, launch, painted } from './harness/browser.mjs';
import { root, serve } from './harness/sites.mjs';

const widths = [360, 768, 1440];
const schemes = ['light', 'dark'];
const densities = [1, 2];
const tallest = 2400;

const [site, folder, ...paths] = process.argv.slice(2);
if (!site || !folder) {
  console.error('node tests/browser/screenshots.mjs SITE FOLDER [PATH]...');
  process.exit(2);
}
const inside = relative(root, resolve(folder));
if (!inside.startsWith('..') && !inside.startsWith('build')) {
  console.error(`${folder} is in the repository; name a folder in build/ or outside.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

async function picture(browser, url, { width, colorScheme, deviceScaleFactor, live }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme, deviceScaleFactor, javaScriptEnabled: live,
  });
  const page = await context.newPage();
  await page.goto(url);
  if (live) await is_live(page);
  const height = await page.locator('html').evaluate((html) => html.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, tallest) });
  if (live) await painted(page);
  const png = await page.screenshot();
  await context.close();
  return `data:image/png;base64,${png.toString('base64')}`;
}

async function side_by_side(browser, pictures, width, file) {
  const page = await browser.newPage({ viewport: { width: 2 * width + 24, height: 900 } });
  const images = pictures.map((data) => `<img src="${data}" width="${width}">`).join('');
  await page.setContent(`<body style="margin:0;display:flex;gap:24px;align-items:start;background:#c0c">${images}`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

const browser = await launch();
const server = await serve(site);
for (const path of paths.length ? paths : ['/']) {
  const name = path.replace(/^\/|\/$/g, '').replace(/\W+/g, '-') || 'index';
  for (const width of widths) {
    for (const colorScheme of schemes) {
      for (const deviceScaleFactor of densities) {
        const shots = [];
        for (const live of [true, false]) {
          shots.push(await picture(browser, server.url + path, { width, colorScheme, deviceScaleFactor, live }));
        }
        const file = join(folder, `${name}-${width}-${colorScheme}-${deviceScaleFactor}x.png`);
        await side_by_side(browser, shots, width, file);
        console.log(file);
      }
    }
  }
}
await browser.close();
server.stop();
