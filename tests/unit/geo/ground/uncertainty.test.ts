import { describe, expect, it } from 'vitest';
import { ABOUT_KM, borderInterval } from '../../../../geo/ground/uncertainty.ts';

const range = { nearestKm: 12, farthestKm: 60 };

describe('interval', () => {
  it('is 1 km about an exact place and 5 km about a town', () => {
    expect(borderInterval('exact', 20, null)).toEqual({ min: 19, max: 21 });
    expect(borderInterval('town', 20, range)).toEqual({ min: 15, max: 25 });
  });

  it('is never below nil', () => {
    expect(borderInterval('town', 3, null)).toEqual({ min: 0, max: 8 });
  });

  it('is about 25 km where the source says "near"', () => {
    expect(borderInterval('town', 40, null, ABOUT_KM)).toEqual({ min: 15, max: 65 });
  });

  it('is the range of the district for a centroid, and unknown where its shape is', () => {
    expect(borderInterval('district', 30, range)).toEqual({ min: 12, max: 60 });
    expect(borderInterval('district', 30, null)).toBeNull();
  });

  it('is unknown for a region and a country', () => {
    expect(borderInterval('region', 30, range)).toBeNull();
    expect(borderInterval('country', 30, range, ABOUT_KM)).toBeNull();
  });
});
