// How pages look: the reader's preferences, which the style sheet selects on (theme.js), and the
// colours and fonts that the style sheet then has.

const key = 'blatt';
const { documentElement } = document;

export class Display {
  /**
   * @param {HTMLElement} root
   * @param {() => void} changed the style sheet may have other colours
   */
  constructor(root, changed) {
    this.root = root;
    this.changed = changed;
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
      matchMedia(query).addEventListener('change', changed, { signal });
    }
    // Another tab: the choice holds for all of them.
    addEventListener(
      'storage',
      (event) => {
        if (event.key !== key && event.key !== null) return;
        documentElement.dataset.blatt = event.newValue ?? '';
        changed();
      },
      { signal },
    );
  }

  release() {
    this.listeners.abort();
  }

  /** Words like "size-large". @returns {string} */
  get preferences() {
    return documentElement.dataset.blatt ?? '';
  }

  /** @param {string} words */
  store(words) {
    documentElement.dataset.blatt = words;
    try {
      if (words) localStorage.setItem(key, words);
      else localStorage.removeItem(key);
    } catch {
      // Storage is refused or full: the choice holds while this page is open.
    }
    // This is called from inside of C++.
    queueMicrotask(this.changed);
  }

  /** The value of a custom property. @returns {string} */
  value(name) {
    return getComputedStyle(this.root).getPropertyValue(name).trim();
  }

  /**
   * Colours of custom properties as bytes, whatever way they are written.
   * @param {string[]} names
   * @param {Uint8Array} out
   */
  palette(names, out) {
    const canvas = document.createElement('canvas');
    canvas.width = names.length;
    canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const style = getComputedStyle(this.root);
    names.forEach((name, x) => {
      context.fillStyle = style.getPropertyValue(name);
      context.fillRect(x, 0, 1, 1);
    });
    out.set(context.getImageData(0, 0, names.length, 1).data);
  }
}
