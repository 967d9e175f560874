import type { Position } from '../model/incident.ts';
import { checkPlace, courseLength, EQUATOR_M, toGeocentric } from './wgs84.ts';

const RAD = Math.PI / 180;
/** A piece is at most this long and turns at most this much, so that it is nearly straight in space. */
const PIECE_M = 1500;
const PIECE_TURN = 5e-4;
const LEAF_PIECES = 8;

/**
 * Paths that are straight in longitude and latitude between vertices, cut into pieces short enough to be almost straight
 * in space, and a tree of balls around runs of pieces. Space has no poles and no date line, so nothing in here is a
 * special case. Metres, geocentric.
 */
export interface Paths {
  /** Segments: their ends in degrees. */
  lon: Float64Array;
  lat: Float64Array;
  lonEnd: Float64Array;
  latEnd: Float64Array;
  /** Pieces: the segment, where on it (0..1) the piece begins and ends, and how far it strays from its chord. */
  segment: Uint32Array;
  from: Float64Array;
  to: Float64Array;
  stray: Float64Array;
  /** The length of all pieces before each piece, and of all of them at the end. */
  startM: Float64Array;
  /** Both ends of each piece: x, y, z, x, y, z. */
  ends: Float64Array;
  /** Balls of the tree, x, y, z, radius. Ball 1 is the root, ball i has the children 2i and 2i + 1; leaves come last. */
  balls: Float64Array;
  leaves: number;
}

/** Cuts paths into pieces and builds the tree. Each path has two vertices or more; coordinates outside the world throw. */
export function indexPaths(paths: readonly (readonly Position[])[]): Paths {
  const segments = segmentsOf(paths);
  const pieces = piecesOf(segments);
  return { ...segments, ...pieces, ...treeOf(pieces) };
}

type Segments = Pick<Paths, 'lon' | 'lat' | 'lonEnd' | 'latEnd'>;
type Pieces = Pick<Paths, 'segment' | 'from' | 'to' | 'stray' | 'startM' | 'ends'>;

function segmentsOf(paths: readonly (readonly Position[])[]): Segments {
  let count = 0;
  for (const path of paths) count += path.length - 1;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  const lonEnd = new Float64Array(count);
  const latEnd = new Float64Array(count);
  let i = 0;
  for (const path of paths) {
    for (let v = 0; v < path.length; v++) checkPlace(path[v][0], path[v][1]);
    for (let v = 1; v < path.length; v++, i++) {
      lon[i] = path[v - 1][0];
      lat[i] = path[v - 1][1];
      lonEnd[i] = path[v][0];
      latEnd[i] = path[v][1];
    }
  }
  return { lon, lat, lonEnd, latEnd };
}

/** How many pieces a segment needs, rather too many than too few: a degree of longitude is taken as long as at the equator. */
function pieceCount(s: Segments, i: number): number {
  const dLon = Math.abs(s.lonEnd[i] - s.lon[i]) * RAD;
  const dLat = Math.abs(s.latEnd[i] - s.lat[i]) * RAD;
  const length = EQUATOR_M * 1.01 * Math.sqrt(dLat * dLat + dLon * dLon);
  return Math.max(1, Math.ceil(length / PIECE_M), Math.ceil(dLon / PIECE_TURN));
}

