import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start, startScreen, until } from './programs.ts';
import { sessionOver, type Command, type Send } from './session.ts';
import type { Engine } from './engine.ts';

/** The commands as Firefox's own protocol names them, see remote/marionette/driver.sys.mjs. */
const NAMES: Readonly<Record<Command, string>> = {
  newSession: 'WebDriver:NewSession',
  setTimeouts: 'WebDriver:SetTimeouts',
  setWindowRect: 'WebDriver:SetWindowRect',
  navigate: 'WebDriver:Navigate',
  refresh: 'WebDriver:Refresh',
  findElement: 'WebDriver:FindElement',
  click: 'WebDriver:ElementClick',
  sendKeys: 'WebDriver:ElementSendKeys',
  clear: 'WebDriver:ElementClear',
  run: 'WebDriver:ExecuteScript',
  screenshot: 'WebDriver:TakeScreenshot',
};

const PREFS = `
user_pref('marionette.port', 0);
user_pref('browser.dom.window.dump.enabled', true);
user_pref('devtools.console.stdout.content', true);
user_pref('browser.shell.checkDefaultBrowser', false);
user_pref('browser.aboutwelcome.enabled', false);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('webgl.force-enabled', true);
`;

/** What it tells of a page. It tells errors of its own parts too, under addresses of its own or behind a part's name. */
const OF_THE_PAGE = /^(JavaScript error: (https?|blob|data):|console\.error: (?!\w+: )).*$/gm;

/** Starts Firefox and drives it by Marionette, which it brings itself: Debian has no geckodriver. */
export async function startFirefox(programs: Readonly<Record<string, string>>): Promise<Engine> {
  const screen = await startScreen(programs['screen']);
  const profile = mkdtempSync(join(tmpdir(), 'durand-firefox-'));
  writeFileSync(join(profile, 'user.js'), PREFS);
  const args = ['--marionette', '--no-remote', '--profile', profile, 'about:blank'];
  const firefox = start(programs['browser'], args, {
    env: { ...screen.env, MOZ_CRASHREPORTER_DISABLE: '1', HOME: profile },
  });
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(firefox, () => (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : null));
  const socket = connect(port, '127.0.0.1');
  const send = marionette(socket);
  await send('newSession', { capabilities: { alwaysMatch: {} } });
  return {
    session: await sessionOver(send),
    complaints: () => Promise.resolve(firefox.said().match(OF_THE_PAGE) ?? []),
    end: async () => {
      socket.destroy();
      await firefox.end();
      await screen.end();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Messages are JSON behind their length: `[0, id, name, params]` to Firefox, `[1, id, error, result]` from it. */
function marionette(socket: Socket): Send {
  const waiting = new Map<number, (message: readonly unknown[]) => void>();
  let [heard, last] = [Buffer.alloc(0), 0];
  socket.once('close', () => {
    for (const [id, hear] of waiting) hear([1, id, { message: 'Firefox is gone.' }]);
  });
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk]);
    for (;;) {
      const colon = heard.indexOf(':');
      const end = colon + 1 + Number(heard.subarray(0, colon));
      if (colon < 0 || heard.length < end) return;
      const message = JSON.parse(heard.subarray(colon + 1, end).toString()) as unknown;
      heard = heard.subarray(end);
      if (Array.isArray(message)) waiting.get(Number(message[1]))?.(message); // the first is a greeting
    }
  });
  return async (command, params, element) => {
    const id = ++last;
    const answered = new Promise<readonly unknown[]>((resolve) => waiting.set(id, resolve));
    const text = JSON.stringify([0, id, NAMES[command], element ? { id: element, ...params } : params]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${command}: ${(error as { message: string }).message}`);
    const isWrapped = typeof result === 'object' && result !== null && 'value' in result;
    return isWrapped ? result.value : result;
  };
}
