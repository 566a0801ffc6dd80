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

// The sheet of keyboard shortcuts, and its switch.
const keys = `
.key-list { display: grid; grid-template-columns: max-content 1fr; gap: 12px 24px; align-items: baseline; }
.key-name kbd {
  display: inline-block; min-width: 28px; padding: 2px 8px; border-radius: 6px; text-align: center;
  font-size: 14px; line-height: 22px; color: var(--blatt-ink, CanvasText);
  background-color: var(--blatt-surface, Canvas);
  box-shadow: inset 0 0 0 1px var(--blatt-line, CanvasText), 0 1px 0 var(--blatt-line, transparent);
}
.key-switch button { display: flex; align-items: center; gap: 12px; color: var(--blatt-ink, ButtonText); }
.key-switch button::before {
  content: ""; flex: none; width: 36px; height: 20px; border-radius: 10px; border: 1px solid transparent;
  background: radial-gradient(circle at 9px 9px, var(--blatt-paper, Canvas) 7px, transparent 7.5px)
    border-box var(--blatt-ink-faint, GrayText);
}
.key-switch button[aria-pressed=true]::before {
  background: radial-gradient(circle at 25px 9px, var(--blatt-paper, Canvas) 7px, transparent 7.5px)
    border-box var(--blatt-accent, Highlight);
}
`;

// A dialog: a sheet in the middle of a wide window, at the foot of a narrow one. What it shows flows by
// the page's own sheet; these are its frame and what only dialogs have.
const dialog = `
dialog.blatt-dialog {
  inset: 0; margin: auto; padding: 0; border: 0; width: min(480px, 100% - 32px); max-height: min(86dvh, 760px);
  overflow: auto; overscroll-behavior: contain; border-radius: 18px; outline: none; white-space: normal;
  color: var(--blatt-ink, CanvasText); background-color: var(--blatt-paper, Canvas);
  box-shadow: 0 0 0 1px var(--blatt-line, transparent), 0 28px 80px rgb(0 0 0 / .34);
}
dialog.blatt-dialog::backdrop { background-color: rgb(18 16 12 / .28); }
dialog.blatt-dialog > * { padding: 26px 28px 28px; }
dialog.blatt-dialog button { text-align: center; transition: background-color .12s, box-shadow .12s, color .12s; }
dialog.blatt-dialog button:active { transform: translateY(1px); }
dialog.blatt-dialog .dialog-actions { display: flex; flex-wrap: wrap; gap: 10px; justify-content: flex-end; }
dialog.blatt-dialog .dialog-actions button {
  padding: 10px 20px; border-radius: 10px; background-color: var(--blatt-surface, ButtonFace);
  color: var(--blatt-ink, ButtonText); font-weight: 600;
}
dialog.blatt-dialog .dialog-actions button:last-child {
  background-color: var(--blatt-accent, ButtonText); color: var(--blatt-paper, ButtonFace);
}
dialog.blatt-dialog .dialog-actions button:hover { background-color: var(--blatt-line, Highlight); }
dialog.blatt-dialog .dialog-actions button:last-child:hover { background-color: var(--blatt-accent-strong, Highlight); }
dialog.blatt-dialog .choice-values {
  display: flex; gap: 4px; padding: 4px; border-radius: 12px; background-color: var(--blatt-surface, ButtonFace);
}
dialog.blatt-dialog .choice-values button {
  flex: 1 1 0; min-width: max-content; padding: 8px 4px; border-radius: 9px; color: var(--blatt-ink-soft, ButtonText);
}
dialog.blatt-dialog .choice-values button:hover { background-color: var(--blatt-line, Highlight); }
dialog.blatt-dialog .choice-values button[aria-pressed=true] {
  color: var(--blatt-ink, HighlightText); background-color: var(--blatt-paper, Highlight);
  box-shadow: 0 0 0 1.5px var(--blatt-accent, Highlight), 0 2px 6px rgb(0 0 0 / .12);
}
dialog.blatt-dialog button[value^=scheme-]::before {
  content: ""; display: block; width: 26px; height: 26px; margin: 2px auto 6px; border-radius: 50%;
  background: var(--blatt-swatch); box-shadow: inset 0 0 0 1.5px rgb(128 128 128 / .5);
}
dialog.blatt-dialog button[value=typeface-serif] { font-family: var(--blatt-serif, serif); }
dialog.blatt-dialog button[value=typeface-legible] { font-family: var(--blatt-legible, sans-serif); }
@media (max-width: 639.98px) {
  dialog.blatt-dialog {
    margin: auto 0 0; width: 100%; max-width: none; max-height: 88dvh; border-radius: 20px 20px 0 0;
    padding-bottom: env(safe-area-inset-bottom);
  }
  dialog.blatt-dialog > * { padding: 22px 20px 24px; }
  dialog.blatt-dialog .dialog-actions button { flex: 1; }
}
@media (forced-colors: active) {
  dialog.blatt-dialog, dialog.blatt-dialog button { border: 1px solid; }
  dialog.blatt-dialog button[aria-pressed=true] { outline: 2px solid Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog.blatt-dialog { animation: blatt-dialog .18s cubic-bezier(.2, .8, .2, 1); }
  dialog.blatt-dialog::backdrop { animation: blatt-backdrop .18s; }
}
@keyframes blatt-dialog { from { opacity: 0; transform: translateY(16px); } }
@keyframes blatt-backdrop { from { opacity: 0; } }
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
    color: transparent; background-color: transparent; background-image: none; border-color: transparent;
    box-shadow: none; text-decoration-color: transparent; caret-color: transparent;
  }
  ${live} math { color: var(--blatt-text, CanvasText); }
  ${live} img { color: var(--blatt-ink-soft, GrayText); white-space: normal; }
  ${live} img[data-broken]:not(.inline-picture) {
    padding: 14px 18px; border: 1px solid var(--blatt-line, GrayText); border-radius: 6px;
    font: italic 15px/22px var(--blatt-sans, sans-serif); background-color: var(--blatt-surface, Canvas);
  }
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
  ${live}[debug] * { color: rgb(255 0 0 / .5); }
}

@media print { ${flow('blatt-blog[state]')} }
@media (forced-colors: active) { ${flow('blatt-blog[state]')} }
${flow('blatt-blog[state]:not([state=live])')}
${keys}
${dialog}
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
