// Reads and compares pixels of screenshots: a decoder for the PNGs that Chromium writes (8 bits, RGB or
// RGBA, not interlaced).
import { inflateSync } from 'node:zlib';

/** @param {Buffer} png */
export function decode_png(png) {
  let width = 0;
  let height = 0;
  let channels = 0;
  const data = [];
  for (let at = 8; at < png.length; ) {
    const size = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + size);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error('a PNG of a kind not expected');
    }
    if (kind === 'IDAT') data.push(body);
    at += size + 12;
  }
  return { width, height, channels, bytes: unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels) };
}

function unfilter(raw, stride, height, step) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const left = x >= step ? out[y * stride + x - step] : 0;
      const up = y > 0 ? out[(y - 1) * stride + x] : 0;
      const corner = x >= step && y > 0 ? out[(y - 1) * stride + x - step] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Colour at a pixel as [r, g, b]. */
export function pixel(image, x, y) {
  const at = (y * image.width + x) * image.channels;
  return [...image.bytes.subarray(at, at + 3)];
}

const distance = (a, b) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

/** The bounds of what differs from `paper` in a rectangle, or undefined. */
export function ink(image, paper, { x, y, width, height }, threshold = 60) {
  let box;
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(image.height, y + height); ++row) {
    for (let column = Math.max(0, Math.floor(x)); column < Math.min(image.width, x + width); ++column) {
      if (distance(pixel(image, column, row), paper) < threshold) continue;
      box ??= { left: column, right: column, top: row, bottom: row };
      box.left = Math.min(box.left, column);
      box.right = Math.max(box.right, column);
      box.bottom = row;
    }
  }
  return box;
}

/**
 * How many of the pixels differ by more than `threshold` in a channel, and where: rows of the picture
 * in steps of `step` with their counts, the worst first.
 */
export function compare_pixels(a, b, threshold = 8, step = 50) {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`pictures of ${a.width}x${a.height} and ${b.width}x${b.height}`);
  }
  let count = 0;
  const rows = new Map();
  const size = a.width * a.height;
  for (let i = 0, u = 0, v = 0; i < size; ++i, u += a.channels, v += b.channels) {
    if (
      Math.abs(a.bytes[u] - b.bytes[v]) <= threshold &&
      Math.abs(a.bytes[u + 1] - b.bytes[v + 1]) <= threshold &&
      Math.abs(a.bytes[u + 2] - b.bytes[v + 2]) <= threshold
    ) {
      continue;
    }
    ++count;
    const row = Math.floor(i / a.width / step) * step;
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const worst = [...rows].sort((x, y) => y[1] - x[1]).slice(0, 3);
  return { share: count / size, worst: worst.map(([row, n]) => `${n} from row ${row}`).join(', ') };
}