// From here on the plainest code: it runs once, before the engine has had time to make anything fast.
function piecesOf(s: Segments): Pieces {
  const counts = new Uint32Array(s.lon.length);
  let count = 0;
  for (let i = 0; i < counts.length; i++) count += counts[i] = pieceCount(s, i);
  const segment = new Uint32Array(count);
  const from = new Float64Array(count);
  const to = new Float64Array(count);
  const stray = new Float64Array(count);
  const startM = new Float64Array(count + 1);
  const ends = new Float64Array(count * 6);
  let piece = 0;
  for (let i = 0; i < s.lon.length; i++) {
    const parts = counts[i];
    const dLon = (s.lonEnd[i] - s.lon[i]) / parts;
    const dLat = (s.latEnd[i] - s.lat[i]) / parts;
    if (i > 0 && s.lon[i] === s.lonEnd[i - 1] && s.lat[i] === s.latEnd[i - 1]) copyEnd(ends, piece);
    else toGeocentric(s.lon[i], s.lat[i], ends, piece * 6);
    for (let part = 1; part <= parts; part++, piece++) {
      const middle = s.lat[i] + dLat * (part - 0.5);
      segment[piece] = i;
      from[piece] = (part - 1) / parts;
      to[piece] = part / parts;
      startM[piece + 1] = startM[piece] + courseLength(middle, dLon, dLat);
      stray[piece] = strayOf(dLon * RAD, dLat * RAD);
      const last = part === parts;
      toGeocentric(
        last ? s.lonEnd[i] : s.lon[i] + dLon * part,
        last ? s.latEnd[i] : s.lat[i] + dLat * part,
        ends,
        piece * 6 + 3,
      );
      if (!last) copyEnd(ends, piece + 1);
    }
  }
  return { segment, from, to, stray, startM, ends };
}

/** Where a piece ended, the next begins. */
function copyEnd(ends: Float64Array, piece: number): void {
  const at = piece * 6;
  ends[at] = ends[at - 3];
  ends[at + 1] = ends[at - 2];
  ends[at + 2] = ends[at - 1];
}

/** The farthest that a piece strays from its chord: an eighth of the greatest acceleration of the place along it. */
function strayOf(dLon: number, dLat: number): number {
  const turn = Math.abs(dLon) + Math.abs(dLat);
  return (EQUATOR_M * 1.02 * turn * turn) / 8;
}

function treeOf(pieces: Pieces): Pick<Paths, 'balls' | 'leaves'> {
  const count = pieces.segment.length;
  let leaves = 1;
  while (leaves * LEAF_PIECES < count) leaves *= 2;
  const balls = new Float64Array(leaves * 8);
  for (let leaf = 0; leaf < leaves; leaf++)
    ballOfLeaf(pieces, leafStart(leaf, leaves, count), leafStart(leaf + 1, leaves, count), balls, (leaves + leaf) * 4);
  for (let ball = leaves - 1; ball >= 1; ball--) joinBalls(balls, ball);
  return { balls, leaves };
}

/** The first piece of a leaf: the pieces are shared out evenly, in order. */
export function leafStart(leaf: number, leaves: number, pieces: number): number {
  return Math.floor((leaf * pieces) / leaves);
}

/** A ball around pieces, its centre between the first's start and the last's end. */
function ballOfLeaf(pieces: Pieces, start: number, end: number, balls: Float64Array, at: number): void {
  const { ends, stray } = pieces;
  for (let axis = 0; axis < 3; axis++) balls[at + axis] = (ends[start * 6 + axis] + ends[end * 6 - 3 + axis]) / 2;
  let radius = 0;
  for (let piece = start; piece < end; piece++) {
    const reach =
      Math.max(distance(ends, piece * 6, balls, at), distance(ends, piece * 6 + 3, balls, at)) + stray[piece];
    if (reach > radius) radius = reach;
  }
  balls[at + 3] = radius;
}

function joinBalls(balls: Float64Array, ball: number): void {
  const a = ball * 8;
  const b = a + 4;
  const at = ball * 4;
  const apart = distance(balls, a, balls, b);
  const radius = Math.max((apart + balls[a + 3] + balls[b + 3]) / 2, balls[a + 3], balls[b + 3]);
  // The centre lies on the line between the two, where the ball touches the far side of each.
  const share = apart === 0 ? 0 : Math.min(1, Math.max(0, (radius - balls[a + 3]) / apart));
  for (let axis = 0; axis < 3; axis++) balls[at + axis] = balls[a + axis] + (balls[b + axis] - balls[a + axis]) * share;
  balls[at + 3] = radius + 1e-6;
}

function distance(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const dx = a[i] - b[j];
  const dy = a[i + 1] - b[j + 1];
  const dz = a[i + 2] - b[j + 2];
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
