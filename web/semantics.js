// The semantic layer: applies patches (src/semantics/patch.h) to the DOM under the painted page and
// reports what a reader does there. Nodes know their ids by a symbol that nobody else has.
import { make_formula } from './formulas.js';
import { PatchReader } from './records.js';

// src/semantics/patch.h
const operation = {
  create_element: 1,
  create_text: 2,
  set_text: 3,
  set_attribute: 4,
  remove_attribute: 5,
  place: 6,
  insert: 7,
  remove: 8,
  create_formula: 9,
};

// app::ActionKind
export const action = { hover: 0, leave: 1, focus: 2, blur: 3, press: 4, release: 5, toggle: 6, scroll_x: 7, activate: 8, dismiss: 9 };

const answers_pointer = 'a[href], summary, button';

export class Semantics {
  /**
   * @param {HTMLElement} root
   * @param {(kind: number, element: number, value: number) => void} act
   * @param {number} root_id the first id of a tree (semantics::MountedTree)
   */
  constructor(root, act, root_id = 1) {
    this.root = root;
    this.root_id = root_id;
    this.act = act;
    /** @type {Map<number, Node>} */
    this.nodes = new Map([[root_id, root]]);
    this.id_of = Symbol('id');
    root[this.id_of] = root_id;
    this.hovered = 0;
    this.pressed = 0;
    this.listeners = new AbortController();
    this.listen();
  }

  /** Stops listening; the DOM stays. */
  release() {
    this.listeners.abort();
  }

  /** @param {Uint8Array} patch */
  apply(patch) {
    const reader = new PatchReader(patch);
    const { nodes, id_of } = this;
    const keep = (id, node) => {
      nodes.set(id, node);
      node[id_of] = id;
    };
    while (!reader.done) {
      const kind = reader.u8();
      const id = reader.u32();
      switch (kind) {
        case operation.create_element:
          keep(id, document.createElement(reader.string()));
          break;
        case operation.create_formula:
          keep(id, make_formula(reader.record()));
          break;
        case operation.create_text:
          keep(id, document.createTextNode(reader.string()));
          break;
        case operation.set_text:
          nodes.get(id).data = reader.string();
          break;
        case operation.set_attribute: {
          const name = reader.string();
          set_attribute(nodes.get(id), name, reader.string());
          break;
        }
        case operation.remove_attribute:
          remove_attribute(nodes.get(id), reader.string());
          break;
        case operation.place:
          place(nodes.get(id), reader.f32(), reader.f32(), reader.f32(), reader.f32(), id === this.root_id);
          break;
        case operation.insert: {
          const child = nodes.get(reader.u32());
          nodes.get(id).insertBefore(child, nodes.get(reader.u32()) ?? null);
          break;
        }
        case operation.remove:
          this.forget(nodes.get(id));
          nodes.get(id)?.remove();
          nodes.delete(id);
          break;
        default:
          throw new Error(`unknown patch operation ${kind}`);
      }
    }
  }

  /** The ids in a removed subtree are free again. */
  forget(node) {
    for (const child of node.childNodes) {
      this.forget(child);
      this.nodes.delete(child[this.id_of]);
    }
  }

  /** The id of the nearest element that answers a pointer, or 0. */
  target_id(node) {
    const element = node instanceof Element ? node.closest(answers_pointer) : null;
    return element?.[this.id_of] ?? 0;
  }

  id(node) {
    return node[this.id_of] ?? 0;
  }

  listen() {
    const { root } = this;
    const on = (type, listener, options) =>
      root.addEventListener(type, listener, { signal: this.listeners.signal, passive: true, ...options });

    on('pointerover', (event) => {
      if (event.pointerType !== 'touch') this.hover(this.target_id(event.target));
    });
    on('pointerleave', () => this.hover(0));
    on('pointerdown', (event) => {
      this.pressed = this.target_id(event.target);
      if (this.pressed) this.act(action.press, this.pressed, 0);
    });
    for (const type of ['pointerup', 'pointercancel', 'dragend']) {
      on(type, () => {
        if (this.pressed) this.act(action.release, this.pressed, 0);
        this.pressed = 0;
      });
    }
    on('click', (event) => this.clicked(event), { passive: false });
    on('focusin', (event) => {
      const id = this.id(event.target);
      if (id && id !== this.root_id) this.act(action.focus, id, event.target.matches(':focus-visible') ? 1 : 0);
    });
    on('focusout', (event) => {
      const id = this.id(event.target);
      if (id && id !== this.root_id) this.act(action.blur, id, 0);
    });
    // These do not bubble.
    on('error', (event) => event.target.setAttribute?.('data-broken', ''), { capture: true });
    on(
      'toggle',
      (event) => {
        const id = this.id(event.target);
        if (id) this.act(action.toggle, id, event.target.open ? 1 : 0);
      },
      { capture: true },
    );
    on(
      'scroll',
      (event) => {
        const id = this.id(event.target);
        if (id && id !== this.root_id) this.act(action.scroll_x, id, event.target.scrollLeft);
      },
      { capture: true },
    );
  }

  /** A button, or a link that does more here than lead away. @param {MouseEvent} event */
  clicked(event) {
    const element = event.target instanceof Element && event.target.closest('button, a[aria-haspopup]');
    const id = element && this.id(element);
    if (!id) return;
    if (element.tagName === 'A') {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
    }
    this.act(action.activate, id, 0);
  }

  /** As a reader does it. @param {number} what 0: focus, 1: click */
  do(id, what) {
    const element = this.nodes.get(id);
    if (!(element instanceof HTMLElement)) return;
    if (what === 1) element.click();
    else element.focus({ focusVisible: true });
  }

  hover(id) {
    if (id === this.hovered) return;
    if (this.hovered) this.act(action.leave, this.hovered, 0);
    this.hovered = id;
    if (id) this.act(action.hover, id, 0);
  }
}

// The browser rounds widths of text in its own way: a line that just fits must not wrap for a hair. In
// a box this much wider it fits, and the next line, which begins at a <wbr>, still does not.
const slack = 0.05;
const leaves = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'FIGCAPTION', 'CAPTION', 'DT', 'SPAN', 'SUMMARY']);

/** The current place stays in sight where its list scrolls by itself. */
function reveal(element) {
  const list = element.closest('nav');
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const room = 48;
  const outer = list.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const above = inner.top - outer.top - room;
  const below = inner.bottom - outer.bottom + room;
  if (above < 0 || below > 0) list.scrollTop += above < 0 ? above : below;
}

/** data-clip: the part of a picture that shows; the rest is an open menu painted below it. */
function set_attribute(element, name, value) {
  element.setAttribute(name, value);
  if (value === 'location') reveal(element);
  if (name === 'data-clip') element.style.clipPath = value;
}

function remove_attribute(element, name) {
  element.removeAttribute(name);
  if (name === 'data-clip') element.style.clipPath = '';
}

/** The root takes only its height: its width is the page's affair. */
function place(element, x, y, width, height, is_root) {
  const room = leaves.has(element.tagName) ? width + slack : width;
  element.style.cssText = is_root ? `height:${height}px` : `left:${x}px;top:${y}px;width:${room}px;height:${height}px`;
}
