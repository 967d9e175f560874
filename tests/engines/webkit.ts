import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, startScreen, until } from './programs.ts';
import { sessionOver, type Command, type Send, type Session } from './session.ts';
import type { Engine } from './engine.ts';

/** The commands as the standard has them: method, and path within the session. */
const PATHS: Readonly<Record<Exclude<Command, 'newSession'>, readonly [method: 'GET' | 'POST', path: string]>> = {
  setTimeouts: ['POST', 'timeouts'],
  setWindowRect: ['POST', 'window/rect'],
  navigate: ['POST', 'url'],
  refresh: ['POST', 'refresh'],
  findElement: ['POST', 'element'],
  click: ['POST', 'element/:element/click'],
  sendKeys: ['POST', 'element/:element/value'],
  clear: ['POST', 'element/:element/clear'],
  run: ['POST', 'execute/sync'],
  screenshot: ['GET', 'screenshot'],
};

/** Starts WebKitGTK's small browser by its driver. */
export async function startWebKit(programs: Readonly<Record<string, string>>): Promise<Engine> {
  const screen = await startScreen(programs['screen']);
  const home = mkdtempSync(join(tmpdir(), 'durand-webkit-'));
  const port = await freePort();
  const env = { ...screen.env, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home };
  const driver = start(programs['driver'], [`--port=${port}`, '--host=127.0.0.1'], { env });
  const base = `http://127.0.0.1:${port}`;
  await until(driver, () =>
    fetch(`${base}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const options = { binary: programs['browser'], args: ['--automation'] };
  const { sessionId } = (await ask(`${base}/session`, 'POST', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string };
  const send: Send = (command, params, element = '') => {
    if (command === 'newSession') throw new Error('There is one already.');
    const [method, path] = PATHS[command];
    return ask(`${base}/session/${sessionId}/${path.replace(':element', element)}`, method, params);
  };
  return {
    ...hearing(await sessionOver(send)),
    end: async () => {
      await ask(`${base}/session/${sessionId}`, 'DELETE').catch(() => undefined); // it may be gone
      await driver.end();
      await screen.end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const HEAR = `
  const heard = (window.complaints = []);
  addEventListener('error', ({ message }) => heard.push(message));
  addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
  const tell = console.error;
  console.error = (...all) => {
    heard.push(all.join(' '));
    tell.apply(console, all);
  };`;
const TAKE = 'return window.complaints?.splice(0) ?? [];';

/** A session that writes down the errors of each page from when it is loaded: the driver tells nothing of its console. What is thrown earlier leaves no first picture. */
function hearing(session: Session): Pick<Engine, 'session' | 'complaints'> {
  const heard: string[] = [];
  const complaints = async () => {
    heard.push(...((await session.run(TAKE)) as string[]));
    return heard;
  };
  const before = (go: Session['goTo']): Session['goTo'] => {
    return async (url) => {
      await complaints();
      await go(url);
      await session.run(HEAR);
    };
  };
  return { session: { ...session, goTo: before(session.goTo), reload: () => before(session.reload)('') }, complaints };
}

/** The driver itself gives up on a page after thirty seconds, see sessionOver. */
const ANSWER_MS = 40_000;

async function ask(url: string, method: 'GET' | 'POST' | 'DELETE', params: unknown = null): Promise<unknown> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(url, { method, signal, ...(method === 'POST' ? { body: JSON.stringify(params) } : {}) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
