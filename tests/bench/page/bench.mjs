// What is measured in the bench page: stages of the front end's module, and the browser's own layout
// of the same page's HTML. All times are milliseconds.
import create from './module/blatt_bench.js';
import { FontEngine } from './web/raster.js';
import { Semantics } from './web/semantics.js';
import { add_live_style } from './web/live_style.js';
import { respell_html, respell_json } from './words.mjs';

// In the order of Stage in tests/bench/bench.cpp.
const stages = [
  'read_json', 'cmark', 'read_markdown', 'make_screen', 'style', 'break_text', 'make_pieces',
  'lay_out', 'lay_out_near', 'lay_out_far', 'build_tree', 'diff_new', 'diff_near', 'diff_far', 'paint',
  'text_to_lines', 'text_to_patch',
];

// A call shorter than this is repeated, and the time divided.
const shortest_ms = 2;

const encoder = new TextEncoder();

export function timed(run) {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

const element = document.getElementById('page');

class Bench {
  constructor() {
    this.fonts = new FontEngine();
    // Widths of one breadth and of two, CSS px.
    this.near = [620, 580];
    this.far = [1280, 360];
  }

  async start() {
    add_live_style();
    this.module = await create({
      host: {
        metrics: (fonts, out) => this.fonts.metrics(fonts, out),
        measure: (runs, out) => this.fonts.measure(runs, out),
        semantics: (patch) => this.semantics.apply(patch),
        log: (level, text) => console.log(new TextDecoder().decode(text)),
        fail: (text) => {
          throw new Error(new TextDecoder().decode(text));
        },
      },
    });
  }

  put(text) {
    const bytes = encoder.encode(text);
    const at = this.module._blatt_alloc(bytes.length);
    this.module.HEAPU8.set(bytes, at);
    return [at, bytes.length];
  }

  /** Makes the page at a path the one that is measured. */
  async open(path) {
    const text = async (url) => (await fetch(url)).text();
    const [site, json, html] = await Promise.all([text('/blog.json'), text(`${path}index.json`), text(path)]);
    const source = new DOMParser().parseFromString(html, 'text/html');
    if (!document.querySelector('link[rel=stylesheet]')) {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = new URL(source.querySelector('link[rel=stylesheet]').getAttribute('href'), location.origin);
      const loaded = new Promise((done) => sheet.addEventListener('load', done));
      document.head.append(sheet);
      await loaded;
    }
    this.html = source.querySelector('blatt-blog').innerHTML;
    const runs = this.module._bench_open(...this.put(site), ...this.put(json), innerWidth, ...this.near, ...this.far);
    this.json = json;
    const words = source.querySelector('.prose').textContent.trim().split(/\s+/).length;
    this.repetitions = stages.map((_, stage) => {
      this.module._bench_run(stage, 1);
      const once = Math.min(...[1, 1, 1].map(() => timed(() => this.module._bench_run(stage, 1))));
      return Math.max(1, Math.min(200, Math.ceil(shortest_ms / Math.max(once, 0.001))));
    });
    return { runs, words };
  }

  stage(name) {
    const stage = stages.indexOf(name);
    const repetitions = this.repetitions[stage];
    return timed(() => this.module._bench_run(stage, repetitions)) / repetitions;
  }

  measure_all() {
    return timed(() => this.module._bench_measure_all());
  }

  /** An empty element in the given state, laid out. */
  clear({ state, skipping = false, width = '' } = {}) {
    element.textContent = '';
    element.className = skipping ? 'skipping' : '';
    element.style.cssText = '';
    element.style.width = width;
    if (state) element.setAttribute('state', state);
    else element.removeAttribute('state');
    element.offsetHeight;
    globalThis.gc?.();
  }

  /** innerHTML and forced layout. dialect: other words than before. */
  dom({ skipping = false, dialect } = {}) {
    const html = dialect === undefined ? this.html : respell_html(this.html, dialect);
    this.clear({ skipping });
    const taken = timed(() => {
      element.innerHTML = html;
      element.offsetHeight;
    });
    this.clear();
    return taken;
  }

  /** Forced layout of the same page at another width. */
  dom_reflow([from, to]) {
    this.clear({ width: `${from}px` });
    element.innerHTML = this.html;
    element.offsetHeight;
    const taken = timed(() => {
      element.style.width = `${to}px`;
      element.offsetHeight;
    });
    this.clear();
    return taken;
  }

  /** Where the time goes for words that nothing knows yet. */
  fresh(dialect) {
    const page = this.put(respell_json(this.json, dialect));
    const { module } = this;
    return {
      fresh_document: timed(() => module._bench_respell(...page)),
      fresh_pieces: timed(() => module._bench_intern()),
      fresh_measure: timed(() => module._bench_measure()),
      fresh_lay_out: timed(() => module._bench_run(stages.indexOf('lay_out'), 1)),
    };
  }

  /** Markdown to the mounted semantic layer, by part, and its forced layout. */
  mounted() {
    this.clear({ state: 'live' });
    this.semantics = new Semantics(element, () => {});
    const to_patch = timed(() => this.module._bench_run(stages.indexOf('text_to_patch'), 1));
    const apply = timed(() => this.module._bench_mount());
    const layout = timed(() => element.offsetHeight);
    this.semantics.release();
    this.clear();
    return { to_patch, apply, layout, all: to_patch + apply + layout };
  }

  /** One round of everything whose words the browser knows. */
  round() {
    const taken = {};
    taken.dom = this.dom();
    taken.text_to_lines = this.stage('text_to_lines');
    taken.dom_skipping = this.dom({ skipping: true });
    const { to_patch, apply, layout, all } = this.mounted();
    Object.assign(taken, { to_patch, apply_patch: apply, semantic_layout: layout, mounted: all });
    taken.dom_near = this.dom_reflow(this.near);
    taken.dom_far = this.dom_reflow(this.far);
    for (const name of stages) taken[name] ??= this.stage(name);
    taken.measure_all = this.measure_all();
    return taken;
  }
}

window.bench = new Bench();
await window.bench.start();
window.bench.ready = true;
