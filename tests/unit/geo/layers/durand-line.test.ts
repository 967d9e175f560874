import { length, lineString } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBorder } from '../../../../geo/line/border.ts';
import { durandLine } from '../../../../geo/layers/durand-line.ts';
import { SourceError } from '../../../../geo/model/errors.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { sourceText } from './source-text.ts';

const pieces: Position[][] = JSON.parse(sourceText('durand-line.geojson')).features[0].geometry.coordinates;
const line = durandLine(pieces, 'line').features[0];
const vertices = line.geometry.coordinates;

/** The error of a refusal. */
function refusal(broken: Position[][]): SourceError {
  try {
    durandLine(broken, 'line');
  } catch (error) {
    if (error instanceof SourceError) return error;
  }
  throw new Error('was not refused');
}

describe('durandLine', () => {
  it('runs from the tripoint with China to the tripoint with Iran', () => {
    expect(vertices[0]).toEqual([74.5646, 37.0309]);
    expect(vertices.at(-1)).toEqual([60.8729, 29.8585]);
  });

  it('has the vertices of all 7 pieces: 3,009', () => {
    expect(pieces.map((piece) => piece.length).reduce((a, b) => a + b)).toBe(3009);
    expect(pieces).toHaveLength(7);
    expect(line.properties.vertices).toBe(3009);
    expect(new Set(vertices.map(String)).size).toBe(3009);
  });

  it('is 2,651 km long without the bridges, and Turf on a sphere agrees to 0.5 %', () => {
    const { lengthKm, bridgedKm } = line.properties;
    expect(lengthKm - bridgedKm).toBeGreaterThan(2651);
    expect(lengthKm - bridgedKm).toBeLessThan(2652);
    expect(Math.abs(length(lineString(vertices)) / lengthKm - 1)).toBeLessThan(0.005);
  });

  it('is as long as the kilometres along it', () => {
    expect(createBorder(vertices).lengthKm).toBeCloseTo(line.properties.lengthKm, 1);
  });

  it('bridges the six gaps where they are known to be', () => {
    const inOnePiece = new Set(
      pieces.flatMap((piece) => piece.slice(1).map((p, i) => [piece[i], p].map(String).sort().join())),
    );
    const bridges = vertices
      .slice(1)
      .flatMap((p, i) => (inOnePiece.has([vertices[i], p].map(String).sort().join()) ? [] : [p]));
    expect(bridges).toHaveLength(line.properties.gaps);
    expect(line.properties.gaps).toBe(6);
    expect(bridges.filter(([lon, lat]) => lon > 71.12 && lon < 71.16 && lat > 34.23 && lat < 34.33)).toHaveLength(4);
    expect(bridges.some(([lon]) => Math.abs(lon - 64.9) < 0.02)).toBe(true);
    expect(bridges.some(([lon]) => Math.abs(lon - 65.76) < 0.02)).toBe(true);
  });

  it('does not depend on the order and the direction of the pieces', () => {
    const order = fc.shuffledSubarray([...pieces.keys()], { minLength: pieces.length });
    const turns = fc.array(fc.boolean(), { minLength: pieces.length, maxLength: pieces.length });
    fc.assert(
      fc.property(order, turns, (indices, turn) => {
        const mixed = indices.map((i) => (turn[i] ? pieces[i].toReversed() : pieces[i]));
        expect(durandLine(mixed, 'line').features[0].geometry.coordinates).toEqual(vertices);
      }),
      { numRuns: 10 },
    );
  });

  it('refuses no piece, a single vertex, a repeated vertex and a missing piece', () => {
    expect(refusal([]).message).toContain('holds no piece');
    const single = refusal([...pieces, [[70, 34]]]);
    expect(single.where).toMatchObject({ file: 'line', row: 7, value: [[70, 34]] });
    const twice = pieces.map((piece) => piece.flatMap((p, i) => (i === 2 ? [p, p] : [p])));
    expect(refusal(twice).message).toContain('repeated vertex');
    const longest = pieces.reduce((a, b) => (a.length > b.length ? a : b));
    expect(refusal(pieces.filter((piece) => piece !== longest)).message).toContain('too far to join');
    const last = pieces.find((piece) => piece.some(([lon]) => lon === 60.8729));
    expect(refusal(pieces.filter((piece) => piece !== last)).message).toContain('tripoint with Iran');
  });
});
