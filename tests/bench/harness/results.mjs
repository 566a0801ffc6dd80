// The record of a run: JSON for machines, Markdown and a chart for people. The baseline stays until it
// is replaced on purpose (--baseline).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../browser/harness/sites.mjs';

const folder = join(root, 'tests/bench/results');

/** What kind of machine this is; which one is nobody's affair. */
export const machine_class = () => `${cpus().length} cores, ${process.arch}, software GL`;

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A list of rounds, each a record of numbers, as one record of medians. */
export function medians(rounds) {
  const names = Object.keys(rounds[0]);
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]));
}

export const round = (value) => (value === undefined ? undefined : Number(value.toPrecision(3)));

/** Rounds all numbers in a value. */
export const rounded = (value) =>
  typeof value === 'number' ? round(value)
  : Array.isArray(value) ? value.map(rounded)
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, rounded(v)]))
  : value;

/** Keeps a run beside the baseline; the first one is its own baseline. */
export function record(name, run, { as_baseline = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const baseline = as_baseline || !before.baseline ? run : before.baseline;
  writeFileSync(path, `${JSON.stringify({ baseline, last: run }, null, 1)}\n`);
  return { baseline, last: run };
}

export const write = (name, text) => writeFileSync(join(folder, name), text);

/** A Markdown table. @param {string[]} head @param {(string | number | undefined)[][]} rows */
export const table = (head, rows) =>
  [head, head.map((_, i) => (i ? '--:' : ':--')), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell ?? '').join(' | ')} |`)
    .join('\n');

/**
 * Lines over a number of words, both axes logarithmic.
 * @param {{name: string, color: string, points: [number, number][]}[]} series
 */
export function chart(title, series) {
  const [width, height, left, top, right, bottom] = [760, 460, 64, 44, 210, 48];
  const xs = series.flatMap(({ points }) => points.map(([x]) => x));
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y));
  const decade = (value, up) => 10 ** (up ? Math.ceil(Math.log10(value)) : Math.floor(Math.log10(value)));
  const [low, high] = [decade(Math.min(...ys), false), decade(Math.max(...ys), true)];
  const span = (value, from, to) => Math.log(value / from) / Math.log(to / from);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const px = (x) => (left + span(x, first, last) * (width - left - right)).toFixed(1);
  const py = (y) => (height - bottom - span(y, low, high) * (height - top - bottom)).toFixed(1);
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#fff"/><text x="${left}" y="24" font-size="15">${title}</text>`,
  ];
  for (let y = low; y <= high * 1.01; y *= 10) {
    out.push(
      `<path d="M${left} ${py(y)}H${width - right}" stroke="#ddd"/>`,
      `<text x="${left - 8}" y="${+py(y) + 4}" text-anchor="end">${Number(y.toPrecision(1))}</text>`,
    );
  }
  for (const x of [...new Set(xs)]) {
    out.push(`<text x="${px(x)}" y="${height - bottom + 20}" text-anchor="middle">${x.toLocaleString('en')}</text>`);
  }
  out.push(`<text x="${left}" y="${height - 8}">words</text>`, `<text x="${left - 52}" y="${top - 6}">ms</text>`);
  let label = 0;
  for (const { name, color, points } of [...series].sort((a, b) => b.points.at(-1)[1] - a.points.at(-1)[1])) {
    const wanted = +py(points.at(-1)[1]);
    label = Math.max(wanted, label + 17);
    const path = points.map(([x, y]) => `${px(x)} ${py(y)}`).join('L');
    out.push(
      `<path d="M${path}" fill="none" stroke="${color}" stroke-width="2"/>`,
      ...points.map(([x, y]) => `<circle cx="${px(x)}" cy="${py(y)}" r="3" fill="${color}"/>`),
      `<text x="${width - right + 10}" y="${label + 4}" fill="${color}">${name}</text>`,
    );
  }
  return `${[...out, '</svg>'].join('\n')}\n`;
}
