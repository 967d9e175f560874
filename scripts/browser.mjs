import { existsSync } from 'node:fs';
import { command, node } from './command.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without its windows: it starts sooner, and has all that pages have. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** Headless Chromium draws WebGL without a GPU, and asks nothing of the network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Where Playwright would keep its Chromium, or null on a platform for which it has none. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}

/**
 * The path of a Chromium: the one that `CHROMIUM_PATH` names, Playwright's own, or the system's; null where there is none.
 * Throws where `CHROMIUM_PATH` names nothing.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file; correct it or unset it.`);
  }
  return [await playwrightsOwn(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null;
}

/** The path of the browser that tests run in: the same as of `findBrowser`, and the shell where nothing else is named. */
export async function findTestBrowser() {
  return !process.env.CHROMIUM_PATH && existsSync(SHELL) ? SHELL : findBrowser();
}

export const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

async function installFromDebian() {
  console.log('No browser found: installing Chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await command('apt-get', ['update'], { env });
  if (updated !== 0) return;
  const installed = (...names) => command('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
  // not every release of Debian has the shell
  if ((await installed('chromium', 'chromium-headless-shell')) !== 0) await installed('chromium');
}

async function installFromPlaywright() {
  console.log('No browser found: installing Playwright’s Chromium …');
  await node(['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

/** The path of a Chromium, installed where there was none: what `find` finds. Throws, saying what to do, where that fails. */
export async function ensureBrowser(find = findBrowser) {
  for (const installer of [isDebianRoot() ? installFromDebian : null, installFromPlaywright]) {
    const found = await find();
    if (found) return found;
    if (installer) await installer();
  }
  const found = await find();
  if (found) return found;
  throw new Error(
    'The browser tests need a Chromium and none could be installed. Install Chromium or Google Chrome, ' +
      'or run `npx playwright install chromium`, or set CHROMIUM_PATH to the program; then run `npm test` again.',
  );
}
