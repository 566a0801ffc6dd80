// Exchanging the static page for the live one without the reader noticing: what was at the top of the
// view stays there, what had the focus keeps it.

// Both pages have the same ones of these, in the same order.
const landmarks = 'h1, h2, h3, h4, h5, h6, p, li, pre, tr, figure';
const focusable = 'a[href], summary, input, button';

/**
 * @param {HTMLElement} root
 * @param {() => void} exchange puts the live page in place
 * @returns {Node[]} the static page
 */
export function take_over(root, exchange) {
  const children = [...root.childNodes];
  const mark = scrollY > 0 ? first_in_view(root) : null;
  const focus = [...root.querySelectorAll(focusable)].indexOf(document.activeElement);
  exchange();
  if (mark) {
    const element = root.querySelectorAll(landmarks)[mark.index];
    if (element) scrollBy({ top: element.getBoundingClientRect().top - mark.top, behavior: 'instant' });
  }
  if (focus >= 0) root.querySelectorAll(focusable)[focus]?.focus({ preventScroll: true });
  return children;
}

function first_in_view(root) {
  const elements = root.querySelectorAll(landmarks);
  for (let index = 0; index < elements.length; ++index) {
    const { top, bottom } = elements[index].getBoundingClientRect();
    const is_shown = !elements[index].closest('details:not([open])');
    if (is_shown && bottom > 0 && top >= 0) return { index, top };
  }
  return null;
}
