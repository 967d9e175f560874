import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The service worker's file, beside the page. */
export const WORKER = 'sw.js';
/** A host does not serve what begins with a dot, nor settings of its own such as `CNAME` and `_headers`. */
const SERVED = /^[^._].*\.\w+$/;
const VERSION_LENGTH = 16;
/** The line that is written before the worker's script. */
const LIST = /^const FILES=.*\n/;

/**
 * Tells the service worker of a built page which files it keeps: all that lie in the folder now, with their hashes. To be
 * called again whenever a file of the folder has changed. A folder without a worker stays as it is.
 */
export function listOffline(folder: string): void {
  const file = join(folder, WORKER);
  if (!existsSync(file)) return;
  const script = readFileSync(file, 'utf8').replace(LIST, '');
  const files = JSON.stringify(offlineFiles(folder));
  // another script is another version too: it may keep them otherwise
  const version = createHash('sha256').update(files).update(script).digest('hex').slice(0, VERSION_LENGTH);
  writeFileSync(file, `const FILES=${files},VERSION="${version}";\n${script}`);
}

/** The path of each file and its hash as browsers check it. The page goes by its folder, as hosts may redirect its own name. */
function offlineFiles(folder: string): [path: string, integrity: string][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SERVED.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== WORKER)
    .sort()
    .map((path) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('base64');
      return [path === 'index.html' ? '' : encodeURI(path), `sha256-${hash}`];
    });
}
