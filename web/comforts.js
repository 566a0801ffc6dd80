// Small things around the page that the page itself does not contain.

// A page that comes at once needs no notice.
const patience_ms = 300;

const said_ms = 2000;

/** What the reader should know now: that the next page takes a moment, that something was done. */
export class Notice {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.element = document.createElement('div');
    this.element.className = 'blatt-notice';
    this.element.setAttribute('role', 'status');
    this.timer = 0;
  }

  /** Something is awaited. @param {string} text empty: nothing is awaited any more */
  wait(text) {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!text) {
      this.element.remove();
      return;
    }
    this.timer = setTimeout(() => this.show(text), patience_ms);
  }

  /** Something was done. @param {string} text */
  say(text) {
    clearTimeout(this.timer);
    this.show(text);
    this.timer = setTimeout(() => this.element.remove(), said_ms);
  }

  show(text) {
    this.element.textContent = '';
    this.root.append(this.element);
    // A live region announces what changes in it, not what it came with.
    this.element.textContent = text;
  }
}

/**
 * An open menu closes on Escape, on a click elsewhere, and when the focus leaves it.
 * @param {HTMLElement} root
 */
export function close_menus(root) {
  const controller = new AbortController();
  const { signal } = controller;
  const open_menu = () => root.querySelector('details[name=menu][open]');
  const close_unless = (holds) => {
    const menu = open_menu();
    if (menu && !holds(menu)) menu.open = false;
  };
  document.addEventListener('pointerdown', (event) => close_unless((menu) => menu.contains(event.target)), { signal });
  root.addEventListener('focusin', (event) => close_unless((menu) => menu.contains(event.target)), { signal });
  root.addEventListener(
    'keydown',
    (event) => {
      const menu = event.key === 'Escape' && open_menu();
      if (!menu) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    },
    { signal },
  );
  return controller;
}
