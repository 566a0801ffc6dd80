// The painted surface: a canvas that lies in the page's flow behind the semantic layer, with one
// viewport of overscan above and below. The browser scrolls it together with the text; only when the
// view nears its edge it is moved and painted again, both in one frame. At rest nothing runs.

const context_options = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  powerPreference: 'low-power',
};

// In parts of the viewport: how near the edge the view may come before the canvas moves.
const near_edge = 0.25;
// 24 million pixels are 96 MB of frame buffer.
const most_pixels = 24e6;

/** Not rounded, unlike clientWidth: a window need not be whole CSS pixels wide. */
export const width_of = (element) => element.getBoundingClientRect().width;

// Safari has no idle callbacks.
const when_idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 200));
const cancel_idle = window.cancelIdleCallback ?? clearTimeout;
const reduced_motion = matchMedia('(prefers-reduced-motion: reduce)');

export class Surface {
  /**
   * @param {HTMLElement} root the page, as high as its content
   * @param {(top: number, width: number, height: number, dpr: number, now: number) => boolean} paint
   *   answers whether something is still moving
   * @param {(top: number, width: number, height: number, dpr: number) => void} warm prepares rows
   */
  constructor(root, paint, warm) {
    this.root = root;
    this.paint = paint;
    this.warm = warm;
    this.idle = 0;
    this.warmed = 0;
    this.page_height = 0;
    this.frame = 0;
    this.top = 0;
    this.height = 0;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'blatt-canvas';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.listeners = new AbortController();
    const signal = this.listeners.signal;
    addEventListener('scroll', () => this.scrolled(), { passive: true, signal });
    addEventListener('resize', () => this.request(), { signal });
  }

  /** @param {number} height of the page, CSS px */
  page_changed(height) {
    this.page_height = height;
    this.warmed = 0;
  }

  /** @returns {WebGL2RenderingContext} */
  context() {
    this.gl ??= this.canvas.getContext('webgl2', context_options);
    if (!this.gl) throw new Error('no WebGL2');
    this.most_rows ??= Math.min(...this.gl.getParameter(this.gl.MAX_VIEWPORT_DIMS));
    return this.gl;
  }

  release() {
    this.listeners.abort();
    cancelAnimationFrame(this.frame);
    cancel_idle(this.idle);
    this.canvas.remove();
    this.gl?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  /** Paints before the browser shows the next frame. */
  request() {
    this.frame ||= requestAnimationFrame((now) => this.draw(now));
  }

  scrolled() {
    if (!this.covers_view(-this.root.getBoundingClientRect().top)) this.request();
  }

  covers_view(view_top) {
    const reserve = innerHeight * near_edge;
    const bottom = this.top + this.height;
    const above = this.top <= 0 || view_top - reserve >= this.top;
    const below = bottom >= this.page_height - 1 || view_top + innerHeight + reserve <= bottom;
    return above && below;
  }

  draw(now) {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const dpr = devicePixelRatio;
    const width = width_of(this.root);
    this.fit(width, dpr);
    const pixel_width = Math.max(1, Math.round(width * dpr));
    const pixel_height = Math.max(1, Math.floor(this.height * dpr));
    const { canvas } = this;
    if (canvas.width !== pixel_width || canvas.height !== pixel_height) {
      canvas.width = pixel_width;
      canvas.height = pixel_height;
      canvas.style.width = `${pixel_width / dpr}px`;
      canvas.style.height = `${pixel_height / dpr}px`;
    }
    // Moved by `top` it would count as content that jumps.
    canvas.style.transform = `translateY(${this.top}px)`;
    const moment = reduced_motion.matches ? -1 : now;
    if (this.paint(this.top, pixel_width / dpr, pixel_height / dpr, dpr, moment)) this.request();
    else this.warm_below(pixel_width / dpr, dpr);
  }

  /** When there is time: the text of the screen that comes next, so that scrolling need not draw it. */
  warm_below(width, dpr) {
    const bottom = this.top + this.height;
    if (bottom >= this.page_height || bottom === this.warmed) return;
    cancel_idle(this.idle);
    this.idle = when_idle(() => {
      this.idle = 0;
      this.warmed = bottom;
      this.warm(bottom, width, innerHeight, dpr);
    });
  }

  /** Chooses the rows of the page that the canvas shows: the same ones while they serve. */
  fit(width, dpr) {
    const view_top = -this.root.getBoundingClientRect().top;
    const rows = Math.min(this.most_rows, most_pixels / (width * dpr));
    const height = Math.max(1, Math.min(this.page_height, 3 * innerHeight, Math.floor(rows / dpr)));
    const lowest = Math.max(0, this.page_height - height);
    if (height === this.height && dpr === this.dpr && this.top <= lowest && this.covers_view(view_top)) return;
    const centered = view_top - (height - innerHeight) / 2;
    // On whole device pixels, or the compositor would blur the canvas.
    this.top = Math.floor(Math.max(0, Math.min(lowest, centered)) * dpr) / dpr;
    this.height = height;
    this.dpr = dpr;
  }
}
