// Reads the little-endian records that cross from C++ (src/wasm/bridge.h, src/semantics/patch.h).

const decoder = new TextDecoder();
// Counts on every code unit: a byte order mark is one.
const exact_decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @param {Uint8Array} bytes @returns {string} */
export const text_of = (bytes) => decoder.decode(bytes);

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  u8() {
    return this.bytes[this.at++];
  }

  u32() {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  f32() {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  record() {
    const size = this.u32();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  string() {
    return decoder.decode(this.record());
  }
}

/** Texts stand before the records and are decoded at once: most are a word long. */
export class PatchReader extends Reader {
  constructor(bytes) {
    super(bytes);
    this.text = '';
    this.text_at = 0;
    if (bytes.length > 0) {
      const size = this.u32();
      this.text = exact_decoder.decode(bytes.subarray(this.at, this.at + size));
      this.at += size;
    }
  }

  string() {
    const begin = this.text_at;
    this.text_at += this.u32();
    return this.text.substring(begin, this.text_at);
  }
}
