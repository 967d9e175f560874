import { leafStart, type Paths } from './paths.ts';
import { geodesicBetween } from './geodesic.ts';
import { EQUATOR_M, metresPerDegree, toGeocentric } from './wgs84.ts';

/** The nearest place on some paths. The next query writes over it: read it at once. */
export interface Nearest {
  /** The geodesic distance, metres. */
  m: number;
  lon: number;
  lat: number;
  /** The segment, counted over all paths. */
  segment: number;
  /** How far along the paths the place lies, metres. */
  alongM: number;
}

/** Beyond this the chord no longer tells where on a piece the nearest place lies. */
const FAR_M = 2_000_000;
/** More than any radius of curvature of WGS 84 (6,335 to 6,400 km): a geodesic's chord is never thought too short. */
const WIDE_M = 6_420_000;
const RAD = Math.PI / 180;

/** The longest chord through the earth, metres, that a geodesic of that length can have. */
function longestChord(m: number): number {
  return 2 * WIDE_M * Math.sin(Math.min(m / (2 * WIDE_M), Math.PI / 2));
}

/**
 * Gives a query for the geodesically nearest place on paths (WGS 84, any range).
 *
 * The tree gives the piece with the shortest chord through the earth; Karney's inverse gives the geodesic to it. A piece
 * whose chord is longer than that geodesic can have is farther; every other piece is measured, without a cap. On a piece
 * the foot of the chord is the start, and Newton's method with the exact derivative of the distance (the cosine of the
 * angle at which the geodesic meets the course) ends within a centimetre of the place, and of the distance far nearer.
 * Beyond 2,000 km, where distances along a piece are hardly curved, or curved the other way, the sign of the derivative
 * is bracketed on every piece instead.
 */
