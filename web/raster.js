// The font engine: widths, metrics and pixels of text from 2D canvases. Text is shaped as the DOM
// shapes it with the page's style sheet (kerning on), so that painted text lies on the DOM's.
import { Reader, text_of } from './records.js';

const encoder = new TextEncoder();

/** @param {CanvasRenderingContext2D} context */
function shape_like_dom(context) {
  context.fontKerning = 'normal';
  context.textBaseline = 'alphabetic';
}

/** @returns {CanvasRenderingContext2D} */
function make_context(width, height, options) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', options);
  if (!context) throw new Error('no 2D canvas');
  shape_like_dom(context);
  return context;
}

export class FontEngine {
  /** @param {(name: string) => string} families the value of a custom property that names fonts */
  constructor(families) {
    this.families = families;
    /** @type {Map<string, string>} */
    this.fonts = new Map();
    this.measuring = make_context(1, 1);
    /** @type {CanvasRenderingContext2D | null} */
    this.staging = null;
  }

  /** A font as canvases take it, from one that names its family by custom property. */
  font(text) {
    let font = this.fonts.get(text);
    if (!font) {
      font = text.replace(/--\S+$/, (name) => this.families(name) || 'serif');
      this.fonts.set(text, font);
    }
    return font;
  }

  /**
   * Ascent and descent of each CSS font as the DOM uses them for its lines. Browsers round them in
   * ways that a canvas does not tell (Chromium moves a device pixel from one to the other at high
   * densities), so a line of the DOM is asked.
   */
  metrics(fonts, out) {
    const line = document.createElement('div');
    line.style.cssText = 'position:absolute;left:0;top:0;visibility:hidden;contain:strict;white-space:nowrap';
    const text = document.createElement('span');
    text.textContent = 'x';
    const baseline = document.createElement('span');
    baseline.style.cssText = 'display:inline-block;width:0;height:0';
    line.append(text, baseline);
    document.body.append(line);
    const reader = new Reader(fonts);
    for (let i = 0; !reader.done; i += 2) {
      line.style.font = this.font(reader.string());
      const box = text.getBoundingClientRect();
      const { bottom } = baseline.getBoundingClientRect();
      out[i] = bottom - box.top;
      out[i + 1] = box.bottom - bottom;
    }
    line.remove();
  }

  measure(runs, out) {
    const reader = new Reader(runs);
    for (let i = 0; !reader.done; ++i) {
      const font = reader.string();
      if (font) this.measuring.font = this.font(font);
      out[i] = this.measuring.measureText(reader.string()).width;
    }
  }

  /** Marks the last byte of each word in `ends`. */
  words(text, ends) {
    this.segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    let at = 0;
    for (const { segment } of this.segmenter.segment(text_of(text))) {
      at += encoder.encode(segment).length;
      ends[at - 1] = 1;
    }
  }

  /**
   * Draws a band of runs and uploads it at once. Coverage bands are drawn in black: other colours
   * get another contrast from the rasteriser.
   * @param {WebGL2RenderingContext} gl
   */
  raster(gl, texture, kind, top, width, height, runs) {
    const context = this.stage(width, height);
    const reader = new Reader(runs);
    while (!reader.done) {
      const x = reader.f32();
      const baseline = reader.f32();
      const clip_left = reader.f32();
      const clip_width = reader.f32();
      const color = `rgb(${reader.u8()} ${reader.u8()} ${reader.u8()} / ${reader.u8() / 255})`;
      const font = reader.string();
      if (font) context.font = this.font(font);
      if (context.fillStyle !== color) context.fillStyle = color;
      const text = reader.string();
      if (clip_width > 0) {
        context.save();
        context.beginPath();
        context.rect(clip_left, 0, clip_width, height);
        context.clip();
        context.fillText(text, x, baseline);
        context.restore();
      } else {
        context.fillText(text, x, baseline);
      }
    }
    const format = kind === 0 ? gl.ALPHA : gl.RGBA;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, top, width, height, format, gl.UNSIGNED_BYTE, context.canvas);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  }

  /** An empty canvas at least this large, kept in main memory because it is read every time. */
  stage(width, height) {
    const canvas = this.staging?.canvas;
    if (!canvas || canvas.width < width || canvas.height < height) {
      this.staging = make_context(Math.max(width, canvas?.width ?? 0), Math.max(height, canvas?.height ?? 0), {
        willReadFrequently: true,
      });
    } else {
      this.staging.clearRect(0, 0, width, height);
    }
    return this.staging;
  }
}
