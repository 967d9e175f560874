import { describe, expect, it } from 'vitest';
import { areaOnScreen, latticeOf, type Grid } from '../../../../geo/store/grid.ts';
import { fewestInCrowd, isCrowded } from '../../../../src/scene/crowding.ts';
import { drawScale, radiusOf } from '../../../../src/scene/marks.ts';

/** Cells beside each other in the middle of the world, with so many incidents of one dead each. */
function gridOf(...incidents: number[]): Grid {
  const level = 8;
  const { across } = latticeOf('squares', level);
  return {
    ...{ shape: 'squares', level, measure: 'incidents', most: Math.max(...incidents) },
    x: Float64Array.from(incidents, (_, i) => 0.5 + i * across),
    y: new Float64Array(incidents.length).fill(0.5),
    incidents: Uint32Array.from(incidents),
    deaths: Float64Array.from(incidents),
    unknown: new Uint32Array(incidents.length),
    ...{ low: Float64Array.from(incidents), high: Float64Array.from(incidents) },
  };
}

const WORLD = [0, 0, 1, 1] as const;
/** At zoom 8 marks have their plain size, and a cell is 24 pixels wide. */
const seen = { box: WORLD, zoom: 8 };
/** How many marks cover a cell. */
const COVER = Math.floor(24 ** 2 / (Math.PI * radiusOf(1) ** 2)) + 1;

const cells = (count: number, each: number) => Array<number>(count).fill(each);

describe('a crowd', () => {
  it('measures with cells of 24 pixels and marks at their plain size', () => {
    expect(areaOnScreen(gridOf(1), 8)).toBeCloseTo(576, 6);
    expect(areaOnScreen(gridOf(1), 9)).toBeCloseTo(4 * 576, 6);
    expect(drawScale(8)).toBe(1);
    expect(COVER).toBe(12);
  });

  it('is many incidents, most of them where the marks cover the ground', () => {
    expect(isCrowded(gridOf(...cells(200, COVER)), seen, false)).toBe(true);
    expect(isCrowded(gridOf(...cells(300, COVER - 1)), seen, false)).toBe(false);
    expect(isCrowded(gridOf(...cells(200, COVER), ...cells(200, COVER - 2)), seen, false)).toBe(true);
    expect(isCrowded(gridOf(...cells(200, COVER), ...cells(300, COVER - 2)), seen, false)).toBe(false);
  });

  it('is never few, however close they lie', () => {
    expect(isCrowded(gridOf(565), seen, false)).toBe(false);
    expect(isCrowded(gridOf(1999), seen, false)).toBe(false);
    expect(isCrowded(gridOf(2000), seen, false)).toBe(true);
    expect(isCrowded(gridOf(fewestInCrowd(true) - 1), seen, true)).toBe(false);
  });

  it('lasts until it has thinned clearly, so that nothing flickers', () => {
    const fewer = gridOf(1600);
    expect([isCrowded(fewer, seen, false), isCrowded(fewer, seen, true)]).toEqual([false, true]);
    const looser = gridOf(...cells(200, COVER), ...cells(300, COVER - 2));
    expect([isCrowded(looser, seen, false), isCrowded(looser, seen, true)]).toEqual([false, true]);
    expect(isCrowded(gridOf(...cells(200, COVER), ...cells(600, COVER - 2)), seen, true)).toBe(false);
  });

  it('is judged by what is on the screen, at its zoom', () => {
    const grid = gridOf(...cells(200, COVER));
    expect(isCrowded(grid, { ...seen, box: [0, 0, 0.4, 1] }, false)).toBe(false);
    expect(isCrowded(grid, { ...seen, zoom: 8.4 }, false)).toBe(false); // the same incidents, farther apart
  });
});
