// Small things around the page that the page itself does not contain.

// A page that comes at once needs no notice.
const patience_ms = 300;

/** Says that the next page is on its way, when that takes longer than a moment. */
export class BusyNotice {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.element = document.createElement('div');
    this.element.className = 'blatt-busy';
    this.element.setAttribute('role', 'status');
    this.timer = 0;
  }

  /** @param {string} text empty: nothing is awaited any more */
  show(text) {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!text) {
      this.element.remove();
      return;
    }
    this.timer = setTimeout(() => {
      this.element.textContent = '';
      this.root.append(this.element);
      // A live region announces what changes in it, not what it came with.
      this.element.textContent = text;
    }, patience_ms);
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
