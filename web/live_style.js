// The style of the live layer. The page's own sheet still gives fonts, line heights and paddings;
// this one puts elements where the layout says and makes what the canvas paints transparent. In
// print, in forced colours and whenever the state is not "live" none of it holds: the same elements
// flow as on the static page.

const live = 'blatt-blog[state=live]';
// A dialog shows its elements as the static page does, and a formula is the browser's own to set.
// An island is shown by the DOM as well, where the layout says.
const painted = ':not(dialog, dialog *, math, math *, .blatt-notice, [data-island], [data-island] *)';
const leaves = ':is(p,h1,h2,h3,h4,h5,h6,pre,figcaption,caption,dt,span)';

// Undoes the places that semantics.js wrote.
const flow = (root) => `
  ${root} { height: auto !important; }
  ${root} [style]:not(img, math) { inset: auto !important; width: auto !important; height: auto !important; }
  ${root} :is(img, math) { clip-path: none !important; }
`;

const text = `
blatt-blog > canvas.blatt-canvas { display: none; }

@media screen and (forced-colors: none) {
  ${live} { position: relative; display: block; outline: none; }
  ${live} > canvas.blatt-canvas { display: block; position: absolute; left: 0; pointer-events: none; }

  ${live} [style]:not(img, math) {
    display: block; position: absolute; margin: 0; border: 0; box-sizing: border-box;
    min-width: 0; max-width: none;
  }
  ${live} ${leaves}[style] { content-visibility: auto; }
  ${live} :is([data-island], [data-island] *)[style] { content-visibility: visible; }
  ${live} nav[data-island][style] { position: sticky; top: 24px !important; }
  ${live} [style]:is(pre, table, .formula) { overflow-y: hidden; }
  ${live} { white-space: nowrap; overflow-wrap: normal; }
  ${live} pre { white-space: pre; }
  ${live} wbr, ${live} > dialog { white-space: normal; }
  /* A line is as long as the painted one, which shows a hyphen; nobody hears or copies it. */
  ${live} [data-hyphen]::after { content: '-'; content: '-' / ''; }
  ${live} :is(ul, ol):not(dialog *) { list-style: none; }

  ${live} ${painted}, ${live} ${painted}::before, ${live} ${painted}::after, ${live} ${painted}::marker {
    color: transparent; background-color: transparent; border-color: transparent;
    box-shadow: none; text-decoration-color: transparent; caret-color: transparent;
  }
  ${live} math { color: var(--blatt-text, CanvasText); }
  ${live} img { color: var(--blatt-ink-soft, GrayText); white-space: normal; }
  ${live} ${painted}:focus-visible { outline-color: transparent; }
  ${live} ${painted}::selection {
    color: transparent;
    background-color: color-mix(in srgb, var(--blatt-accent, Highlight) 32%, transparent);
  }
  ${live} > .blatt-notice {
    position: fixed; z-index: 3; left: 50%; top: 16px; transform: translateX(-50%);
    padding: 8px 18px; border-radius: 20px; font: 500 15px/22px var(--blatt-sans, sans-serif);
    color: var(--blatt-paper, Canvas); background-color: var(--blatt-ink, CanvasText);
  }
  ${live} > dialog { color: var(--blatt-ink, CanvasText); }
  ${live}[debug] * { color: rgb(255 0 0 / .5); }
}

@media print { ${flow('blatt-blog[state]')} }
@media (forced-colors: active) { ${flow('blatt-blog[state]')} }
${flow('blatt-blog[state]:not([state=live])')}
`;

/** Adds the sheet to the document once. */
export function add_live_style() {
  const mark = 'blattLiveStyle';
  if (document[mark]) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document[mark] = true;
}
