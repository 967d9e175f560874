/** The engines beside Chromium in which the page is tried, and how they come to this machine. */
import { existsSync } from 'node:fs';
import { command } from './command.mjs';
import { isDebianRoot } from './browser.mjs';

/** What each engine needs: the programs, first found first taken, and Debian's packages that bring them. */
const NEEDED = {
  firefox: {
    programs: { browser: ['/usr/bin/firefox-esr', '/usr/bin/firefox'], screen: ['/usr/bin/Xvfb'] },
    packages: ['firefox-esr', 'xvfb'],
  },
  webkit: {
    programs: {
      driver: ['/usr/bin/WebKitWebDriver'],
      browser: [
        '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
        '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      ],
      screen: ['/usr/bin/Xvfb'],
    },
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};
export const ENGINES = Object.keys(NEEDED);

/** The paths of an engine's programs by what they are for, or null where one is missing. */
export function findEngine(name) {
  const found = Object.entries(NEEDED[name].programs).map(([use, paths]) => [
    use,
    paths.find((path) => existsSync(path)),
  ]);
  return found.every(([, path]) => path) ? Object.fromEntries(found) : null;
}

/** With the time that a slow network takes; what hangs is ended. */
const UPDATE_MINUTES = 1;
const INSTALL_MINUTES = 4;

/** Installs from Debian what is missing, where that may be. Gives a sentence on each engine that is missing still. */
export async function ensureEngines() {
  const missing = ENGINES.filter((name) => !findEngine(name));
  if (missing.length > 0 && isDebianRoot()) await installFromDebian(missing);
  return missing
    .filter((name) => !findEngine(name))
    .map((name) => `NOT TESTED in ${name}: it is not on this machine. On Debian: ${aptInstall(name)}.`);
}

async function installFromDebian(names) {
  const packages = [...new Set(names.flatMap((name) => NEEDED[name].packages))];
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await command('apt-get', ['update'], { env, limitMinutes: UPDATE_MINUTES });
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  await command('apt-get', args, { env, limitMinutes: INSTALL_MINUTES });
}

const aptInstall = (name) => `apt-get install ${NEEDED[name].packages.join(' ')}`;
