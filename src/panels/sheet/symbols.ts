import type { GroupName } from '../../../geo/model/groupings.ts';
import { GROUP_SHAPES, OUTLINES } from '../../scene/group-shapes.ts';
import type { Palette } from '../../scene/palette.ts';

/** One stroke of a symbol: an SVG path in CSS pixels, filled or drawn along. */
export interface SymbolStroke {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  /** `round` where nothing is said */
  cap?: CanvasLineCap;
  opacity?: number;
}

/** What a key shows beside its label, so that print and picture draw the same. */
export interface KeySymbol {
  width: number;
  height: number;
  strokes: readonly SymbolStroke[];
}

const SIZE = 14;

/** A disc of a radius, as the map draws the killed; open where their number is not known. */
export function discSymbol(color: string, radius = 5.5, isOpen = false): KeySymbol {
  const width = Math.max(SIZE, Math.ceil(2 * radius) + 2);
  const d = circle(width / 2, isOpen ? radius - 1 : radius);
  return { width, height: width, strokes: [isOpen ? { d, stroke: color, width: 2 } : { d, fill: color }] };
}

/** The symbol of what is known to a district, dashed to a region, only: its parts are by way of example, in the first three colours. */
export function areaSymbol(colors: readonly string[], isDashed = false): KeySymbol {
  const width = 3;
  const dash = isDashed ? [1.8, 1.6] : [];
  const arc = (nth: number, from: number, to: number) => ({
    ...{ d: arcPath(SIZE / 2, 5.2, from, to), stroke: colors[nth], width, dash, cap: 'butt' as const },
  });
  return {
    width: SIZE,
    height: SIZE,
    strokes: [arc(0, 0.02, 0.48), arc(1, 0.52, 0.7), arc(2, 0.74, 0.98)],
  };
}

/** A mark of a group. */
export function groupSymbol(color: string, group: GroupName): KeySymbol {
  return { width: SIZE, height: SIZE, strokes: [{ d: OUTLINES[GROUP_SHAPES[group]], fill: color }] };
}

/** A class of districts or cells; `opacity` as the map draws it. */
export function classSymbol(fill: string, { edge }: Palette, opacity = 1): KeySymbol {
  const box = 'M0.5 0.5h13v13h-13z';
  return {
    width: SIZE,
    height: SIZE,
    strokes: [
      { d: box, fill, opacity },
      { d: box, stroke: edge, width: 1 },
    ],
  };
}

/** The class of those of which nothing is known. */
export function noDataSymbol(palette: Palette): KeySymbol {
  const { noData, edge } = palette;
  const box = classSymbol(noData, palette);
  const hatching = { d: 'M1 5L5 1M1 9L9 1M1 13L13 1M5 13L13 5M9 13L13 9', stroke: edge, width: 1 };
  return { ...box, strokes: [...box.strokes, hatching] };
}

/** The Durand Line: long dash, dot. */
export function lineSymbol({ line }: Palette): KeySymbol {
  return {
    width: 44,
    height: 8,
    strokes: [{ d: 'M3 4H41', stroke: line, width: 3, dash: [14, 6, 0.01, 6] }],
  };
}

/** A crossing of the line, its way free or barred, as drawGate has it. */
export function gateSymbol(color: string, isShut: boolean): KeySymbol {
  const gate = { d: 'M1.5 1.5h8v8h-1.5v-6.5h-5v6.5h-1.5z', fill: color };
  const bar = { d: 'M3 5h5v2.5h-5z', fill: color };
  return { width: 11, height: 11, strokes: isShut ? [gate, bar] : [gate] };
}

/** The edge of a distance band. */
export function bandSymbol({ band }: Palette): KeySymbol {
  return { width: 24, height: 8, strokes: [{ d: 'M0 4H24', stroke: band, width: 1, opacity: 0.55 }] };
}

function circle(middle: number, radius: number): string {
  return `M${middle - radius} ${middle}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

/** A part of a circle, from one share of the way round to another, clockwise from above. */
function arcPath(middle: number, radius: number, from: number, to: number): string {
  const [start, end] = [from, to].map((share) => {
    const angle = 2 * Math.PI * share;
    return `${(middle + radius * Math.sin(angle)).toFixed(2)} ${(middle - radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${start}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${end}`;
}
