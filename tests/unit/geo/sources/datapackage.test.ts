import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../geo/layers/read-json.ts';
import { datapackageSchema } from '../../../../geo/model/dataset.ts';

const SOURCES = join(process.cwd(), 'geo', 'sources');
const text = readFileSync(join(SOURCES, 'datapackage.json'), 'utf8');
const { resources } = readJson(datapackageSchema, text, 'datapackage.json');

describe('the register of sources', () => {
  it('holds every file of the folder once, and nothing else', () => {
    const files = readdirSync(SOURCES, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'datapackage.json')
      .map(({ name }) => name);
    expect(resources.map(({ path }) => path).sort()).toEqual(files.sort());
  });

  it.each(resources.map((resource) => [resource.path, resource] as const))(
    'has the checksum of %s',
    (path, resource) => {
      const bytes = readFileSync(join(SOURCES, path));
      const remedy = 'run npx tsx geo/sources/extract/checksums.ts after a wanted change';
      expect(resource.bytes, remedy).toBe(bytes.length);
      expect(resource.hash, remedy).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    },
  );

  it('names OpenStreetMap and its licence for all that comes from it', () => {
    for (const name of ['durand-line', 'pakistan-afghanistan', 'neighbours', 'provinces']) {
      const resource = resources.find((one) => one.name === name);
      expect(
        resource?.licenses.map((licence) => licence.name),
        name,
      ).toContain('ODbL-1.0');
      expect(resource?.attribution, name).toContain('© OpenStreetMap contributors');
    }
  });
});
