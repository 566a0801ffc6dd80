// The modal dialog: its elements come as patches and are shown as they flow. Focus, the page behind it
// and Escape are the browser's affair.
import { Semantics, action } from './semantics.js';

export class Dialog {
  /**
   * @param {HTMLElement} root
   * @param {(kind: number, element: number, value: number) => void} act
   */
  constructor(root, act) {
    this.root = root;
    this.act = act;
  }

  /** @param {Uint8Array} patch empty: it closes */
  show(root_id, patch) {
    if (!patch.length) {
      this.element?.close();
      return;
    }
    if (this.element) {
      this.semantics.apply(patch);
      this.name();
      return;
    }
    const element = document.createElement('dialog');
    element.className = 'blatt-dialog';
    this.element = element;
    this.semantics = new Semantics(element, this.act, root_id);
    this.semantics.apply(patch);
    this.name();
    element.addEventListener('keydown', (event) => this.pressed(event));
    swipes(element, (key) => this.press(key));
    // Beside it is outside of it.
    element.addEventListener('pointerdown', (event) => {
      if (event.target === element && !holds(element.getBoundingClientRect(), event)) element.close();
    });
    element.addEventListener('close', () => this.closed(root_id));
    this.root.append(element);
    element.showModal();
  }

  /** Its title, or what its content is called. */
  name() {
    const { element } = this;
    const name = element.querySelector('h1, h2')?.textContent ?? element.firstElementChild?.getAttribute('aria-label');
    if (name) element.setAttribute('aria-label', name);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    if (this.press(event.key)) event.preventDefault();
  }

  /** The button that a key presses, wherever in the dialog the focus is. */
  press(key) {
    const button = this.element?.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    button?.click();
    return Boolean(button);
  }

  closed(root_id) {
    const { element } = this;
    this.release();
    if (element) this.act(action.dismiss, root_id, 0);
  }

  release() {
    this.semantics?.release();
    this.element?.remove();
    this.element = this.semantics = undefined;
  }
}

const holds = ({ left, right, top, bottom }, { clientX: x, clientY: y }) =>
  x >= left && x <= right && y >= top && y <= bottom;

const shortest_swipe = 48;

/** A finger drawn sideways is an arrow key; not while the page is zoomed, where it moves what is seen. */
function swipes(element, press) {
  let start;
  element.addEventListener('pointerdown', ({ pointerType, isPrimary, clientX, clientY }) => {
    start = pointerType === 'touch' && isPrimary && visualViewport.scale === 1 ? { clientX, clientY } : undefined;
  });
  element.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (!start) return;
    const [dx, dy] = [clientX - start.clientX, clientY - start.clientY];
    start = undefined;
    if (Math.abs(dx) > shortest_swipe && Math.abs(dx) > 2 * Math.abs(dy)) press(dx > 0 ? 'ArrowLeft' : 'ArrowRight');
  });
}
