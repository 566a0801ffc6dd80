// Tells C++ how far the page is scrolled, only when that makes a difference: C++ says between which
// positions nothing changes.

export class Reading {
  /**
   * @param {HTMLElement} root
   * @param {(top: number, view_height: number) => void} scrolled
   */
  constructor(root, scrolled) {
    this.root = root;
    this.scrolled = scrolled;
    this.watch(-Infinity, Infinity);
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    addEventListener('scroll', () => this.check(), { passive: true, signal });
    addEventListener('resize', () => this.watch(0, 0), { signal });
  }

  release() {
    this.listeners.abort();
  }

  /** Nothing changes in [from, to), CSS px of the page; an empty range: that is not known. */
  watch(from, to) {
    this.from = from;
    this.to = to;
  }

  check() {
    const top = -this.root.getBoundingClientRect().top;
    if (top < this.from || top >= this.to) this.scrolled(top, innerHeight);
  }
}
