// The imports of the WebAssembly module (src/wasm/bridge.h): each turns addresses into views and
// calls the host object that the module's factory was given. Views are valid during the call.
addToLibrary({
  $bytes: (at, size) => HEAPU8.subarray(at, at + size),
  $floats: (at, count) => HEAPF32.subarray(at >> 2, (at >> 2) + count),

  host_context__deps: ['$GL'],
  host_context: () => GL.makeContextCurrent(GL.registerContext(Module['host']['context'](), {'majorVersion': 2})),
  host_request__deps: ['$bytes'],
  host_request: (request, url, size) => Module['host']['request'](request, bytes(url, size)),
  host_cancel: (request) => Module['host']['cancel'](request),
  host_parse_html__deps: ['$bytes'],
  host_parse_html: (request, html, size) => Module['host']['parse_html'](request, bytes(html, size)),
  host_url__deps: ['$bytes'],
  host_url: (url, urlSize, title, titleSize, language, languageSize, push) =>
    Module['host']['url'](bytes(url, urlSize), bytes(title, titleSize), bytes(language, languageSize), push),
  host_scroll__deps: ['$bytes'],
  host_scroll: (y, fragment, size) => Module['host']['scroll'](y, bytes(fragment, size)),
  host_semantics__deps: ['$bytes'],
  host_semantics: (patch, size, pageHeight) => Module['host']['semantics'](bytes(patch, size), pageHeight),
  host_busy__deps: ['$bytes'],
  host_busy: (text, size) => Module['host']['busy'](bytes(text, size)),
  host_copy__deps: ['$bytes'],
  host_copy: (text, size, said, saidSize) => Module['host']['copy'](bytes(text, size), bytes(said, saidSize)),
  host_dialog__deps: ['$bytes'],
  host_dialog: (root, patch, size) => Module['host']['dialog'](root, bytes(patch, size)),
  host_repaint: () => Module['host']['repaint'](),
  host_metrics__deps: ['$bytes', '$floats'],
  host_metrics: (fonts, size, out, count) => Module['host']['metrics'](bytes(fonts, size), floats(out, 2 * count)),
  host_measure__deps: ['$bytes', '$floats'],
  host_measure: (runs, size, out, count) => Module['host']['measure'](bytes(runs, size), floats(out, count)),
  host_raster__deps: ['$GL', '$bytes'],
  host_raster: (texture, kind, top, width, height, runs, size) =>
    Module['host']['raster'](GL.textures[texture], kind, top, width, height, bytes(runs, size)),
  host_log__deps: ['$bytes'],
  host_log: (level, text, size) => Module['host']['log'](level, bytes(text, size)),
  host_fail__deps: ['$bytes'],
  host_fail: (text, size) => Module['host']['fail'](bytes(text, size)),
});
