// The font engine: widths, metrics and pixels of text from 2D canvases. Text is shaped as the DOM
// shapes it with the page's style sheet (kerning on), so that painted text lies on the DOM's.
import { Reader } from './records.js';

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

  /** Ascent and descent of each CSS font, rounded as the DOM rounds them for its lines. */
  metrics(fonts, out) {
    const reader = new Reader(fonts);
    for (let i = 0; !reader.done; i += 2) {
      this.measuring.font = this.font(reader.string());
      const box = this.measuring.measureText('x');
      out[i] = Math.round(box.fontBoundingBoxAscent);
      out[i + 1] = Math.round(box.fontBoundingBoxDescent);
    }
  }

  measure(runs, out) {
    const reader = new Reader(runs);
    for (let i = 0; !reader.done; ++i) {
      const font = reader.string();
      if (font) this.measuring.font = this.font(font);
      out[i] = this.measuring.measureText(reader.string()).width;
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
