import type { Measure } from '../../geo/store/count.ts';
import { figureOf, type CensusStep } from '../../geo/story/census.ts';
import type { Bins } from '../../geo/time/bins.ts';
import type { TimeScale } from '../charts/scale.ts';
import type { TotalsBar } from '../../geo/story/totals.ts';

/** The highest bin and its figure; `bin` is -1 where all are empty. */
export interface Highest {
  bin: number;
  figure: number;
}

/** The highest of the bins, all their groups together, see `histogram` in geo/store/count.ts. */
export function highestBin(heights: Float64Array, groups: number): Highest {
  const highest: Highest = { bin: -1, figure: 0 };
  for (let bin = 0; bin * groups < heights.length; bin++) {
    const figure = binTotal(heights, bin, groups);
    if (figure > highest.figure) Object.assign(highest, { bin, figure });
  }
  return highest;
}

/** The figure of a bin, all groups together. */
export function binTotal(heights: Float64Array, bin: number, groups: number): number {
  let total = 0;
  for (let group = 0; group < groups; group++) total += heights[bin * groups + group];
  return total;
}

/** A bar that is not zero can be seen, however low. */
const LOWEST = 1.5;

/**
 * The histogram as one SVG path for each group, stacked from the ground at `height` up; `most` reaches the top.
 * Bars stand on whole pixels.
 */
export function barPaths(
  heights: Float64Array,
  { edges }: Bins,
  scale: TimeScale,
  height: number,
  most: number,
  groups: number,
): string[] {
  const paths = new Array<string>(groups).fill('');
  if (most <= 0) return paths;
  for (let bin = 0; bin + 1 < edges.length; bin++) {
    const total = binTotal(heights, bin, groups);
    if (total === 0) continue;
    const { left, width } = barPlace(edges[bin], edges[bin + 1], scale);
    const perOne = Math.max((total / most) * height, LOWEST) / total;
    let top = height;
    for (let group = 0; group < groups; group++) {
      const part = heights[bin * groups + group] * perOne;
      if (part === 0) continue;
      top -= part;
      paths[group] += `M${left} ${round(top)}h${width}v${round(part)}h${-width}z`;
    }
  }
  return paths;
}

/** From pixel to pixel; wide bars leave one free between them. */
function barPlace(from: number, to: number, scale: TimeScale): { left: number; width: number } {
  const left = Math.max(0, Math.round(scale.x(from)));
  const right = Math.min(scale.width, Math.round(scale.x(to)));
  const gap = right - left >= 4 ? 1 : 0;
  return { left, width: Math.max(1, right - left - gap) };
}

/**
 * The census as one SVG path, a line in steps that rises from the ground and falls back to it; `most` reaches the top.
 * Steps follow one another without a gap.
 */
export function censusPath(
  steps: readonly CensusStep[],
  measure: Measure,
  scale: TimeScale,
  height: number,
  most: number,
): string {
  if (most <= 0) return '';
  const seen = steps
    .map((step) => ({
      left: Math.max(0, scale.x(step.start)),
      right: Math.min(scale.width, scale.x(step.end + 1)),
      top: height - (figureOf(step, measure) / most) * height,
    }))
    .filter(({ left, right }) => right > left);
  if (seen.length === 0) return '';
  const tops = seen.map(({ right, top }) => `V${round(top)}H${round(right)}`).join('');
  return `M${round(seen[0].left)} ${height}${tops}V${height}`;
}

/** Annual totals as one SVG path: each bar over its true period; `most` reaches the top. */
export function totalsPath(bars: readonly TotalsBar[], scale: TimeScale, height: number, most: number): string {
  if (most <= 0) return '';
  return bars
    .map(({ start, end, figure }) => {
      const left = Math.max(0, scale.x(start));
      const right = Math.min(scale.width, scale.x(end + 1));
      if (figure === null || right <= left) return '';
      const top = height - (figure / most) * height;
      return `M${round(left)} ${height}V${round(top)}H${round(right)}V${height}`;
    })
    .join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
