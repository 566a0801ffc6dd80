// Other words of the same shape: vowels for vowels, consonants for consonants, so that no cache of
// the browser has seen them. The same number gives the same words.

const groups = ['aeiou', 'bdfghklmnprstwz', 'äöü'];

function exchange(number) {
  let state = (number * 2654435761 + 1) >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const map = new Map();
  for (const letters of groups) {
    const to = [...letters];
    for (let i = to.length - 1; i > 0; --i) {
      const j = Math.floor(random() * (i + 1));
      [to[i], to[j]] = [to[j], to[i]];
    }
    [...letters].forEach((letter, i) => map.set(letter, to[i]).set(letter.toUpperCase(), to[i].toUpperCase()));
  }
  return (text) => text.replace(/[a-zäöü]/gi, (letter) => map.get(letter) ?? letter);
}

/** The JSON of a page with its body's Markdown in other words. */
export function respell_json(json, number) {
  const page = JSON.parse(json);
  page.body.markdown = exchange(number)(page.body.markdown);
  return JSON.stringify(page);
}

/** HTML with the text of its article in other words. */
export function respell_html(html, number) {
  const respelled = exchange(number);
  const template = document.createElement('template');
  template.innerHTML = html;
  const walker = document.createTreeWalker(template.content.querySelector('.prose'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = respelled(walker.currentNode.data);
  return template.innerHTML;
}
