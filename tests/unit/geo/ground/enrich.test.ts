import { describe, expect, it } from 'vitest';
import { createGround, createMeasure } from '../../../../geo/ground/measure.ts';
import { createProvinceLookup } from '../../../../geo/ground/province-lookup.ts';
import { createEnrich, type PlaceRecorded } from '../../../../geo/ground/enrich.ts';
import { durandLine } from '../../../../geo/layers/durand-line.ts';
import { computedSchema, type Position } from '../../../../geo/model/incident.ts';
import { districts, outlines, shippedLine, provinces } from '../../../ground.ts';

const countries = outlines();
const ground = createGround({
  line: durandLine([shippedLine()], 'test'),
  outlines: countries,
  districts: districts(),
  countries,
});
const enrich = createEnrich(ground, createProvinceLookup(provinces()));
const measure = createMeasure(ground);
const PESHAWAR: Position = [71.58, 34.01];
const recorded = (
  locationPrecision: PlaceRecorded['locationPrecision'],
  admin: string | null = null,
): PlaceRecorded => ({
  admin,
  locationPrecision,
});

describe('an incident at several places', () => {
  // Kabul lies on the other side, farther from the line than Peshawar
  const KABUL: Position = [69.17, 34.53];
  const [here, there] = [enrich(recorded('town'), PESHAWAR), enrich(recorded('town'), KABUL)];

  it('has the distance of its first place, and may have that of any', () => {
    expect(enrich(recorded('town'), PESHAWAR, null, [KABUL])).toEqual({
      ...here,
      borderKmMin: Math.min(here.borderKmMin ?? NaN, there.borderKmMin ?? NaN),
      borderKmMax: Math.max(here.borderKmMax ?? NaN, there.borderKmMax ?? NaN),
      side: 'undecided',
    });
    expect(there.borderKmMax).toBeGreaterThan(here.borderKmMax ?? NaN);
  });

  it('lies on the side of all of them', () => {
    expect(enrich(recorded('town'), PESHAWAR, null, [[71.9, 34.1]]).side).toBe('PK');
    expect(enrich(recorded('region'), PESHAWAR, null, [KABUL])).toMatchObject({ borderKmMin: null, side: 'undecided' });
  });
});

