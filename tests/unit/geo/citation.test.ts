import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { APP } from '../../../geo/citation.ts';

/** Required by the schema of the Citation File Format 1.2.0. */
const REQUIRED = ['cff-version', 'message', 'title', 'authors'];

it('CITATION.cff, package.json and the citations of the page name the same', () => {
  const cff = readFileSync('CITATION.cff', 'utf8');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  for (const key of REQUIRED) expect(cff).toMatch(new RegExp(`^${key}:`, 'm'));
  expect(cff).toMatch(/^cff-version: 1\.2\.0$/m);
  expect(APP.version).toBe(version);
  expect(cff).toMatch(new RegExp(`^version: ${version.replaceAll('.', '\\.')}$`, 'm'));
  expect(cff).toContain(`title: ${APP.title}`);
  expect(cff).toContain(`  - name: ${APP.authors}`);
});
