import { describe, expect, it } from 'vitest';
import { readGround } from '../../../../geo/commands/ground.ts';
import { borderStretches } from '../../../../geo/layers/border-stretches.ts';
import { provincesLayer, provinceSourceSchema } from '../../../../geo/layers/context.ts';
import { stretchesSchema } from '../../../../geo/model/border.ts';
import { BORDER_SIDES, type BorderSide } from '../../../../geo/region.ts';
import { source } from '../../../ground.ts';

const ground = readGround();
const file = 'provinces.geojson';
const provinces = provincesLayer(provinceSourceSchema.parse(JSON.parse(source(file))), file);
const stretches = stretchesSchema.parse(borderStretches(ground, provinces));

const on = (side: BorderSide) => stretches.filter((stretch) => stretch.side === side);
const names = (side: BorderSide) => on(side).map(({ name }) => name);
const nameAt = (side: BorderSide, km: number) => on(side).find((s) => s.fromKm <= km && km < s.toKm)?.name;

describe('what lies beside the line', () => {
  it.each(BORDER_SIDES)('covers the whole line without gap or overlap, %s', (side) => {
    const own = on(side);
    expect(own[0].fromKm).toBe(0);
    own.slice(1).forEach(({ fromKm }, i) => expect(fromKm, own[i].name).toBe(own[i].toKm));
    expect(own.at(-1)?.toKm).toBe(ground.border.lengthKm);
    for (const { fromKm, toKm, name } of own) expect(toKm, name).toBeGreaterThan(fromKm);
  });

  it('comes in the order of the border, from China to Iran', () => {
    // as the districts and provinces follow each other on any political map
    expect(names('PK').filter((name) => name !== 'Gilgit-Baltistan')).toEqual([
      'Upper Chitral',
      'Lower Chitral',
      'Upper Dir',
      'Lower Dir',
      'Bajaur',
      'Mohmand',
      'Khyber',
      'Kurram',
      'North Waziristan',
      'South Waziristan',
      'Balochistan',
    ]);
    expect(names('AF')).toEqual([
      'Badakhshan',
      'Nuristan',
      'Kunar',
      'Nangarhar',
      'Paktia',
      'Khost',
      'Paktika',
      'Zabul',
      'Kandahar',
      'Helmand',
      'Nimroz',
    ]);
  });

  it('names districts within Khyber Pakhtunkhwa and provinces elsewhere', () => {
    const levels = Object.fromEntries(stretches.map(({ name, level }) => [name, level]));
    expect([levels['Khyber'], levels['Balochistan'], levels['Nangarhar']]).toEqual([
      'district',
      'province',
      'province',
    ]);
  });

  // crossings, and what lies on either side of them
  it.each([
    ['Torkham', 71.0945, 34.1235, 'Khyber', 'Nangarhar'],
    ['Kharlachi', 69.96, 33.83, 'Kurram', 'Paktia'],
    ['Ghulam Khan', 70.02, 33.05, 'North Waziristan', 'Khost'],
    ['Angoor Adda', 69.29, 32.51, 'South Waziristan', 'Paktika'],
    ['Chaman', 66.45, 30.92, 'Balochistan', 'Kandahar'],
    ['Arandu', 71.55, 35.31, 'Lower Chitral', 'Kunar'],
  ])('%s', (_, lon, lat, pakistani, afghan) => {
    const { alongKm } = ground.border.nearest(lon, lat);
    expect([nameAt('PK', alongKm), nameAt('AF', alongKm)]).toEqual([pakistani, afghan]);
  });

  it('has Parachinar beside Kurram', () => {
    expect(nameAt('PK', ground.border.nearest(70.10012, 33.89968).alongKm)).toBe('Kurram');
  });

  it('has the line’s own districts on the Pakistani side at the middle of their stretches', () => {
    for (const { fromKm, toKm, name, level } of on('PK')) {
      if (level !== 'district') continue;
      const id = name.toLowerCase().replaceAll(' ', '-');
      const middle = (fromKm + toKm) / 2;
      const nearest = ground.border.coordinates.reduce(
        (best, [lon, lat]) => {
          const off = Math.abs(ground.border.nearest(lon, lat).alongKm - middle);
          return off < best.off ? { off, lon, lat } : best;
        },
        { off: Infinity, lon: 0, lat: 0 },
      );
      expect(ground.districts.distanceKm(id, nearest.lon, nearest.lat), name).toBeLessThan(0.1);
    }
  });
});
