import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from './setup.ts';

const IMPORTS = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^'"]+)'|\bimport\('([^'"]+)'\)/gm;

/** The packages that are imported from a file on, through all that it imports: styles, workers and what is fetched later among them. */
function packagesFrom(file: string, seen = new Set<string>(), found = new Set<string>()): Set<string> {
  if (seen.has(file)) return found;
  seen.add(file);
  for (const [, type, stated, fetched] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
    const path = (stated ?? fetched).replace(/\?.*$/, '');
    if (type !== undefined || /\.css$/.test(path)) continue;
    if (path.startsWith('.')) packagesFrom(join(dirname(file), path), seen, found);
    else found.add(path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
  }
  return found;
}

test('the notices name every package that the page or one of its workers is bundled with, each with its licence', async ({
  request,
}) => {
  const text = await (await request.get('/licenses.md')).text();
  const notices = new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((notice) => [notice.slice(0, notice.indexOf(' - ')), notice]),
  );
  const packages = packagesFrom('src/main.ts');
  // in the page, in what is fetched later, in the workers of files, of drawing and of what is kept
  for (const name of ['svelte', 'maplibre-gl', 'hucre', '@tmcw/togeojson', '@xmldom/xmldom', 'fflate', 'idb'])
    expect([...packages]).toContain(name);
  expect([...packages].filter((name) => !notices.has(name))).toEqual([]);
  for (const [name, notice] of notices) {
    expect(notice, name).toMatch(/copyright|©/i);
    expect(notice.length, name).toBeGreaterThan(500);
  }
});
