// An independent reading of a post's Markdown: what a reader must find in its article.
//
// The text of a body is what GitHub Flavored Markdown makes of it (micromark) and what an HTML parser
// (parse5) finds in that, with these rules:
// - A template tag (Hugo's {{< … >}}, {{% … %}}; Liquid's {% … %}, {{ … }}; kramdown's {: … }) is a
//   gap: a place where the article may show anything or nothing. Between the tags of
//   {% comment %} and in HTML comments stands nothing; between those of {% raw %} stands plain text.
// - Pictures and what runs, frames or embeds (script, style, iframe, object, svg, video, …) are gaps:
//   the article may name them.
// - All other characters count, except white space and invisible separators, in their order.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';
import { parse as parse_yaml } from 'yaml';

const gap = '\uE000';

/** Front matter and body of a file's text. */
export function split_front_matter(text) {
  const match = text.replace(/^\uFEFF/, '').match(/^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/);
  if (!match) return { fields: {}, body: text };
  return { fields: parse_yaml(match[1], { logLevel: 'silent', strict: false, uniqueKeys: false }) ?? {}, body: match[2] };
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
      .replace(/\{\{[\s\S]*?\}\}/g, gap)
      .replace(/\{:[^{}\n]*\}/g, gap);
  } else {
    text = text.replace(/\{\{([<%])[\s\S]*?[>%]\}\}/g, gap);
  }
  return text.replace(/\uE001(\d+)\uE002/g, (_, index) => kept[index]);
}

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

/** The pieces of text that the article must show, in order, with gaps between them. */
export function expected_pieces(markdown, liquid) {
  const html = micromark(without_templates(markdown, liquid), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({ label: gap, backLabel: gap })],
  });
  return visible(text_of(parseFragment(html)).replace(/↩\uFE0E?/g, gap)).split(/\uE000+/);
}

/** Undefined where `text` shows all pieces, or a sentence about the first that is missing. */
export function first_difference(pieces, text) {
  const shown = visible(text).replace(/↩/g, '');
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === 0 ? (shown.startsWith(piece) ? 0 : -1) : shown.indexOf(piece, at);
    if (found < 0) {
      let same = 0;
      while (same < piece.length && shown[at + same] === piece[same]) ++same;
      const around = (value, place) => JSON.stringify(value.slice(Math.max(0, place - 30), place + 50));
      return `expected ${around(piece, same)}, shown ${around(shown, at + same)}`;
    }
    at = found + piece.length;
  }
  // After the last piece only a gap excuses more text.
  if (at < shown.length && pieces.length === 1) return `shows more: ${JSON.stringify(shown.slice(at, at + 80))}`;
  return undefined;
}
