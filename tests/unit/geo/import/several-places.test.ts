import { describe, expect, it } from 'vitest';
import { WRITERS } from '../../../../geo/export/writers.ts';
import { rawStore } from '../../../../geo/import/raw-store.ts';
import { readAgain } from '../../../../geo/import/again.ts';
import { createIdSet } from '../../../../geo/import/id-set.ts';
import { duplicateFinding } from '../../../../geo/formats/plausible.ts';
import { incidentSchema } from '../../../../geo/model/incident.ts';
import { placesOfIncident } from '../../../../geo/model/incident-places.ts';
import type { Store } from '../../../../geo/store/store.ts';
import { joined, partsOfContent } from '../../../../src/workers/kept-database.ts';
import { enrichHere, importFile } from './imported.ts';

const PLACES = [
  [71.58, 34.01],
  [69.17, 34.53],
  [72.36, 34.77],
];
/** The later day first, so that rows change their places. */
const FILE = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'MultiPoint', coordinates: PLACES },
      properties: { id: 'many', date: '2025-10-09', killed: 10, title: 'Three raids' },
    },
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [70, 33] },
      properties: { id: 'one', date: '2025-10-08', killed: 1, title: 'One raid' },
    },
  ],
});
const PROVENANCE = { made: '2026-11-23T03:00:00Z', shown: '', datasets: [], attribution: [] };

async function storeOf(text: string): Promise<Store> {
  const { rows, layout } = await importFile(text);
  return rawStore(rows, layout);
}

function written(store: Store, format: 'geojson' | 'csv'): string {
  const { head, line, end } = WRITERS[format];
  const rows = Array.from({ length: store.size }, (_, row) => store.row(row));
  const lines = rows.map((incident, i) => line({ incident, dataset: { name: 'x', licence: '' } }, i === 0, PROVENANCE));
  return head(PROVENANCE) + lines.join('') + end;
}

describe('one incident at several places', () => {
  it('is one row with all of them', async () => {
    const store = await storeOf(FILE);
    expect(store.size).toBe(2);
    expect(store.row(0).geometry).toEqual({ type: 'Point', coordinates: [70, 33] });
    expect(store.row(1).geometry).toEqual({ type: 'MultiPoint', coordinates: PLACES });
    expect(store.row(1).properties.fatalities.best).toBe(10);
    for (const row of [0, 1]) expect(incidentSchema.safeParse(store.row(row)).error).toBeUndefined();
  });

  it('comes back from our own GeoJSON as it was', async () => {
    const store = await storeOf(FILE);
    const again = await storeOf(written(store, 'geojson'));
    expect([again.row(0), again.row(1)]).toEqual([store.row(0), store.row(1)]);
    expect(again.row(1).properties.remarks).toEqual([]);
  });

  it('is in our own table at its first place, with the others as a remark, and as far from the border as it may be', async () => {
    const store = await storeOf(FILE);
    const again = await storeOf(written(store, 'csv'));
    expect(placesOfIncident(again.row(1))).toEqual(PLACES.slice(0, 1));
    const [{ properties: was }, { properties: is }] = [store.row(1), again.row(1)];
    expect(is.remarks).toEqual(['34.53, 69.17; 34.77, 72.36']);
    expect(is.borderKmMax).toBe(was.borderKmMax);
    expect(is.fatalities.best).toBe(10);
  });

  it('is kept between visits and read again whole', async () => {
    const { rows, rejects, layout, warnings } = await importFile(FILE);
    const store = rawStore(rows, layout);
    const kept = joined(structuredClone([...partsOfContent({ rows, rejects })])) as { '': { rows: typeof rows } };
    const back = rawStore(kept[''].rows, layout);
    expect([back.row(0), back.row(1)]).toEqual([store.row(0), store.row(1)]);
    if (!rows.raw) throw new Error('the rows have no text');
    const again = await readAgain({ layout, raw: rows.raw, rejects, warnings }, enrichHere(), {
      knownIds: createIdSet(),
      laterIds: () => [],
      duplicate: duplicateFinding,
    });
    expect(rawStore(again.rows, layout).row(1)).toEqual(store.row(1));
  });

  it('is told with its places in the report', async () => {
    const { warnings } = await importFile(FILE);
    expect(warnings).toMatchObject([{ code: 'several-places', value: '34.53, 69.17; 34.77, 72.36', rows: 1 }]);
  });
});
