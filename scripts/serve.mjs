/** A small static server for the production build. Node built-ins only. Run: `node scripts/serve.mjs [--port N] [--root DIR] [--allow-frames]`. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headerPolicy } from './csp.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.ico', '.jpg', '.png', '.webp', '.woff2']);
/** The build puts a hash of the content into the names in `assets/` and `layers/`. */
const HASHED = /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$|[\\/]layers[\\/][^\\/]+\.[\da-f]{8}\.\w+$/;

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // to point at a source's link tells its host nothing
  'X-DNS-Prefetch-Control': 'off',
};

const ENCODERS = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** The file that a request's path names inside `root`, or null where there is none or it would lead outside. */
async function locate(root, pathname) {
  if (pathname.includes('\0')) return null;
  const inside = (path) => path === root || path.startsWith(root + sep);
  const wanted = resolve(join(root, pathname));
  if (!inside(wanted)) return null;
  try {
    const real = await realpath(wanted);
    if (!inside(real)) return null;
    // a link may be anywhere on the way, the last name too
    const file = (await stat(real)).isDirectory() ? await realpath(join(real, 'index.html')) : real;
    if (!inside(file)) return null;
    const info = await stat(file);
    return info.isFile() ? { file, version: `${info.mtimeMs}:${info.size}` } : null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(error.code)) return null;
    throw error;
  }
}

/** Reads files once and keeps them, with their compressed forms, until they change on disk. */
function fileCache() {
  const entries = new Map();
  return ({ file, version }) => {
    const known = entries.get(file);
    if (known?.version === version) return known.entry;
    // the promise is what is kept, so that a hundred requests at once read once
    const entry = readEntry(file);
    entries.set(file, { version, entry });
    entry.catch(() => entries.delete(file));
    return entry;
  };
}

async function readEntry(file) {
  const body = await readFile(file);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, etag, encoded: new Map() };
}

/** The promise is what is kept, so that two requests at once compress once. */
function encode(entry, encoding) {
  if (!entry.encoded.has(encoding)) entry.encoded.set(encoding, ENCODERS[encoding](entry.body));
  return entry.encoded.get(encoding);
}

function chooseEncoding(accepted, extension, bytes) {
  if (PACKED.has(extension) || bytes < 1024) return null;
  const names = accepted.split(',').map((part) => part.trim());
  const wants = (name) => names.some((part) => part.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(part));
  return Object.keys(ENCODERS).find(wants) ?? null;
}

function plain(response, status, text, headers = {}) {
  response.writeHead(status, {
    ...HEADERS,
    'Content-Security-Policy': headerPolicy(false),
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : `${text}\n`);
}

function pathOf(url) {
  try {
    return decodeURIComponent((url ?? '/').split(/[?#]/)[0]);
  } catch {
    return null; // a malformed escape such as %E0%
  }
}

/** A request handler that serves the files under `directory`; other pages may show them in frames where `allowsFrames`. */
async function createHandler(directory, allowsFrames) {
  const policy = headerPolicy(allowsFrames);
  const root = await realpath(directory);
  const read = fileCache();

  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
    const pathname = pathOf(request.url);
    if (pathname === null || !pathname.startsWith('/')) return plain(response, 400, 'Bad request');
    const found = await locate(root, pathname);
    if (!found) return plain(response, 404, 'Not found');

    const entry = await read(found);
    const extension = extname(found.file).toLowerCase();
    const encoding = chooseEncoding(request.headers['accept-encoding'] ?? '', extension, entry.body.length);
    // one tag for each form, as RFC 9110 asks of strong validators
    const etag = encoding ? entry.etag.replace(/"$/, `-${encoding}"`) : entry.etag;
    const headers = {
      ...HEADERS,
      'Content-Security-Policy': policy,
      'Content-Type': TYPES[extension] ?? 'application/octet-stream',
      'Cache-Control': HASHED.test(found.file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: etag,
      Vary: 'Accept-Encoding',
    };
    const held = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (held.includes(etag) || held.includes('*')) {
      response.writeHead(304, headers);
      return response.end();
    }
    const body = encoding ? await encode(entry, encoding) : entry.body;
    if (encoding) headers['Content-Encoding'] = encoding;
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function listen(server, host, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

/**
 * Serves `root` on 127.0.0.1; other pages may show it in frames where `allowsFrames`. `port` 0 is any free port; with `orNext` the following ports are tried while one is taken.
 * Gives the address and a function that ends the server.
 */
export async function serve({ root, port = 0, orNext = false, allowsFrames = false }) {
  const handler = await createHandler(root, allowsFrames);
  const server = createServer((request, response) => {
    handler(request, response).catch((error) => {
      console.error(`serving ${request.url}:`, error);
      if (!response.headersSent) plain(response, 500, 'Internal error');
      else response.destroy();
    });
  });
  const tries = orNext ? 50 : 1;
  for (let i = 0; ; i++) {
    try {
      await listen(server, '127.0.0.1', port === 0 ? 0 : port + i);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || i + 1 >= tries) throw error;
    }
  }
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The port that a text names. Throws an Error in words; `name` is where the text comes from. */
export function portFrom(text, name) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Error(`${name} is ${JSON.stringify(text)}; give a whole number from 0 to 65535.`);
}

/** Why nothing is served, in words; `choose` is how another port is chosen. */
export function failureText(error, choose) {
  if (error.code === 'EADDRINUSE') return `Port ${error.port} is taken; choose another with ${choose}.`;
  if (error.code === 'EACCES' && error.syscall === 'listen')
    return `Port ${error.port} may not be used; choose one from 1024 on with ${choose}.`;
  return error.message;
}

/** Ends the server, and with it the process, on Ctrl-C or a polite kill. */
export function closeOnSignal(running) {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      void running.close().then(() => process.exit(0));
    });
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      root: { type: 'string', default: 'dist' },
      'allow-frames': { type: 'boolean', default: false },
    },
  });
  const port = portFrom(values.port, '--port');
  if (!existsSync(join(values.root, 'index.html')))
    throw new Error(`${values.root} holds no index.html; build it with “npm run build”, or name another with --root.`);
  const running = await serve({ root: values.root, port, allowsFrames: values['allow-frames'] });
  closeOnSignal(running);
  console.log(`Serving ${values.root} at ${running.url}`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(failureText(error, '--port'));
    process.exitCode = 1;
  });
}
