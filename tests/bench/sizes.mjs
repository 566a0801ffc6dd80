// What the front end weighs on the wire, part by part.
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const parts = ['build/wasm/blatt.wasm', 'build/wasm/blatt.js'];

for (const part of parts.filter(existsSync)) {
  const bytes = readFileSync(part);
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  console.log(`${part}: ${bytes.length} bytes, brotli ${packed.length}`);
}
