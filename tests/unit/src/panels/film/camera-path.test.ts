import { describe, expect, it } from 'vitest';
import { boxSeen, cameraIn, cameraOn, wayBetween } from '../../../../../src/panels/film/camera-path.ts';
import { latOf, lonOf } from '../../../../../src/scene/mercator.ts';

const SIZE = { width: 1280, height: 500 };
const PESHAWAR = { lon: 71.5, lat: 34, zoom: 9, bearing: 350, pitch: 0 };
const QUETTA = { lon: 67, lat: 30.2, zoom: 8, bearing: 10, pitch: 40 };

describe('where a film’s map looks', () => {
  it('shows a box whole, its middle in the middle', () => {
    // 45° of longitude are an eighth of the world: 64 pixels at zoom 0, to fill 1280 less 16 on either side: 2^z = 19.5
    const camera = cameraOn([60, -1, 105, 1], { width: 1280, height: 1280 });
    expect(camera.lon).toBeCloseTo(82.5, 9);
    expect(camera.lat).toBeCloseTo(0, 9);
    expect(2 ** camera.zoom).toBeCloseTo(19.5, 9);
  });

  it('sees what a camera at the equator sees', () => {
    // at zoom 3 the world is 4096 pixels wide: 1024 are a quarter, 90°
    const [west, , east] = boxSeen({ lon: 70, lat: 0, zoom: 3, bearing: 0, pitch: 0 }, { width: 1024, height: 512 });
    expect([west, east].map(lonOf)).toEqual([25, 115]);
  });

  it('shows as much as the page does on a map of its size, and twice as near on one twice as wide and high', () => {
    expect(cameraIn(PESHAWAR, { width: 940, height: 560 })).toEqual(PESHAWAR);
    expect(cameraIn(PESHAWAR, { width: 1880, height: 1120 }).zoom).toBe(10);
    expect(cameraIn(PESHAWAR, { width: 1880, height: 280 }).zoom).toBe(8);
  });

  it('goes from one to the other the short way round, and higher in between', () => {
    const way = wayBetween(PESHAWAR, QUETTA, SIZE);
    const [start, middle, end] = [0, 0.5, 1].map(way);
    for (const key of ['lon', 'lat', 'zoom', 'pitch'] as const) {
      expect(start[key]).toBeCloseTo(PESHAWAR[key], 6);
      expect(end[key]).toBeCloseTo(QUETTA[key], 6);
    }
    expect(middle.bearing).toBe(360);
    expect(end.bearing).toBe(370);
    expect(middle.zoom).toBeLessThan(8);
    const [west, north, east, south] = boxSeen(middle, SIZE);
    expect(lonOf(west)).toBeLessThan(68);
    expect(lonOf(east)).toBeGreaterThan(71);
    expect(latOf(south)).toBeLessThan(32);
    expect(latOf(north)).toBeGreaterThan(33);
  });

  it('stays where both are the same', () => {
    const way = wayBetween(PESHAWAR, PESHAWAR, SIZE);
    for (const share of [0, 0.3, 1]) expect(way(share).zoom).toBeCloseTo(9, 9);
  });
});
