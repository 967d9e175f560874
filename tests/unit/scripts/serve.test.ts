import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'durand-serve-'));
const root = join(folder, 'root');
const PAGE = '<!doctype html><title>Page</title>';
const SCRIPT = 'export const one = 1;\n'.repeat(200);
const HASHED = 'assets/app-B8SkM4PF.js';
const LAYER = 'layers/census.5db7883d.json';

mkdirSync(join(root, 'assets'), { recursive: true });
mkdirSync(join(root, 'layers'));
mkdirSync(join(root, 'sub'));
mkdirSync(join(root, 'own'));
mkdirSync(join(folder, 'root-beside'));
for (const [path, content] of [
  ['secret.html', 'secret'],
  ['root-beside/index.html', 'secret'],
  ['root/index.html', PAGE],
  ['root/own.html', 'own'],
  ['root/sw.js', 'work();'],
  [`root/${HASHED}`, SCRIPT],
  [`root/${LAYER}`, '{}'],
  ['root/layers/census-districts.json', '{}'],
  ['root/big.bin', 'x'.repeat(8_000_000)],
]) {
  writeFileSync(join(folder, path), content);
}
symlinkSync(join(folder, 'secret.html'), join(root, 'sub', 'index.html'));
symlinkSync(folder, join(root, 'up'));
symlinkSync(join(root, 'own.html'), join(root, 'own', 'index.html'));
symlinkSync(join(root, 'b'), join(root, 'a'));
symlinkSync(join(root, 'a'), join(root, 'b'));

