import { describe, expect, it } from 'vitest';
import { createGround, createMeasure } from '../../../../geo/ground/measure.ts';
import { createEnrich, type PlaceRecorded } from '../../../../geo/ground/enrich.ts';
import { durandLine } from '../../../../geo/layers/durand-line.ts';
import { computedSchema, type Position } from '../../../../geo/model/incident.ts';
import { districts, outlines, shippedLine } from '../../../ground.ts';

const countries = outlines();
const ground = createGround({
  line: durandLine([shippedLine()], 'test'),
  outlines: countries,
  districts: districts(),
  countries,
});
const enrich = createEnrich(ground);
const measure = createMeasure(ground);
const PESHAWAR: Position = [71.58, 34.01];
const recorded = (
  locationPrecision: PlaceRecorded['locationPrecision'],
  admin: string | null = null,
): PlaceRecorded => ({
  admin,
  locationPrecision,
});

describe('computed properties', () => {
  it('of a town are what measuring gives, with 5 km to either side', () => {
    const computed = enrich(recorded('town'), PESHAWAR);
    const { borderKm, borderPoint, alongKm, side, district } = measure(...PESHAWAR);
    expect(computedSchema.parse(computed)).toEqual({
      district,
      districtByPoint: null,
      borderKm,
      borderKmMin: borderKm - 5,
      borderKmMax: borderKm + 5,
      borderPoint,
      side,
      alongKm,
    });
  });

  it('take the radius that the source states', () => {
    const { borderKm, borderKmMin, borderKmMax } = enrich(recorded('town'), PESHAWAR, 25);
    expect([borderKmMin, borderKmMax]).toEqual([(borderKm ?? NaN) - 25, (borderKm ?? NaN) + 25]);
  });

  it('of a district’s centroid have the range of the district', () => {
    const computed = enrich(recorded('district', 'Peshawar district'), PESHAWAR);
    const range = ground.ranges('peshawar');
    expect([computed.borderKmMin, computed.borderKmMax]).toEqual([range?.nearestKm, range?.farthestKm]);
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
      borderKm: null,
      borderKmMin: null,
      borderKmMax: null,
      borderPoint: null,
      side: 'PK',
      alongKm: null,
    });
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
