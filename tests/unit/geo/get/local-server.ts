import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, vi } from 'vitest';

/** A question as it came to the server. */
export interface Came {
  method: string;
  host: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What the server says: JSON with a status, text, or a connection that is cut after some of its bytes. */
export type Said =
  | { status?: number; json: unknown; headers?: Record<string, string> }
  | { status: number; text: string; headers?: Record<string, string> }
  | 'cut';

const realFetch = globalThis.fetch;
const closing: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  for (const close of closing.splice(0)) close();
});

/**
 * Starts a server on 127.0.0.1 that answers for any host, in place of the ones that are asked: none of them is reached.
 * Gives what came to it, in order.
 */
export async function answerWith(answer: (came: Came, nth: number) => Said): Promise<Came[]> {
  const asked: Came[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const host = String(request.headers['x-asked-host']);
      const url = new URL(request.url ?? '', host);
      const came = { method: request.method ?? '', host, url, headers: request.headers, body };
      asked.push(came);
      say(response, answer(came, asked.length - 1));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal('fetch', (input: URL, init: RequestInit) => {
    const headers = { ...(init.headers as Record<string, string>), 'x-asked-host': input.origin };
    return realFetch(`http://127.0.0.1:${port}${input.pathname}${input.search}`, { ...init, headers });
  });
  return asked;
}

function say(response: ServerResponse, said: Said): void {
  if (said === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"Result":[');
    setTimeout(() => response.destroy(), 5);
    return;
  }
  const isJson = 'json' in said;
  response.writeHead(said.status ?? 200, {
    'content-type': isJson ? 'application/json' : 'text/plain',
    ...said.headers,
  });
  response.end(isJson ? JSON.stringify(said.json) : said.text);
}
