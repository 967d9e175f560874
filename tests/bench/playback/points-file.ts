import type { Feature, Point } from 'geojson';

/** A synthetic incident as points.ts writes it for the methods that we are compared with. */
export type PointFeature = Feature<Point, { id: string; start: number; end: number; radius: number; group: number }>;

/** Fetches the incidents, by first day. */
export async function fetchPoints(file: string): Promise<PointFeature[]> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
  const { features } = (await response.json()) as { features: PointFeature[] };
  return features;
}
