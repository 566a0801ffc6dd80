// <blatt-blog src="/">: a blog, or a part of it, in a page. Its children are the static page; once
// everything has arrived they give way in one step to the live layer: a canvas and the same elements
// over it. Whenever that cannot be, the static page stays or comes back.
import { Core } from './core.js';
import { FontEngine } from './raster.js';
import { measure_formulas } from './formulas.js';
import { Navigation, Requests, data_url, decode, get, restore_scroll } from './host.js';
import { Semantics } from './semantics.js';
import { Surface, width_of } from './surface.js';
import { add_live_style } from './live_style.js';
import { take_over } from './takeover.js';
import { text_of } from './records.js';
import { Notice, close_menus } from './comforts.js';
import { Dialog } from './dialog.js';
import { Reading } from './reading.js';
import { Shortcuts, keep_keys, kept_keys } from './shortcuts.js';
import { Display } from './display.js';

class BlattBlog extends HTMLElement {
  connectedCallback() {
    restore_scroll();
    if (this.begun || !this.is_possible()) return;
    this.begun = true;
    this.start().catch((error) => this.fail(error));
  }

  disconnectedCallback() {
    this.release();
  }

  is_possible() {
    return (
      typeof WebAssembly === 'object' &&
      typeof WebGL2RenderingContext === 'function' &&
      !matchMedia('(forced-colors: active)').matches
    );
  }

  async start() {
    const base = new URL(this.getAttribute('src') || '/', location.href);
    this.path = location.pathname;
    const [site, page, module] = await Promise.all([
      get(new URL('blog.json', base)),
      get(data_url(this.path)),
      import('./blatt.js').then(({ default: create }) => create({ host: this.imports() })),
    ]);
    add_live_style();
    this.requests = new Requests((request, answer) => this.core.deliver(request, answer));
    this.reading = new Reading(this, (...where) => this.core.scrolled(...where));
    const frame = (...rows) => {
      const moving = this.core.frame(...rows);
      this.reading.check();
      return moving;
    };
    this.surface = new Surface(this, frame, (...rows) => this.core.warm(...rows));
    this.display = new Display(this, () => this.core.display(this.display.preferences));
    this.fonts = new FontEngine((name) => this.display.value(name));
    this.notice = new Notice(this);
    this.core = new Core(module, (error) => this.fail(error));
    this.dialog = new Dialog(this, (...what) => this.core.action(...what));
    this.base = base.pathname;
    const { preferences } = this.display;
    this.core.boot({
      path: decode(this.path, decodeURI), width: width_of(this), density: devicePixelRatio, preferences, site, page,
    });
    if (this.core.dead) return;
    this.surface.draw(performance.now());
    this.watch();
    this.shortcuts = new Shortcuts(this, (key) => this.core.key(key));
    this.core.keys(kept_keys());
  }

  /** What C++ calls: the names of src/wasm/bridge.h without their prefix. */
  imports() {
    return {
      context: () => this.surface.context(),
      request: (request, url) => this.requests.start(request, text_of(url)),
      parse_html: (request, html) => this.parse(request, text_of(html)),
      cancel: (request) => this.requests.cancel(request),
      url: (url, title, language, push) => this.navigation?.show(url, title, language, push !== 0),
      scroll: (y, fragment) => this.navigation?.scroll(y, fragment),
      semantics: (patch, page_height) => this.show(patch, page_height),
      watch_scroll: (from, to) => this.reading.watch(from, to),
      keep_keys: (on) => keep_keys(on !== 0),
      // This is called from inside of C++, and what comes of it is told to C++.
      perform: (element, what) => queueMicrotask(() => this.semantics.do(element, what)),
      busy: (text) => this.notice.wait(text_of(text)),
      copy: (text, said) => this.copy(text_of(text), text_of(said)),
      store: (words) => this.display.store(text_of(words)),
      palette: (names, out) => this.display.palette(text_of(names).split(' '), out),
      dialog: (root, patch) => this.dialog.show(root, patch),
      repaint: () => this.surface.request(),
      metrics: (fonts, out) => this.fonts.metrics(fonts, out),
      measure: (runs, out) => this.fonts.measure(runs, out),
      words: (text, ends) => this.fonts.words(text, ends),
      formulas: (formulas, out) => measure_formulas(formulas, out, (font) => this.fonts.font(font)),
      raster: (...band) => this.fonts.raster(this.surface.context(), ...band),
      log: (level, text) => this.log(level, text_of(text)),
      fail: (text) => {
        throw new Error(text_of(text));
      },
    };
  }

  /** Few pages need the parser: it comes when the first of them does. */
  async parse(request, html) {
    try {
      const { token_records } = await import('./inert_html.js');
      this.core.html_tokens(request, token_records(html));
    } catch (error) {
      this.fail(error);
    }
  }

  show(patch, page_height) {
    this.surface.page_changed(page_height);
    if (this.semantics) {
      this.semantics.apply(patch);
      return;
    }
    // The first patch comes while C++ boots: it must not be called back before that ends.
    this.semantics = new Semantics(this, (...what) => this.core.action(...what));
    this.static_page = take_over(this, () => {
      this.replaceChildren(this.surface.canvas);
      this.setAttribute('state', 'live');
      this.toggleAttribute('debug', new URLSearchParams(location.search).get('debug') === 'semantics');
      this.semantics.apply(patch);
    });
    this.menus = close_menus(this);
    this.navigation = new Navigation(this, this.base, (...where) => this.core.navigate(...where));
  }

  watch() {
    this.listeners = new AbortController();
    const signal = this.listeners.signal;
    const resized = () => this.core.viewport(width_of(this), devicePixelRatio);
    // A window may move to a screen of another density without changing its size.
    const watch_density = () => {
      const now = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      const changed = () => {
        resized();
        watch_density();
      };
      now.addEventListener('change', changed, { once: true, signal });
    };
    watch_density();
    let width = width_of(this);
    this.sizes = new ResizeObserver(() => {
      if (width_of(this) === width) return;
      width = width_of(this);
      resized();
    });
    this.sizes.observe(this);
    document.fonts.addEventListener('loadingdone', () => this.core.fonts_changed(), { signal });
    const { canvas } = this.surface;
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault();
        this.setAttribute('state', 'lost');
        this.core.context(false);
      },
      { signal },
    );
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        this.setAttribute('state', 'live');
        this.core.context(true);
      },
      { signal },
    );
  }

  async copy(text, said) {
    try {
      await navigator.clipboard.writeText(text);
      this.notice.say(said);
    } catch (error) {
      this.log(1, `not copied: ${error.message}`);
    }
  }

  log(level, text) {
    if (level === 3) this.dumped = text;
    else console[['debug', 'warn', 'error'][level]](text);
  }

  /** A stage of the current screen as text. @returns {string} */
  dump(stage) {
    this.core.dump(stage);
    return this.dumped;
  }

  release() {
    this.listeners?.abort();
    this.sizes?.disconnect();
    this.navigation?.release();
    this.semantics?.release();
    this.menus?.abort();
    this.notice?.wait('');
    this.dialog?.release();
    this.reading?.release();
    this.shortcuts?.release();
    this.display?.release();
    this.requests?.cancel_all();
    this.surface?.release();
  }

  /** Back to the static page. After moves inside the blog that is the one of the current address. */
  fail(error) {
    console.error(error);
    this.release();
    if (!this.static_page) return;
    if (location.pathname !== this.path) {
      location.reload();
      return;
    }
    this.removeAttribute('state');
    this.style.height = '';
    this.replaceChildren(...this.static_page);
  }
}

customElements.define('blatt-blog', BlattBlog);
