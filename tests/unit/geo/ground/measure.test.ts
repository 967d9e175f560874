import { describe, expect, it } from 'vitest';
import { createGround, createMeasure } from '../../../../geo/ground/measure.ts';
import { measurementSchema } from '../../../../geo/model/border.ts';
import { durandLine } from '../../../../geo/layers/durand-line.ts';
import { districts, outlines, shippedLine } from '../../../ground.ts';
import { exhaustive } from '../../../oracle.ts';

const line = shippedLine();
const countries = outlines();
const ground = createGround({
  line: durandLine([line], 'test'),
  outlines: countries,
  districts: districts(),
  countries,
});
const measure = createMeasure(ground);

describe('measurement', () => {
  it('of Peshawar', () => {
    const peshawar = measure(71.58, 34.01);
    expect(measurementSchema.parse(peshawar)).toEqual(peshawar);
    expect(peshawar).toMatchObject({
      lon: 71.58,
      lat: 34.01,
      side: 'PK',
      country: 'PK',
      district: { id: 'peshawar', name: 'Peshawar' },
    });
    expect(peshawar.borderKm * 1000).toBeCloseTo(exhaustive(line, [71.58, 34.01]), 4);
    // roughly the first half of the line runs along Khyber Pakhtunkhwa
    expect(peshawar.alongKm).toBeGreaterThan(600);
    expect(peshawar.alongKm).toBeLessThan(1244);
  });

  it('on the line is nil, on neither side', () => {
    expect(measure(...line[1000])).toMatchObject({ borderKm: 0, borderPoint: line[1000], side: null });
  });

  it('in the open sea has no side, district or country', () => {
    expect(measure(64, 20)).toMatchObject({ side: null, district: null, country: null });
  });

  it('of no place is refused by name', () => {
    expect(() => measure(NaN, 34)).toThrow('longitude NaN');
    expect(() => measure(71, 91)).toThrow('latitude 91');
  });
});
