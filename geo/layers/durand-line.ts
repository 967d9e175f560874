import { SourceError } from '../model/errors.ts';
import type { DurandLine } from '../model/border.ts';
import type { Position } from '../model/incident.ts';
import { geodesicKm, pathKm } from '../line/between.ts';
import { CHINA_TRIPOINT, IRAN_TRIPOINT } from '../region.ts';

/** An end of the line lies this near to its tripoint, whose coordinates are rounded to 0.01 degrees. */
const TRIPOINT_KM = 2;
/** A wider gap is a piece that is missing, not water that the line crosses. */
const GAP_KM = 5;

/**
 * The Durand Line as one line from the tripoint with China to the tripoint with Iran, from its pieces in any order
 * and direction. Gaps are bridged straight.
 * @throws SourceError naming the piece that repeats a vertex, has fewer than two, or cannot be joined.
 */
export function durandLine(pieces: readonly Position[][], file: string): DurandLine {
  const ordered = orderPieces(pieces, file);
  const line = ordered.flat();
  const bridges = ordered.slice(1).map((piece, i) => geodesicKm(ordered[i].at(-1) ?? piece[0], piece[0]));
  refuseRepeats(line, file);
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: line },
        properties: {
          name: 'Durand Line',
          lengthKm: round(pathKm(line), 3),
          vertices: line.length,
          gaps: bridges.length,
          bridgedKm: round(
            bridges.reduce((sum, km) => sum + km, 0),
            3,
          ),
        },
      },
    ],
  };
}

/** The pieces one after another, each turned so that the whole runs from China's tripoint to Iran's. */
function orderPieces(pieces: readonly Position[][], file: string): Position[][] {
  if (pieces.length === 0) throw new SourceError(at(file, null, []), 'holds no piece of the line', REDO);
  for (const [i, piece] of pieces.entries()) {
    if (piece.length < 2) throw new SourceError(at(file, i, piece), 'has fewer than two vertices', REDO);
  }
  const left = new Map(pieces.entries());
  const ordered: Position[][] = [];
  let end = CHINA_TRIPOINT;
  while (left.size > 0) {
    const { index, piece, km } = nearestPiece(left, end);
    if (km > (ordered.length === 0 ? TRIPOINT_KM : GAP_KM)) {
      throw new SourceError(
        at(file, index, piece[0]),
        `is ${km.toFixed(1)} km from ${end.join(',')}, too far to join`,
        REDO,
      );
    }
    left.delete(index);
    ordered.push(piece);
    end = piece[piece.length - 1];
  }
  const km = geodesicKm(end, IRAN_TRIPOINT);
  if (km > TRIPOINT_KM) {
    throw new SourceError(at(file, null, end), `ends ${km.toFixed(1)} km from the tripoint with Iran`, REDO);
  }
  return ordered;
}

const REDO = 'Extract the line again with geo/sources/extract/main.ts';

/** Of the pieces left, the one that begins or ends nearest to a position, turned to begin there. */
function nearestPiece(left: ReadonlyMap<number, Position[]>, from: Position) {
  let best: { index: number; piece: Position[]; km: number } | null = null;
  for (const [index, piece] of left) {
    for (const turned of [piece, piece.toReversed()]) {
      const km = geodesicKm(from, turned[0]);
      if (best === null || km < best.km) best = { index, piece: turned, km };
    }
  }
  if (best === null) throw new Error('no piece is left');
  return best;
}

/** A line that comes back to one of its vertices has no kilometre and no side there. */
function refuseRepeats(line: readonly Position[], file: string): void {
  const seen = new Set<string>();
  for (const [i, position] of line.entries()) {
    if (seen.has(position.join())) throw new SourceError(at(file, i, position), 'is a repeated vertex', REDO);
    seen.add(position.join());
  }
}

function at(file: string, row: number | null, value: unknown) {
  return { file, row, field: 'coordinates', value };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
