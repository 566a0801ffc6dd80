// What the tool asks of Temml: MathML for TeX. Runs in site/script_engine.h.
'use strict';

const temml = require('temml/dist/temml.cjs');

/** @returns {[string]} */
exports.mathml = (tex, display) => [
  temml.renderToString(tex, { displayMode: display === 'block', throwOnError: true, maxExpand: 1000 }),
];
