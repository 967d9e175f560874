import { acled } from './acled.ts';
import type { TableFormat } from './format.ts';
import { gtd } from './gtd.ts';
import { plainName } from './plain.ts';
import type { Taken } from './taken.ts';
import { ucdp } from './ucdp.ts';

/** Datasets whose rows people also make features of. */
const DATASETS: readonly TableFormat[] = [acled, ucdp, gtd];

/** A dataset's table that features are rows of: what they have for properties, and where they are. */
export interface DatasetFeatures {
  format: TableFormat;
  /** the properties' names, with latitude and longitude where these are none of them */
  header: readonly string[];
}

/**
 * The dataset that features with these properties are of; `null` for none. Read by its own codes their places and days are as exact as it
 * says, not a town's and a day's.
 */
export function datasetOf(names: readonly string[]): DatasetFeatures | null {
  const plain = names.map(plainName);
  const header = [...names, ...PLACE.filter((name) => !plain.includes(name))];
  const scored = DATASETS.map((format) => ({ format, score: format.score(header) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best.score > 0 ? { format: best.format, header } : null;
}

const PLACE = ['latitude', 'longitude'] as const;

/** The cells of a feature's row: its properties as texts, and the place of its geometry, whatever they say of that. */
export function datasetCells(
  { header }: DatasetFeatures,
  texts: readonly string[],
  { lon, lat }: { lon: number; lat: number },
): string[] {
  const at = { latitude: String(lat), longitude: String(lon) };
  return header.map((name, i) => {
    const axis = PLACE.find((each) => each === plainName(name));
    return axis ? at[axis] : (texts[i] ?? '');
  });
}

/** What a dataset makes of the properties alone. */
export function datasetFeaturesTaken({ format, header }: DatasetFeatures, names: readonly string[]): Taken {
  return new Map([...format.taken(header)].filter(([column]) => column < names.length));
}
