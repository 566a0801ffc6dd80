// What the tool asks of highlight.js: a flat list instead of HTML. Runs in site/script_engine.h.
'use strict';

const hljs = require('highlight.js/lib/core');

const languages = 'highlight.js/lib/languages/';
for (const name of script_names()) {
  if (name.startsWith(languages)) hljs.registerLanguage(name.slice(languages.length), require(name));
}

/** Collects scopes and texts in turn: ["", "let ", "string", "`a", "string subst", "${b}", …]. */
class FlatEmitter {
  constructor() {
    this.parts = [];
    this.scopes = [];
  }

  addText(text) {
    if (text !== '') this.parts.push(this.scopes.join(' '), text);
  }

  openNode(scope) {
    this.scopes.push(scope);
  }

  closeNode() {
    this.scopes.pop();
  }

  startScope(scope) {
    this.openNode(scope);
  }

  endScope() {
    this.closeNode();
  }

  /** Code of another language inside begins anew. */
  __addSublanguage(emitter) {
    for (const part of emitter.parts) this.parts.push(part);
  }

  finalize() {}

  toHTML() {
    return '';
  }
}

hljs.configure({ __emitter: FlatEmitter });

/** @returns {string[]} empty for a language that is not known */
exports.highlight = (code, language) =>
  hljs.getLanguage(language) ? hljs.highlight(code, { language, ignoreIllegals: true })._emitter.parts : [];
