import {
  coordinateText,
  MOST_DEGREES,
  readCoordinates,
  splitCoordinates,
  type TypedPlace,
} from '../../../geo/formats/coordinates.ts';
import { MEASURE } from '../../text/measure.ts';

export type Read = { lon: number; lat: number } | { problem: string };

/** Both coordinates of a pasted text as they stand in the fields; `null` where it is no pair. */
export function splitPair(text: string): TypedPlace | null {
  const pair = splitCoordinates(text);
  return pair && fieldsOf(pair);
}

/** A place as it stands in the fields. */
export function fieldsOf({ lat, lon }: { lat: number; lon: number }): TypedPlace {
  return { lat: coordinateText(lat), lon: coordinateText(lon) };
}

/** The place that the two fields name, or what is wrong with them, naming the value. */
export function readPlace(typed: TypedPlace): Read {
  const read = readCoordinates(typed);
  if (!('flaw' in read)) return read;
  const [name, other] =
    read.axis === 'lat' ? [MEASURE.latitude, MEASURE.longitude] : [MEASURE.longitude, MEASURE.latitude];
  const text = typed[read.axis].trim();
  switch (read.flaw) {
    case 'missing':
      return { problem: MEASURE.missing(name) };
    case 'not-degrees':
      return { problem: MEASURE.notDegrees(name, text) };
    case 'out-of-range':
      return { problem: MEASURE.outOfRange(name, text, MOST_DEGREES[read.axis]) };
    case 'other-axis':
      return { problem: MEASURE.otherAxis(name, text, other) };
  }
}
