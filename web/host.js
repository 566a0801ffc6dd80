// The browser as the front end sees it: files, addresses and history, links inside the blog.
import { text_of } from './records.js';

/** @typedef {import('./core.js').Answer} Answer */

/** @returns {Promise<Answer>} */
export async function get(url, signal) {
  try {
    const response = await fetch(url, { signal });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return { status: 0, bytes: new Uint8Array() };
  }
}

/** The data file of the page at a path: beside its index.html, and on this host though it begin with two slashes. */
export function data_url(path) {
  const folder = path.replace(/index\.html$/, '').replace(/\/?$/, '/');
  return `${location.origin}${folder}index.json`;
}

/** A path that may be a page of the blog and not a picture, a feed or another file. */
function is_page(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === '' || name === 'index.html' || !name.includes('.');
}

/** Requests that C++ started and that may be cancelled. */
export class Requests {
  /** @param {(request: number, answer: Answer) => void} deliver */
  constructor(deliver) {
    this.deliver = deliver;
    /** @type {Map<number, AbortController>} */
    this.open = new Map();
  }

  async start(request, url) {
    const controller = new AbortController();
    this.open.set(request, controller);
    const answer = await get(new URL(url, location.origin), controller.signal);
    if (this.open.delete(request)) this.deliver(request, answer);
  }

  cancel(request) {
    this.open.get(request)?.abort();
    this.open.delete(request);
  }

  cancel_all() {
    for (const request of [...this.open.keys()]) this.cancel(request);
  }
}

/** After a reload or a return from elsewhere: where the reader was, as Navigation noted it. */
export function restore_scroll() {
  const y = history.state?.scroll_y;
  if (history.scrollRestoration === 'manual' && y > 0) scrollTo({ top: y, behavior: 'instant' });
}

const reduced_motion = matchMedia('(prefers-reduced-motion: reduce)');

/** The address bar, history and links. Scroll positions are kept in history's own state. */
export class Navigation {
  /**
   * @param {HTMLElement} root
   * @param {string} base path of the blog, with slashes at both ends
   * @param {(path: string, fragment: string, from_history: boolean, scroll_y: number) => void} navigate
   */
  constructor(root, base, navigate) {
    this.root = root;
    this.base = base;
    this.navigate = navigate;
    // The place that the focus goes to when the link that had it is gone with its page.
    root.tabIndex = -1;
    this.path = location.pathname;
    this.listeners = new AbortController();
    const signal = this.listeners.signal;
    root.addEventListener('click', (event) => this.clicked(event), { signal });
    addEventListener('popstate', (event) => this.popped(event.state), { signal });
    this.watch_scroll(signal);
    addEventListener('pagehide', () => this.remember_scroll(), { signal });
    history.scrollRestoration = 'manual';
  }

  watch_scroll(signal) {
    if ('onscrollend' in window) {
      addEventListener('scrollend', () => this.remember_scroll(), { signal });
      return;
    }
    let timer = 0;
    const settle_ms = 200;
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.remember_scroll(), settle_ms);
    };
    addEventListener('scroll', scrolled, { passive: true, signal });
  }

  release() {
    this.listeners.abort();
    this.root.removeAttribute('tabindex');
    history.scrollRestoration = 'auto';
  }

  remember_scroll() {
    history.replaceState({ ...history.state, scroll_y: scrollY }, '');
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element && event.target.closest('a[href]');
    if (!link || (link.target && link.target !== '_self') || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || url.search || !url.pathname.startsWith(this.base)) return;
    if (!is_page(url.pathname)) return;
    if (url.hash && url.pathname === location.pathname) return;
    event.preventDefault();
    this.navigate(decode(url.pathname, decodeURI), decode(url.hash.slice(1)), false, 0);
  }

  /** @param {{scroll_y?: number} | null} state */
  popped(state) {
    if (location.pathname !== this.path) {
      this.navigate(decode(location.pathname, decodeURI), decode(location.hash.slice(1)), true, state?.scroll_y ?? 0);
    } else if (state?.scroll_y !== undefined) {
      scrollTo({ top: state.scroll_y, behavior: 'instant' });
    }
  }

  /** Shows an address with its title and language; C++ calls this before the page's patch. */
  show(url, title, language, push) {
    const next = new URL(text_of(url), location.origin);
    if (push) {
      this.remember_scroll();
      history.pushState({}, '', next);
    } else {
      history.replaceState(history.state, '', next);
    }
    this.path = location.pathname;
    if (this.root.dataset.url) this.root.dataset.url = location.origin + location.pathname;
    document.title = text_of(title);
    if (language.length) document.documentElement.lang = text_of(language);
  }

  /** Ends a navigation: the new page is there. */
  scroll(y, fragment) {
    if (!this.root.contains(document.activeElement)) this.root.focus({ preventScroll: true });
    if (!reduced_motion.matches) this.root.animate({ opacity: [0.25, 1] }, { duration: 140, easing: 'ease-out' });
    const id = text_of(fragment);
    const target = id && document.getElementById(id);
    if (target) {
      target.scrollIntoView({ behavior: 'instant' });
    } else {
      scrollTo({ top: y, behavior: 'instant' });
    }
  }
}

/** What is not percent-encoded UTF-8 stays as it is. */
export function decode(text, how = decodeURIComponent) {
  try {
    return how(text);
  } catch {
    return text;
  }
}
