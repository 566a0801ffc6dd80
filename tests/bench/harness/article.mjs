// Long articles for measuring: deterministic Markdown in the words of the sample blog's posts. Each
// word follows one that it follows in the posts, so that lengths, punctuation and repetition are those
// of real text; compounds give it the long tail of rare words that German has.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../browser/harness/sites.mjs';

const posts = join(root, 'assets/sample/content/posts');

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The running text of the posts as words with their punctuation. */
function words_of_posts() {
  const texts = readdirSync(posts, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(posts, name), 'utf8'));
  return texts.flatMap((text) =>
    text
      .replace(/^---[\s\S]*?\n---/, '')
      .replace(/```[\s\S]*?```/g, '')
      .split('\n')
      .filter((line) => /^[\p{L}„“]/u.test(line))
      .flatMap((line) => line.split(/\s+/))
      .filter((word) => /^[„(]?[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}’.,:;!?“)-]*$/u.test(word)),
  );
}

const code = `struct Blatt {
    int seite = 1;
    std::string farbe = "grün";
};

for (const Blatt& blatt : stapel) {
    if (blatt.seite % 2 == 0) wenden(blatt);  // Rückseiten zuerst
}`;

/** An article of about `count` words as Markdown. */
export function article(count, seed = 1) {
  const random = generator(seed);
  const words = words_of_posts();
  const followers = new Map();
  words.forEach((word, i) => {
    if (!followers.has(word)) followers.set(word, []);
    followers.get(word).push(words[(i + 1) % words.length]);
  });
  const nouns = words.filter((word) => /^\p{Lu}\p{Ll}{3,9}$/u.test(word));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  let written = 0;
  let last = pick(words);

  const word = () => {
    ++written;
    last = pick(followers.get(last));
    if (random() < 0.5 && /^\p{Lu}\p{Ll}{3,}$/u.test(last)) {
      return pick(nouns) + pick(nouns).toLowerCase();
    }
    return last;
  };
  const phrase = (size) => Array.from({ length: size }, word).join(' ');
  const plain = (size) => phrase(size).replace(/[„“"().,:;!?–]/g, '').replace(/\s+/g, ' ').trim() || 'Blatt';
  const title = (size) => {
    const text = plain(size);
    return text[0].toUpperCase() + text.slice(1);
  };
  const marked = () => {
    const kind = random();
    if (kind < 0.3) return `*${plain(between(1, 4))}*`;
    if (kind < 0.5) return `**${plain(between(1, 3))}**`;
    if (kind < 0.8) return `[${plain(between(1, 4))}](/${plain(1).toLowerCase()}/)`;
    return `\`${plain(1)}()\``;
  };
  const paragraph = (size) => {
    const parts = [];
    for (const goal = written + size; written < goal; ) {
      parts.push(phrase(between(8, 30)));
      if (random() < 0.4) parts.push(marked());
    }
    const text = parts.join(' ').replace(/[,;:]$/, '');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const list = (sign) => Array.from({ length: between(3, 7) }, () => `${sign} ${phrase(between(4, 18))}`).join('\n');
  const table = () => {
    const row = (cells) => `| ${cells.join(' | ')} |`;
    const rows = Array.from({ length: between(3, 6) }, () => row([plain(2), plain(1), String(between(1, 900))]));
    return [row([title(1), title(1), title(1)]), '|:--|:--|--:|', ...rows].join('\n');
  };

  const blocks = [];
  while (written < count) {
    blocks.push(`${random() < 0.6 ? '##' : '###'} ${title(between(2, 6))}`);
    for (let left = between(2, 5); left > 0 && written < count; --left) blocks.push(paragraph(between(35, 110)));
    const kind = random();
    if (written >= count) break;
    if (kind < 0.3) blocks.push(list('-'));
    else if (kind < 0.42) blocks.push(list('1.'));
    else if (kind < 0.6) blocks.push(`> ${paragraph(between(15, 50))}`);
    else if (kind < 0.68) blocks.push(`\`\`\`cpp\n${code}\n\`\`\``);
    else if (kind < 0.76) blocks.push(table());
  }
  return `${blocks.join('\n\n')}\n`;
}
