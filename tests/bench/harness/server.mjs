// Serves the site under measurement, the front end's sources and the bench page from one origin that
// is cross-origin isolated: only there does performance.now() count in steps of 5 microseconds.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { frontend, root } from '../../browser/harness/sites.mjs';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
};

/** @param {string} site folder @returns {Promise<{url: string, stop: () => void}>} */
export async function serve_isolated(site) {
  const places = [
    ['/bench/module/', frontend],
    ['/bench/web/', join(root, 'web')],
    ['/bench/', join(root, 'tests/bench/page')],
    ['/', site],
  ];
  const server = createServer((request, response) => {
    const path = normalize(decodeURI(new URL(request.url, 'http://localhost').pathname));
    const [prefix, folder] = places.find(([start]) => path.startsWith(start));
    let file = join(folder, path.slice(prefix.length));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = existsSync(file);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
}
