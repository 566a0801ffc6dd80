// Compares the lines of the layout with those of the DOM. Runs in the page, so it stands alone.

/**
 * @param {HTMLElement} blog the live page
 * @param {number} tolerance CSS px
 * @returns {{lines: number, problems: string[]}}
 */
export function compare_lines(blog, tolerance) {
  // The text form puts a bar between words, so a bar in the text itself cannot be told from it.
  const bare = (text) => text.replace(/[|\s]/g, '');
  const sorted = (text) => [...text].sort().join('');

  // The lines of the layout's text form: rows of `| x,y widthxheight "word|word"`.
  const row = /^ *\| (-?[\d.]+),(-?[\d.]+) ([\d.]+)x([\d.]+) "(.*)"-?$/gm;
  const lines = [...blog.dump('layout').matchAll(row)]
    .map(([, x, y, width, height, words]) => ({
      x: +x, y: +y, width: +width, height: +height, text: bare(words), indented: /^\s/.test(words),
    }))
    .filter(({ text }) => text);

  // Every word of the DOM with its rectangle, by the row of pixels that its middle is in.
  const rows = new Map();
  const range = document.createRange();
  const walker = document.createTreeWalker(blog, NodeFilter.SHOW_TEXT);
  const bin = 64;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('details:not([open]) > :not(summary)')) continue;
    for (const match of node.data.matchAll(/\S+/g)) {
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      // A word of two directions has several rectangles; its text counts once.
      let text = match[0];
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const middle = (top + bottom) / 2 + scrollY;
        const key = Math.floor(middle / bin);
        if (!rows.has(key)) rows.set(key, []);
        rows.get(key).push({ left: left + scrollX, right: right + scrollX, middle, text });
        text = '';
      }
    }
  }
  const words_between = (top, bottom) => {
    const out = [];
    for (let key = Math.floor(top / bin); key <= Math.floor(bottom / bin); ++key) out.push(...(rows.get(key) ?? []));
    return out;
  };

  const problems = [];
  for (const line of lines) {
    const inside = words_between(line.y, line.y + line.height).filter(
      ({ left, right, middle }) =>
        middle > line.y && middle < line.y + line.height &&
        left > line.x - line.height && right < line.x + line.width + line.height && right > left,
    );
    const left = Math.min(...inside.map((word) => word.left));
    const right = Math.max(...inside.map((word) => word.right));
    // The spaces that indent code belong to the line and to no word.
    const shift = Math.max(line.indented ? 0 : Math.abs(left - line.x), Math.abs(right - line.x - line.width));
    const text = bare(inside.map((word) => word.text).join(''));
    // In visual order right-to-left words stand in another order than in the document.
    if (sorted(text) !== sorted(line.text) || !(shift <= tolerance)) {
      problems.push(`${line.x},${line.y} "${line.text}": DOM has "${text}" ${shift.toFixed(2)} px off`);
    }
  }
  return { lines: lines.length, problems };
}
