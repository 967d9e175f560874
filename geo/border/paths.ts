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
  const count = paths.reduce((sum, path) => sum + path.length - 1, 0);
  const [lon, lat, lonEnd, latEnd] = [0, 1, 2, 3].map(() => new Float64Array(count));
  let i = 0;
  for (const path of paths) {
    path.forEach((position) => checkPlace(position[0], position[1]));
    for (let v = 1; v < path.length; v++, i++) {
      [lon[i], lat[i]] = path[v - 1];
      [lonEnd[i], latEnd[i]] = path[v];
    }
  }
  return { lon, lat, lonEnd, latEnd };
}

/** How many pieces a segment needs. */
function pieceCount(s: Segments, i: number): number {
  const dLon = Math.abs(s.lonEnd[i] - s.lon[i]) * RAD;
  const dLat = Math.abs(s.latEnd[i] - s.lat[i]) * RAD;
  const reach = Math.max(Math.abs(s.lat[i]), Math.abs(s.latEnd[i])) * RAD;
  const nearest = s.lat[i] * s.latEnd[i] < 0 ? 0 : Math.min(Math.abs(s.lat[i]), Math.abs(s.latEnd[i])) * RAD;
  const length = EQUATOR_M * Math.hypot(dLat, dLon * Math.cos(nearest));
  return Math.max(1, Math.ceil(length / PIECE_M), Math.ceil((dLon * Math.sin(reach)) / PIECE_TURN));
}

function piecesOf(s: Segments): Pieces {
  let count = 0;
  for (let i = 0; i < s.lon.length; i++) count += pieceCount(s, i);
  const segment = new Uint32Array(count);
  const [from, to, stray] = [0, 1, 2].map(() => new Float64Array(count));
  const ends = new Float64Array(count * 6);
  const startM = new Float64Array(count + 1);
  let piece = 0;
  for (let i = 0; i < s.lon.length; i++) {
    const parts = pieceCount(s, i);
    const [dLon, dLat] = [s.lonEnd[i] - s.lon[i], s.latEnd[i] - s.lat[i]];
    let [lon, lat] = [s.lon[i], s.lat[i]];
    toGeocentric(lon, lat, ends, piece * 6);
    for (let part = 1; part <= parts; part++, piece++) {
      const last = part === parts;
      const nextLon = last ? s.lonEnd[i] : s.lon[i] + (dLon * part) / parts;
      const nextLat = last ? s.latEnd[i] : s.lat[i] + (dLat * part) / parts;
      segment[piece] = i;
      from[piece] = (part - 1) / parts;
      to[piece] = part / parts;
      startM[piece + 1] = startM[piece] + courseLength(lon, lat, nextLon, nextLat);
      toGeocentric(nextLon, nextLat, ends, piece * 6 + 3);
      stray[piece] = strayOf(lat, nextLat, (dLon * RAD) / parts, (dLat * RAD) / parts);
      if (!last) ends.copyWithin((piece + 1) * 6, piece * 6 + 3, piece * 6 + 6);
      [lon, lat] = [nextLon, nextLat];
    }
  }
  return { segment, from, to, stray, startM, ends };
}

/** The farthest that a piece strays from its chord: an eighth of the greatest acceleration of the place along it. */
function strayOf(lat1: number, lat2: number, dLon: number, dLat: number): number {
  const cos = Math.min(1, Math.max(Math.cos(lat1 * RAD), Math.cos(lat2 * RAD)) + Math.abs(dLat));
  const [lon, lat] = [Math.abs(dLon), Math.abs(dLat)];
  return (EQUATOR_M * 1.02 * (lat * lat + 2 * lat * lon + lon * lon * cos)) / 8;
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

function ballOfLeaf(pieces: Pieces, start: number, end: number, balls: Float64Array, at: number): void {
  for (let axis = 0; axis < 3; axis++) {
    let [low, high] = [Infinity, -Infinity];
    for (let i = start * 6 + axis; i < end * 6; i += 3) {
      low = Math.min(low, pieces.ends[i]);
      high = Math.max(high, pieces.ends[i]);
    }
    balls[at + axis] = (low + high) / 2;
  }
  for (let i = start * 6; i < end * 6; i += 3) {
    const reach = Math.hypot(
      pieces.ends[i] - balls[at],
      pieces.ends[i + 1] - balls[at + 1],
      pieces.ends[i + 2] - balls[at + 2],
    );
    balls[at + 3] = Math.max(balls[at + 3], reach + pieces.stray[Math.floor(i / 6)]);
  }
}

function joinBalls(balls: Float64Array, ball: number): void {
  const [a, b, at] = [ball * 8, ball * 8 + 4, ball * 4];
  const apart = Math.hypot(balls[a] - balls[b], balls[a + 1] - balls[b + 1], balls[a + 2] - balls[b + 2]);
  const radius = Math.max((apart + balls[a + 3] + balls[b + 3]) / 2, balls[a + 3], balls[b + 3]);
  // The centre lies on the line between the two, where the ball touches the far side of each.
  const share = apart === 0 ? 0 : Math.min(1, Math.max(0, (radius - balls[a + 3]) / apart));
  for (let axis = 0; axis < 3; axis++) balls[at + axis] = balls[a + axis] + (balls[b + axis] - balls[a + axis]) * share;
  balls[at + 3] = radius + 1e-6;
}
