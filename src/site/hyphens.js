// What the tool asks of the hyphen package: words with their hyphens. Runs in site/script_engine.h.
'use strict';

const create_hyphenator = require('hyphen');

const patterns = 'hyphen/patterns/';
// By the first part of a language tag; where there are several, today's spelling.
const names = { de: 'de-1996', en: 'en-us', no: 'nb' };
const hyphenators = new Map();

function hyphenator_of(language) {
  const short = language.split('-')[0].toLowerCase();
  const name = patterns + (names[short] ?? short);
  if (!script_names().includes(name)) return undefined;
  if (!hyphenators.has(name)) {
    hyphenators.set(name, create_hyphenator(require(name), { hyphenChar: '-', minWordLength: 1 }));
  }
  return hyphenators.get(name);
}

/** @returns {string[]} the same words, parted; empty for a language that is not known */
exports.hyphenate = (words, language) => hyphenator_of(language)?.(words).split(' ') ?? [];
