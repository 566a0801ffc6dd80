// An independent reading of a post's Markdown: what a reader must find in its article.
//
// The text of a body is what GitHub Flavored Markdown makes of it (micromark) and what an HTML parser
// (parse5) finds in that, with these rules:
// - A template tag (Hugo's {{< … >}}, {{% … %}}; Liquid's {% … %}, {{ … }}; kramdown's {: … }) is a
//   gap: a place where the article may show anything or nothing; {{ "…" | url }} is its text. Between the tags of
//   {% comment %} and in HTML comments stands nothing; between those of {% raw %} stands plain text.
// - Pictures and what runs, frames or embeds (script, style, iframe, object, svg, video, …) are gaps:
//   the article may name them.
// - All other characters count, except white space and invisible separators, in their order.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';
import { load } from 'js-yaml';

const gap = '\uE000';

/** Front matter and body of a file's text. */
export function split_front_matter(text) {
  const match = text.replace(/^\uFEFF/, '').match(/^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/);
  if (!match) return { fields: {}, body: text };
  return { fields: read_yaml(match[1]), body: match[2] };
}

/** Front matter that is not YAML still has a line with its title. */
function read_yaml(text) {
  try {
    return load(text, { json: true }) ?? {};
  } catch {
    const title = text.match(/^title:\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(.*))\s*$/m) ?? [];
    return { title: (title[1] ?? title[2] ?? title[3] ?? '').replace(/\s*\n\s*/g, ' ') };
  }
}

function without_templates(markdown, liquid) {
  const kept = [];
  let text = markdown;
  const keep = (value) => `\uE001${kept.push(value) - 1}\uE002`;
  if (liquid) {
    text = text
      .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '')
      .replace(/\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g, (_, raw) => keep(raw))
      .replace(/\{%[\s\S]*?%\}/g, gap)
      .replace(/\{\{\s*"([^"]*)"\s*\|\s*url\s*\}\}/g, '$1')
      .replace(/\{\{[\s\S]*?\}\}/g, gap)
      .replace(/\{:[^{}\n]*\}/g, gap);
  } else {
    text = text.replace(/\{\{([<%])[\s\S]*?[>%]\}\}/g, gap);
  }
  return text.replace(/\uE001(\d+)\uE002/g, (_, index) => kept[index]);
}

// The tagfilter of GFM shows these tags as text; a blog's author means them. In code the end of the tag
// is escaped as well.
const filtered_tag = /&lt;(\/?(?:iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp)\b[^<>]*>)/gi;

/** A title in plain text: entities are characters. */
export const plain_title = (title) => text_of(parseFragment(title));

const silent = new Set(['#comment', '#documentType', 'template', 'head', 'title', 'link', 'meta']);
const embedded = new Set([
  'img', 'script', 'style', 'iframe', 'object', 'embed', 'svg', 'math', 'video', 'audio', 'canvas', 'noscript',
  'input', 'button', 'select', 'textarea', 'picture', 'hr',
]);

function text_of(node) {
  if (node.nodeName === '#text') return node.value;
  if (silent.has(node.nodeName)) return '';
  if (embedded.has(node.nodeName)) return gap;
  return (node.childNodes ?? []).map(text_of).join('');
}

/** What is compared of a text. */
export const visible = (text) => text.normalize('NFC').replace(/[\s\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/gu, '');

/**
 * The pieces of text that the article must show, in order, with gaps between them. A first heading
 * that repeats the title is shown as the title.
 */
export function expected_pieces(markdown, liquid, title) {
  const html = micromark(without_templates(markdown, liquid), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({ label: gap, backLabel: gap })],
  });
  const tree = parseFragment(html.replace(filtered_tag, '<$1'));
  const first = tree.childNodes.find(({ nodeName, value }) => nodeName !== '#text' || value.trim());
  if (/^h[1-3]$/.test(first?.nodeName) && visible(text_of(first)) === visible(title)) {
    tree.childNodes.splice(0, tree.childNodes.indexOf(first) + 1);
  }
  return visible(text_of(tree).replace(/↩\uFE0E?/g, gap)).split(/\uE000+/);
}

/** Where the longest beginning of `piece` that is shown ends. */
function describe_missing(piece, shown) {
  let low = 0;
  let high = piece.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (shown.includes(piece.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const place = shown.indexOf(piece.slice(0, low)) + low;
  const around = (value, at) => JSON.stringify(value.slice(Math.max(0, at - 25), at + 40));
  return `expected ${around(piece, low)}, shown ${around(shown, place)}`;
}

/** Undefined where `text` shows all pieces, or a sentence about the first that is missing. */
export function first_difference(pieces, text) {
  const shown = visible(text).replace(/↩/g, '');
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === 0 ? (shown.startsWith(piece) ? 0 : -1) : shown.indexOf(piece, at);
    if (found < 0) return describe_missing(piece, shown.slice(at));
    at = found + piece.length;
  }
  // After the last piece only a gap excuses more text.
  if (at < shown.length && pieces.length === 1) return `shows more: ${JSON.stringify(shown.slice(at, at + 80))}`;
  return undefined;
}