let running: Awaited<ReturnType<typeof serve>>;
let port = 0;
beforeAll(async () => {
  running = await serve({ root });
  port = Number(new URL(running.url).port);
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

/** What the server answers to a request that is sent as it stands: `fetch` would tidy paths and headers. */
async function ask({ path = '/', method = 'GET', headers = {} }: Asked) {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

/** All that comes back for bytes that no client would send. */
async function send(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  const back = await text(socket);
  return back;
}

describe('what is served', () => {
  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/..%2Fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/%252e%252e%252fsecret.html',
    '/..\\secret.html',
    '/..%5csecret.html',
    '/sub/../../secret.html',
    '/./.././secret.html',
    '//../secret.html',
    '/....//secret.html',
    '/..;/secret.html',
    '/%c0%ae%c0%ae/secret.html',
    '/%u002e%u002e/secret.html',
    '/../root-beside/index.html',
    '/..%00/secret.html',
    '/own.html%00.js',
    '/etc/passwd',
    '//etc/passwd',
    '/up/secret.html',
    '/up/',
    '/sub/',
    '/sub/index.html',
    '/a',
    `/${'a/'.repeat(50)}`,
    `/${'a'.repeat(5000)}`,
  ])('is nothing outside the folder: %.40s', async (path) => {
    const { status, body } = await ask({ path });
    expect([400, 404]).toContain(status);
    expect(body.toString()).toMatch(/^(Not found|Bad request)\n$/);
  });

  it('is nothing for a path that is none', async () => {
    for (const path of ['http://example.org/secret.html', 'secret.html', '*', '..'])
      expect(await send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('goes through links that stay in the folder', async () => {
    expect((await ask({ path: '/own/' })).body.toString()).toBe('own');
    expect((await ask({ path: '/own' })).body.toString()).toBe('own');
  });

  it('is read and nothing else: other methods are refused', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const { status, headers } = await ask({ method });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
    }
    expect(await send('BREW / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send('CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('');
  });

  it('has a head without a body', async () => {
    const [whole, head] = [await ask({}), await ask({ method: 'HEAD' })];
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(PAGE.length)]);
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(await ask({ method: 'HEAD', path: '/none' })).toMatchObject({ status: 404, body: Buffer.alloc(0) });
  });

  it('comes whole where a range is asked for, and promises none', async () => {
    for (const range of [
      'bytes=0-3',
      'bytes=-1',
      'bytes=5-1,0-0',
      'bytes=999999999-',
      `bytes=${'0-0,'.repeat(2000)}`,
    ]) {
      const { status, headers, body } = await ask({ headers: { range } });
      expect([status, body.toString(), headers['accept-ranges']]).toEqual([200, PAGE, undefined]);
    }
  });

  it('does not depend on the host that is named, and says nothing of it', async () => {
    for (const host of ['evil.example', '127.0.0.1:1', '<script>', 'a'.repeat(4000), '']) {
      const { status, headers, body } = await ask({ headers: { host } });
      expect([host, status, body.toString()]).toEqual([host, 200, PAGE]);
      if (host !== '') expect(JSON.stringify(headers)).not.toContain(host);
    }
  });

  it('is refused to headers and paths that are very long, and then goes on', async () => {
    const long = 'x'.repeat(100_000);
    expect(await send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${long}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await send(`GET /${long} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    const many = Array.from({ length: 5000 }, (_, i) => `X-${i}: 1\r\n`).join('');
    expect(await send(`GET / HTTP/1.1\r\nHost: x\r\n${many}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect((await ask({})).status).toBe(200);
  });

  // OWASP ASVS 5.0, V3.4 and V4.1; without HSTS and with no cookies, as it is served on this machine alone
  it('says how it may be used', async () => {
    for (const path of ['/', `/${HASHED}`, '/none', '/%E0%']) {
      const { headers } = await ask({ path });
      expect(headers).toMatchObject({
        'content-type': expect.stringMatching(/^text\/(html|javascript|plain); charset=utf-8$/),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-dns-prefetch-control': 'off',
      });
      const policy = String(headers['content-security-policy']);
      for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*/);
      for (const name of ['access-control-allow-origin', 'server', 'x-powered-by', 'set-cookie'])
        expect(headers).not.toHaveProperty(name);
    }
  });
});

describe('what is kept by browsers', () => {
  it('is for ever where the name has a hash of the content, and is asked for again elsewhere', async () => {
    for (const path of [HASHED, LAYER])
      expect((await ask({ path: `/${path}` })).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/own.html', '/sw.js', '/big.bin', '/layers/census-districts.json'])
      expect((await ask({ path })).headers['cache-control']).toBe('no-cache');
  });

  it('is not sent again while its tag holds', async () => {
    const { headers } = await ask({});
    const etag = String(headers.etag);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask({ headers: { 'if-none-match': tag } });
      expect([tag, again.status, again.body.length, again.headers.etag]).toEqual([tag, 304, 0, etag]);
    }
    expect((await ask({ headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('is packed as the browser takes it, each form with a tag of its own', async () => {
    const path = `/${HASHED}`;
    const form = (accepted: string) => ask({ path, headers: { 'accept-encoding': accepted } });
    const [plain, gzip, br] = [await form('identity'), await form('gzip, br;q=0'), await form('gzip, deflate, br')];
    expect(plain.body.toString()).toBe(SCRIPT);
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', SCRIPT]);
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', SCRIPT]);
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers } of [plain, gzip, br]) expect(headers.vary).toBe('Accept-Encoding');
  });

  it('changes with the file, which may be gone for a while as it is built anew', async () => {
    const file = join(root, 'changing.html');
    writeFileSync(file, 'before');
    const { headers } = await ask({ path: '/changing.html' });
    rmSync(file);
    expect((await ask({ path: '/changing.html' })).status).toBe(404);
    writeFileSync(file, 'afterwards');
    const again = await ask({ path: '/changing.html', headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.body.toString()]).toEqual([200, 'afterwards']);
    rmSync(file);
  });
});

it('200 slow connections keep nobody else waiting, nor the server from its end', { timeout: 30_000 }, async () => {
  const own = await serve({ root });
  const at = Number(new URL(own.url).port);
  const ended: Promise<unknown>[] = [];
  const slow = Array.from({ length: 200 }, (_, i): Socket => {
    const socket = connect(at, '127.0.0.1');
    socket.on('error', () => undefined);
    ended.push(once(socket, 'close'));
    // half of them never end what they ask, the others never read what they asked for
    socket.write(i % 2 ? 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ' : 'GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.pause();
    return socket;
  });
  await Promise.all(slow.map((socket) => socket.connecting && once(socket, 'connect')));
  for (let second = 0; second < 3; second++) {
    for (const [i, socket] of slow.entries()) if (i % 2) socket.write('x');
    for (let i = 0; i < 10; i++) {
      const response = await fetch(own.url, { signal: AbortSignal.timeout(5000) });
      expect(await response.text()).toBe(PAGE);
    }
    await new Promise((done) => setTimeout(done, 500));
  }
  await own.close();
  for (const socket of slow) socket.resume();
  await Promise.all(ended);
});

describe('node scripts/serve.mjs', () => {
  /** Runs it to its end, or until it serves; gives what it has said by then. */
  async function start(...args: string[]) {
    const child = spawn(process.execPath, ['scripts/serve.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    let [out, notes] = ['', ''];
    child.stderr.on('data', (chunk) => (notes += String(chunk)));
    const served = new Promise<void>((done) => {
      child.stdout.on('data', (chunk) => {
        out += String(chunk);
        if (out.includes('\n')) done();
      });
    });
    await Promise.race([ended, served]);
    return { child, ended, out, notes };
  }

  it.each([
    [['--port', 'abc'], '--port is "abc"; give a whole number from 0 to 65535.'],
    [['--port', '65536'], '--port is "65536"; give a whole number from 0 to 65535.'],
    [['--port', '-1'], /--port/],
    [['--root', 'no-such-folder'], /^no-such-folder holds no index\.html; build it with “npm run build”/],
    [['--root', join(root, 'assets')], /holds no index\.html; build it with “npm run build”/],
    [['--nosuch'], /nosuch/],
  ])('says in words why it does not serve: %j', { timeout: 20_000 }, async (args, words) => {
    const { ended, notes } = await start(...args);
    expect(await ended).toEqual([1, null]);
    expect(notes.trim()).toMatch(words);
    expect(notes).not.toMatch(/^ +at /m);
  });

  it('says which port is taken', { timeout: 20_000 }, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = String((other.address() as AddressInfo).port);
    const { ended, notes } = await start('--port', taken, '--root', root);
    expect([await ended, notes]).toEqual([[1, null], `Port ${taken} is taken; choose another with --port.\n`]);
    other.close();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s, whoever is connected', { timeout: 20_000 }, async (signal) => {
    const { child, ended, out } = await start('--port', '0', '--root', root);
    const url = new URL(/http:\S+/.exec(out)?.[0] ?? '');
    expect(await (await fetch(url)).text()).toBe(PAGE);
    const open = connect(Number(url.port), '127.0.0.1');
    open.on('error', () => undefined);
    open.write('GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(open, 'readable');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    open.destroy();
  });
});

it('the page asks the browser to look no host up before a link is followed, on any server', () => {
  expect(readFileSync('index.html', 'utf8')).toContain('<meta http-equiv="x-dns-prefetch-control" content="off" />');
});
