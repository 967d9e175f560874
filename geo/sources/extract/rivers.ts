import { bboxClip } from '@turf/turf';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Position } from '../../model/incident.ts';
import { REGION, roundedLine } from './clip.ts';

/**
 * Rivers of the region; the package has no names.
 * @param text the package's asia_50m.json
 */
export function rivers(text: string): Position[][] {
  const topology: Topology<{ rivers: GeometryCollection }> = JSON.parse(text);
  return feature(topology, topology.objects.rivers).features.flatMap(({ geometry }) => {
    if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') return [];
    const clipped = bboxClip(geometry, REGION).geometry;
    const lines = clipped.type === 'LineString' ? [clipped.coordinates] : clipped.coordinates;
    return (lines as number[][][]).map((line) => roundedLine(line, 3)).filter((line) => line.length > 1);
  });
}
