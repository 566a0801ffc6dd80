// Keys without modifiers go to C++, which knows what they do; but never one that belongs to a field, a
// dialog or another part of the page.

const takes_text = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

const stored = 'blatt-keys';

/** Whether keys do something, as the reader chose it. @returns {boolean} */
export function kept_keys() {
  try {
    return localStorage.getItem(stored) !== 'off';
  } catch {
    return true;
  }
}

/** @param {boolean} on */
export function keep_keys(on) {
  try {
    if (on) localStorage.removeItem(stored);
    else localStorage.setItem(stored, 'off');
  } catch {
    // Storage is refused or full: the choice holds while this page is open.
  }
}

export class Shortcuts {
  /**
   * @param {HTMLElement} root
   * @param {(key: string) => boolean} press answers whether the key did something
   */
  constructor(root, press) {
    this.root = root;
    this.press = press;
    this.listeners = new AbortController();
    document.addEventListener('keydown', (event) => this.pressed(event), { signal: this.listeners.signal });
  }

  release() {
    this.listeners.abort();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || [...event.key].length !== 1) return;
    if (event.composedPath()[0].closest?.(takes_text) || !this.is_addressed()) return;
    if (this.press(event.key)) event.preventDefault();
  }

  /** A blog that is only a part of a page has to have the focus. */
  is_addressed() {
    const { activeElement: focused, body } = document;
    if (this.root.contains(focused)) return true;
    const is_whole_page = this.root.parentElement === body && body.childElementCount === 1;
    return is_whole_page && (!focused || focused === body);
  }
}
