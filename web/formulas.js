// Formulas: MathML made of what C++ says (src/document/math.h), and measured as the page will show it.
import { Reader } from './records.js';

const mathml = 'http://www.w3.org/1998/Math/MathML';
const record = { open: 1, text: 2, close: 3 };

/**
 * @param {Uint8Array} records document::math_records
 * @returns {Element} the `<math>`
 */
export function make_formula(records) {
  const reader = new Reader(records);
  const top = document.createDocumentFragment();
  let parent = top;
  while (!reader.done) {
    const kind = reader.u8();
    if (kind === record.open) {
      parent = parent.appendChild(document.createElementNS(mathml, reader.string()));
      for (let left = reader.u32(); left > 0; --left) parent.setAttribute(reader.string(), reader.string());
    } else if (kind === record.text) {
      parent.append(reader.string());
    } else {
      parent = parent.parentNode;
    }
  }
  return /** @type {Element} */ (top.firstChild);
}

/**
 * Width, ascent and descent of each formula on a line of its own, in one layout of the browser.
 * @param {Uint8Array} formulas records of host_formulas
 * @param {Float32Array} out
 * @param {(font: string) => string} font_of a font as CSS takes it
 */
export function measure_formulas(formulas, out, font_of) {
  const reader = new Reader(formulas);
  const box = document.createElement('div');
  box.style.cssText = 'position:absolute;top:0;left:0;visibility:hidden;white-space:nowrap';
  const lines = [];
  let font = '';
  while (!reader.done) {
    font = font_of(reader.string()) || font;
    const line = box.appendChild(document.createElement('div'));
    line.style.font = font;
    // An empty box stands on the baseline.
    const foot = line.appendChild(document.createElement('span'));
    foot.style.display = 'inline-block';
    const math = line.appendChild(make_formula(reader.record()));
    lines.push({ foot, math });
  }
  document.body.append(box);
  lines.forEach(({ foot, math }, i) => {
    const { width, top, bottom } = math.getBoundingClientRect();
    const baseline = foot.getBoundingClientRect().bottom;
    out.set([width, baseline - top, bottom - baseline], 3 * i);
  });
  box.remove();
}
