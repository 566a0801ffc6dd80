// Calls into the WebAssembly module (src/wasm/bridge.h). Whatever goes wrong inside it ends here: the
// module is then dead and `on_fail` is told once.

const encoder = new TextEncoder();

export class Core {
  /**
   * @param {object} module what the module's factory answered
   * @param {(error: unknown) => void} on_fail
   */
  constructor(module, on_fail) {
    this.module = module;
    this.on_fail = on_fail;
    this.dead = false;
  }

  /** Address and size of a copy that C++ will own. @returns {[number, number]} */
  put(value) {
    const bytes = typeof value === 'string' ? encoder.encode(value) : value;
    const at = this.module._blatt_alloc(bytes.length);
    this.module.HEAPU8.set(bytes, at);
    return [at, bytes.length];
  }

  call(run) {
    if (this.dead) return 0;
    try {
      return run(this.module);
    } catch (error) {
      this.dead = true;
      this.on_fail(error);
      return 0;
    }
  }

  /** @param {{path: string, width: number, density: number, preferences: string, site: Answer, page: Answer}} start */
  boot({ path, width, density, preferences, site, page }) {
    this.call((module) => {
      const given = [...this.put(path), width, density, ...this.put(preferences)];
      given.push(site.status, ...this.put(site.bytes), page.status, ...this.put(page.bytes));
      module._blatt_boot(...given);
    });
  }

  viewport(width, density) {
    this.call((module) => module._blatt_viewport(width, density));
  }

  /** @param {string} preferences */
  display(preferences) {
    this.call((module) => module._blatt_display(...this.put(preferences)));
  }

  fonts_changed() {
    this.call((module) => module._blatt_fonts_changed());
  }

  /** @returns {boolean} whether something is still moving */
  frame(top, width, height, dpr, now) {
    return this.call((module) => module._blatt_frame(top, width, height, dpr, now)) !== 0;
  }

  warm(top, width, height, dpr) {
    this.call((module) => module._blatt_warm(top, width, height, dpr));
  }

  /** @param {Answer} answer */
  deliver(request, answer) {
    this.call((module) => module._blatt_deliver(request, answer.status, ...this.put(answer.bytes)));
  }

  /** @param {Uint8Array} tokens what inert_html.js found */
  html_tokens(request, tokens) {
    this.call((module) => module._blatt_html_tokens(request, ...this.put(tokens)));
  }

  navigate(path, fragment, from_history, scroll_y) {
    this.call((module) =>
      module._blatt_navigate(...this.put(path), ...this.put(fragment), from_history ? 1 : 0, scroll_y),
    );
  }

  scrolled(top, view_height) {
    this.call((module) => module._blatt_scrolled(top, view_height));
  }

  /** @param {boolean} on */
  keys(on) {
    this.call((module) => module._blatt_keys(on ? 1 : 0));
  }

  /** @param {string} key @returns {boolean} whether it did something */
  key(key) {
    return this.call((module) => module._blatt_key(...this.put(key))) !== 0;
  }

  action(kind, element, value) {
    this.call((module) => module._blatt_action(kind, element, value));
  }

  context(restored) {
    this.call((module) => module._blatt_context(restored ? 1 : 0));
  }

  dump(stage) {
    this.call((module) => module._blatt_dump(...this.put(stage)));
  }
}

/** @typedef {{status: number, bytes: Uint8Array}} Answer status 0: no answer came */