export function createNearest(paths: Paths): (lon: number, lat: number) => Nearest {
  const { balls, leaves, ends, stray, segment, from, to, startM } = paths;
  const pieces = segment.length;
  const query = { lon: 0, lat: 0 };
  const [x, y, z] = [0, 1, 2];
  const space = new Float64Array(3);
  const pending = new Int32Array(128);
  const best: Nearest = { m: 0, lon: 0, lat: 0, segment: 0, alongM: 0 };
  /** What the last look at a piece found: the foot of the perpendicular on its chord, 0..1. */
  let foot = 0;
  /** Where the last geodesic ended, and the derivative of the distance along the course there. */
  const end = { lon: 0, lat: 0, slope: 0 };
  let firstPiece = 0;
  let firstFoot = 0;

  const lengthOf = (piece: number) => startM[piece + 1] - startM[piece];

  /** The distance through the earth to the chord of a piece; sets `foot`. */
  function chordTo(piece: number): number {
    const i = piece * 6;
    const ux = ends[i + 3] - ends[i];
    const uy = ends[i + 4] - ends[i + 1];
    const uz = ends[i + 5] - ends[i + 2];
    const px = space[x] - ends[i];
    const py = space[y] - ends[i + 1];
    const pz = space[z] - ends[i + 2];
    const square = ux * ux + uy * uy + uz * uz;
    const t = square === 0 ? 0 : (px * ux + py * uy + pz * uz) / square;
    foot = t > 0 ? (t < 1 ? t : 1) : 0;
    const dx = px - foot * ux;
    const dy = py - foot * uy;
    const dz = pz - foot * uz;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  function gapTo(ball: number): number {
    const i = ball * 4;
    const dx = space[x] - balls[i];
    const dy = space[y] - balls[i + 1];
    const dz = space[z] - balls[i + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - balls[i + 3];
  }

  /** Visits the pieces that can lie within a limit through the earth, nearer ones first; `visit` gives the new limit. */
  function search(limit: number, visit: (piece: number, limit: number) => number): void {
    let top = 0;
    pending[top++] = 1;
    while (top > 0) {
      const ball = pending[--top];
      if (gapTo(ball) > limit) continue;
      if (ball < leaves) {
        const near = gapTo(2 * ball) <= gapTo(2 * ball + 1) ? 2 * ball : 2 * ball + 1;
        pending[top++] = near ^ 1;
        pending[top++] = near;
      } else {
        const stop = leafStart(ball - leaves + 1, leaves, pieces);
        for (let piece = leafStart(ball - leaves, leaves, pieces); piece < stop; piece++) limit = visit(piece, limit);
      }
    }
  }

  function shortestChord(piece: number, limit: number): number {
    const chord = chordTo(piece);
    if (chord >= limit) return limit;
    firstPiece = piece;
    firstFoot = foot;
    return chord;
  }

  /** The geodesic, metres, to the place `t` (0..1) on a piece; keeps it where it is the best. Sets `end`. */
  function measure(piece: number, t: number): number {
    const seg = segment[piece];
    const dLon = paths.lonEnd[seg] - paths.lon[seg];
    const dLat = paths.latEnd[seg] - paths.lat[seg];
    const share = t === 1 ? to[piece] : from[piece] + (to[piece] - from[piece]) * t;
    end.lon = share === 1 ? paths.lonEnd[seg] : paths.lon[seg] + dLon * share;
    end.lat = share === 1 ? paths.latEnd[seg] : paths.lat[seg] + dLat * share;
    const { m, azimuth } = geodesicBetween(query.lon, query.lat, end.lon, end.lat);
    const { north, east } = metresPerDegree(end.lat);
    const speed = Math.hypot(north * dLat, east * dLon) || 1;
    end.slope = (north * dLat * Math.cos(azimuth * RAD) + east * dLon * Math.sin(azimuth * RAD)) / speed;
    if (m < best.m) {
      best.m = m;
      best.lon = end.lon;
      best.lat = end.lat;
      best.segment = seg;
      best.alongM = startM[piece] + lengthOf(piece) * t;
    }
    return m;
  }

  /** From a place on a piece, moves to where the geodesic meets the piece squarely, or to the piece's end. */
  function descend(piece: number, start: number): void {
    const length = lengthOf(piece) || 1;
    let t = start;
    for (let step = 0; step < 8; step++) {
      const m = measure(piece, t);
      if (m - length > best.m) return;
      // Napier: in the right triangle of query, foot and this place, the side along the course.
      const move = EQUATOR_M * Math.atan(end.slope * Math.tan(m / EQUATOR_M));
      const next = Math.min(1, Math.max(0, t - move / length));
      const moved = Math.abs(next - t) * length;
      if (moved < 1e-3 || (moved < 0.01 && moved * moved < 2e-5 * m)) return;
      t = next;
    }
  }

  /** Finds the nearest place on a piece from the sign of the derivative alone, whatever the range. */
  function bracket(piece: number): void {
    const length = lengthOf(piece);
    if (measure(piece, 0.5) - length / 2 - 1 > best.m) return;
    let [low, high] = [0, 1];
    measure(piece, low);
    const falls = end.slope < 0;
    measure(piece, high);
    if (!falls || end.slope <= 0) return;
    while ((high - low) * length > 1e-3) {
      const middle = (low + high) / 2;
      measure(piece, middle);
      if (end.slope < 0) low = middle;
      else high = middle;
    }
  }

  function nearPiece(piece: number, limit: number): number {
    if (piece === firstPiece || chordTo(piece) - stray[piece] > limit) return limit;
    descend(piece, foot);
    return longestChord(best.m);
  }

  function farPiece(piece: number, limit: number): number {
    if (chordTo(piece) - stray[piece] > limit) return limit;
    bracket(piece);
    return longestChord(best.m);
  }

  return function nearest(lon, lat) {
    query.lon = lon;
    query.lat = lat;
    toGeocentric(lon, lat, space, 0);
    search(Infinity, shortestChord);
    best.m = Infinity;
    const far = measure(firstPiece, firstFoot) > FAR_M;
    if (!far) descend(firstPiece, firstFoot);
    search(longestChord(best.m), far ? farPiece : nearPiece);
    return best;
  };
}
