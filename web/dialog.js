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
      return;
    }
    const element = document.createElement('dialog');
    element.className = 'blatt-dialog';
    this.element = element;
    this.semantics = new Semantics(element, this.act, root_id);
    this.semantics.apply(patch);
    const title = element.querySelector('h1, h2');
    if (title) element.setAttribute('aria-label', title.textContent);
    // Beside it is outside of it.
    element.addEventListener('pointerdown', (event) => {
      if (event.target === element && !holds(element.getBoundingClientRect(), event)) element.close();
    });
    element.addEventListener('close', () => this.closed(root_id));
    this.root.append(element);
    element.showModal();
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
