// HTML that arrives live, read by the browser's own parser into a document that is never shown:
// nothing in it runs or loads. What it holds crosses to C++ as flat records
// (src/document/html_wire.h), and only what the one allow-list there knows comes out again.

const kind = { open: 0, close: 1, text: 2 };

// Elements that have no close tag in HTML.
const empty = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

const html_namespace = 'http://www.w3.org/1999/xhtml';

class Records {
  constructor() {
    this.bytes = new Uint8Array(1 << 16);
    this.size = 0;
    this.encoder = new TextEncoder();
  }

  room(size) {
    if (this.size + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.size + size));
    larger.set(this.bytes.subarray(0, this.size));
    this.bytes = larger;
  }

  u8(value) {
    this.room(1);
    this.bytes[this.size++] = value;
  }

  u32(value) {
    this.room(4);
    new DataView(this.bytes.buffer).setUint32(this.size, value, true);
    this.size += 4;
  }

  string(text) {
    const bytes = this.encoder.encode(text);
    this.u32(bytes.length);
    this.room(bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }
}

/** The tokens of what stands inside a body element. @param {string} html @returns {Uint8Array} */
export function token_records(html) {
  // Not DOMParser's document: there, what belongs into a head would end up in one.
  const inert = document.implementation.createHTMLDocument('');
  inert.body.innerHTML = html;
  const records = new Records();
  const { body } = inert;
  let node = body.firstChild;
  while (node) {
    enter(node, records);
    // The content of a template stands elsewhere, and none of it is shown.
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    leave(node, records);
    while (!node.nextSibling && node.parentNode !== body) {
      node = node.parentNode;
      leave(node, records);
    }
    node = node.nextSibling;
  }
  return records.bytes.subarray(0, records.size);
}

function enter(node, records) {
  if (node.nodeType === Node.TEXT_NODE) {
    records.u8(kind.text);
    records.string(node.data);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    records.u8(kind.open);
    records.string(node.localName.toLowerCase());
    records.u32(node.attributes.length);
    for (const { name, value } of node.attributes) {
      records.string(name.toLowerCase());
      records.string(value);
    }
  }
}

function leave(node, records) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  if (node.namespaceURI === html_namespace && empty.has(node.localName)) return;
  records.u8(kind.close);
  records.string(node.localName.toLowerCase());
}