describe('computed properties', () => {
  it('of a town are what measuring gives, with 5 km to either side', () => {
    const computed = enrich(recorded('town'), PESHAWAR);
    const { borderKm, borderPoint, alongKm, side, district } = measure(...PESHAWAR);
    expect(computedSchema.parse(computed)).toEqual({
      district,
      districtByPoint: null,
      province: 'PK-KP',
      borderKm: Number(borderKm.toFixed(3)),
      borderKmMin: Number((borderKm - 5).toFixed(3)),
      borderKmMax: Number((borderKm + 5).toFixed(3)),
      borderPoint: borderPoint.map((degrees) => Number(degrees.toFixed(5))),
      side,
      alongKm: Number(alongKm.toFixed(3)),
    });
  });

  it('have the decimals that the place deserves: a metre where it has a radius, 100 m in a district', () => {
    const decimals = (value: number | null) => (String(value).split('.')[1] ?? '').length;
    const figuresOf = (precision: 'exact' | 'town' | 'district') => {
      const { borderKm, borderKmMin, borderKmMax, alongKm } = enrich(recorded(precision, 'Peshawar'), PESHAWAR);
      return [borderKm, borderKmMin, borderKmMax, alongKm].map(decimals);
    };
    expect(Math.max(...figuresOf('exact'), ...figuresOf('town'))).toBeLessThanOrEqual(3);
    expect(Math.max(...figuresOf('district'))).toBeLessThanOrEqual(1);
    expect(Math.max(...(enrich(recorded('exact'), PESHAWAR).borderPoint?.map(decimals) ?? [9]))).toBeLessThanOrEqual(5);
  });

  it('take the radius that the source states', () => {
    const { borderKm, borderKmMin, borderKmMax } = enrich(recorded('town'), PESHAWAR, 25);
    expect(borderKmMin).toBeCloseTo((borderKm ?? NaN) - 25, 9);
    expect(borderKmMax).toBeCloseTo((borderKm ?? NaN) + 25, 9);
  });

  it('have an undecided side where the line lies within what the place is known to', () => {
    // 2.7 km from the line
    const TORKHAM: Position = [71.12, 34.11];
    const sideOf = (precision: 'exact' | 'town' | 'district' | 'region', place: Position, radiusKm?: number) =>
      enrich(recorded(precision), place, radiusKm).side;
    expect(sideOf('exact', TORKHAM)).toBe('PK');
    expect(sideOf('town', TORKHAM)).toBe('undecided');
    // the place of a district or a region is no circle about its point
    expect([sideOf('district', TORKHAM), sideOf('region', TORKHAM)]).toEqual(['PK', 'PK']);
    expect(sideOf('town', PESHAWAR)).toBe('PK');
    expect(sideOf('town', PESHAWAR, 50)).toBe('undecided');
    // on the line itself
    expect(sideOf('exact', measure(...PESHAWAR).borderPoint)).toBe('undecided');
    // Iran, 3 km from where the line ends: in neither country
    expect([measure(60.84, 29.86).borderKm < 5, sideOf('town', [60.84, 29.86])]).toEqual([true, null]);
  });

  it('of a district’s centroid have the range of the district', () => {
    const computed = enrich(recorded('district', 'Peshawar district'), PESHAWAR);
    const range = ground.ranges('peshawar');
    const [nearest, farthest] = [range?.nearestKm ?? NaN, range?.farthestKm ?? NaN];
    expect([computed.borderKmMin, computed.borderKmMax]).toEqual(
      [nearest, farthest].map((km) => Number(km.toFixed(1))),
    );
  });

  it('of a centroid whose district we have no shape of have a figure and no interval', () => {
    expect(enrich(recorded('district', 'Kandahar province'), [65.7, 31.6])).toMatchObject({
      district: null,
      borderKm: expect.any(Number) as number,
      borderKmMin: null,
      borderKmMax: null,
    });
  });

  it.each(['region', 'country'] as const)('of a %s have a side and no figure', (precision) => {
    expect(enrich(recorded(precision), PESHAWAR)).toEqual({
      district: null,
      districtByPoint: null,
      province: null,
      borderKm: null,
      borderKmMin: null,
      borderKmMax: null,
      borderPoint: null,
      side: 'PK',
      alongKm: null,
    });
  });

  it.each([
    ['exact', null, [66.99, 30.2], 'PK-BA', 'Quetta'],
    ['town', 'Khyber Pakhtunkhwa', [66.99, 30.2], 'PK-BA', 'a town, whose point counts'],
    ['district', 'Kandahar province', [65.7, 31.6], 'AF-KAN', 'Kandahar'],
    ['district', 'Kunar, Afghanistan', [70.5, 34.4], 'AF-KNR', 'a point in Nangarhar, recorded as Kunar'],
    ['district', 'Spin Boldak', [66.4, 31.0], 'AF-KAN', 'words that name no province'],
    ['region', 'Balochistan', [71.4, 34.0], 'PK-BA', 'a region, whose point is arbitrary'],
    ['region', 'FATA', [70.0, 32.5], 'PK-KP', 'the former tribal areas'],
    ['region', 'Nangarhar and Kunar', [70.5, 34.4], null, 'two provinces in one'],
    ['region', null, [66.99, 30.2], null, 'a region that nobody names'],
    ['exact', 'Kurram', [70.1, 33.9], 'PK-KP', 'a district'],
    ['exact', null, [77.2, 28.6], null, 'Delhi'],
  ] as const)('have the province: %s, %s, %j is %s (%s)', (precision, admin, place, province, what) => {
    expect(enrich(recorded(precision, admin), [...place]).province, what).toBe(province);
  });

  it('have the province of the side that the finer line gives, also where the provinces are coarser', () => {
    for (const [lon, lat] of shippedLine().filter((_, i) => i % 40 === 20)) {
      for (const [dx, dy] of [
        [0.02, 0],
        [-0.02, 0],
        [0, 0.02],
        [0, -0.02],
      ]) {
        const { side, province } = enrich(recorded('exact'), [lon + dx, lat + dy]);
        if (side === 'PK' || side === 'AF') expect(province?.slice(0, 2), `${lon + dx}, ${lat + dy}`).toBe(side);
      }
    }
  });

  it('of a region keep the district that the coder names', () => {
    expect(enrich(recorded('region', 'Mohmand agency'), [71.4, 34.5]).district).toEqual({
      id: 'mohmand',
      name: 'Mohmand',
    });
  });
});

describe('district', () => {
  /** A place in Peshawar, `km` from Khyber: on the way from Peshawar to it. */
  function nearKhyber(km: number): Position {
    let [inside, outside]: [Position, Position] = [[71.4, 34.0], PESHAWAR];
    for (let i = 0; i < 40; i++) {
      const middle: Position = [(inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2];
      if (ground.districts.distanceKm('khyber', ...middle) < km) inside = middle;
      else outside = middle;
    }
    return inside;
  }

  it('is the coder’s where the point lies within 2 km of it', () => {
    const place = nearKhyber(1.9);
    expect(ground.districts.at(...place)?.id).toBe('peshawar');
    const { district, districtByPoint } = enrich(recorded('town', 'Khyber agency'), place);
    expect([district?.id, districtByPoint]).toEqual(['khyber', null]);
  });

  it('is kept beside the point’s where they lie farther apart', () => {
    const { district, districtByPoint } = enrich(recorded('town', 'Khyber agency'), nearKhyber(2.1));
    expect([district?.id, districtByPoint?.id]).toEqual(['khyber', 'peshawar']);
  });

  it('is the point’s where the coder names none of ours', () => {
    expect(enrich(recorded('town', 'Punjab'), PESHAWAR).district?.id).toBe('peshawar');
  });

  it('of a divided district is the part that the point lies in', () => {
    expect(enrich(recorded('town', 'Chitral district'), [71.79, 35.85]).district?.id).toBe('lower-chitral');
    expect(enrich(recorded('town', 'Chitral district'), [72.5, 36.4]).district?.id).toBe('upper-chitral');
  });
});
