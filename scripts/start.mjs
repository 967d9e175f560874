/** `npm start`: from a fresh clone to the map in a browser. Node built-ins only, as nothing may be installed yet. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildWhatIsStale } from './build.mjs';
import { install } from './install.mjs';
import { closeOnSignal, failureText, portFrom, serve } from './serve.mjs';

const DEFAULT_PORT = 4173;

/** The port that `PORT` names, or null where it is not set. */
function wantedPort() {
  const text = process.env.PORT;
  if (text === undefined || text === '') return null;
  return portFrom(text, 'PORT');
}

/** The program that opens an address here, or null where there is no screen to open it on. */
function opener() {
  if (process.env.CI) return null;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

function openBrowser(url) {
  const found = opener();
  if (!found) return;
  const [program, ...args] = found;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => console.log(`No browser could be started (${program}); open the address yourself.`));
  child.unref();
}

try {
  const { values } = parseArgs({
    options: { 'no-open': { type: 'boolean', default: false }, 'allow-frames': { type: 'boolean', default: false } },
  });
  const port = wantedPort();
  await install();
  await buildWhatIsStale();
  const running = await serve({
    ...{ root: 'dist', port: port ?? DEFAULT_PORT, orNext: port === null },
    allowsFrames: values['allow-frames'],
  });
  closeOnSignal(running);
  console.log(`\n  Durand Map is at ${running.url}\n  Ctrl-C ends it.\n`);
  if (!values['no-open']) openBrowser(running.url);
} catch (error) {
  console.error(failureText(error, 'PORT'));
  process.exitCode = 1;
}
