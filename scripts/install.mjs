import { existsSync, readFileSync } from 'node:fs';
import { npm } from './command.mjs';

const LOCK = 'package-lock.json';
/** npm's own record of what lies in node_modules; it is written last, so a broken-off install has none. */
const INSTALLED = 'node_modules/.package-lock.json';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lock file names. Optional packages belong to other platforms and may be absent. */
export function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const installed = packagesOf(INSTALLED);
  return Object.entries(packagesOf(LOCK)).every(([path, wanted]) => {
    const have = installed[path];
    if (path === '' || (!have && (wanted.optional || wanted.devOptional || wanted.peer))) return true;
    return have?.version === wanted.version;
  });
}

/** Installs what the lock file names, where that is not there. Throws where npm fails. */
export async function install() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) …');
  // --include=dev: NODE_ENV=production would leave out what the tests and the build need
  if ((await npm(['ci', '--include=dev'])) !== 0)
    throw new Error(
      'npm ci failed; its message is above. Where it could not fetch a package, check `npm config get registry`.',
    );
}
