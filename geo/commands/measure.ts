import { miles } from '../line/between.ts';
import { deservedMeasurement } from '../ground/decimals.ts';
import { createMeasure, type Ground } from '../ground/measure.ts';
import { MOST_DEGREES, readCoordinates, type Coordinate, type CoordinateFlaw } from '../formats/coordinates.ts';
import { readPoints } from '../formats/points.ts';
import { looksSwapped } from '../ground/swapped.ts';
import type { Measurement } from '../model/border.ts';
import { InputError, SourceError, UsageError } from '../model/errors.ts';
import { readArguments } from './arguments.ts';
import { readGround } from './ground.ts';
import { settled, type Io } from './io.ts';
import { refusalText } from './refusal.ts';

export const usage = 'measure [LON LAT] [--json]';
export const summary =
  'Prints the distance of a place from the Durand Line; degrees as 71.58, 71,58 or 71°34′48″E. Without a place it reads points from standard input\n' +
  '      (a table with the columns lon and lat, or JSON lines) and writes one line of JSON for each, in order.';

const SIDES = { PK: 'Pakistan', AF: 'Afghanistan' } as const;
const A_NUMBER = /^[+-]?[\d.,]/;

/**
 * Measures one place, or all of standard input. There a row that is no point is named on standard error and passed over;
 * the others are measured, and the command ends refused.
 */
export async function run(args: string[], io: Io): Promise<void> {
  const words = args.filter((arg) => !A_NUMBER.test(arg));
  const { values, positionals } = readArguments(words, { json: { type: 'boolean', default: false } });
  // a negative number is no option; an empty word is a place that is missing
  const place = args.filter((arg) => A_NUMBER.test(arg) || positionals.includes(arg));
  if (place.length !== 0 && place.length !== 2) {
    throw new UsageError(`measure takes a longitude and a latitude, not ${JSON.stringify(place.join(' '))}.`);
  }
  if (place.length === 0) return measureAll(io);
  const { lon, lat } = placeOf({ lon: place[0], lat: place[1] });
  const ground = readGround();
  const measurement = createMeasure(ground)(lon, lat);
  if (looksSwapped(measurement, distanceOn(ground))) io.note(`${SWAPPED} Try: measure ${lat} ${lon}`);
  if (values.json) io.out(JSON.stringify(deservedMeasurement(measurement)));
  else for (const line of wordsOf(measurement)) io.out(line);
}

const SWAPPED = 'Longitude and latitude look swapped: measure takes the longitude first.';

const distanceOn = (ground: Ground) => (lon: number, lat: number) => ground.border.nearest(lon, lat).borderKm;

async function measureAll(io: Io): Promise<void> {
  const ground = readGround();
  const [measure, borderKm] = [createMeasure(ground), distanceOn(ground)];
  let swapped = 0;
  let read = 0;
  let bad = 0;
  for await (const point of readPoints(io.input)) {
    read++;
    if (point instanceof InputError) {
      bad++;
      io.note(refusalText(point));
    } else {
      const measurement = measure(point.lon, point.lat);
      if (looksSwapped(measurement, borderKm)) swapped++;
      io.out(JSON.stringify(deservedMeasurement(measurement)));
    }
    await settled(io.output);
  }
  if (swapped > 0) io.note(`Longitude and latitude look swapped in ${swapped} of ${read} rows.`);
  if (bad === 0) return;
  const where = { file: 'standard input', row: null, field: null, value: bad };
  throw new SourceError(where, `of ${read} rows could not be measured`, 'Correct the rows named above');
}

/** Throws a `SourceError` that names the coordinate and what is wrong with it. */
function placeOf(typed: Record<Coordinate, string>): Record<Coordinate, number> {
  const read = readCoordinates(typed);
  if (!('flaw' in read)) return read;
  const { axis, flaw } = read;
  const where = { file: 'command line', row: null, field: NAMES[axis], value: typed[axis] };
  throw new SourceError(where, FLAWS[flaw], `Give degrees from -${MOST_DEGREES[axis]} to ${MOST_DEGREES[axis]}`);
}

const NAMES: Readonly<Record<Coordinate, string>> = { lat: 'latitude', lon: 'longitude' };
const FLAWS: Readonly<Record<CoordinateFlaw, string>> = {
  missing: 'is empty',
  'not-degrees': 'is no place',
  'out-of-range': 'is outside the world',
  'other-axis': 'names the other coordinate: give the longitude first',
};

function wordsOf({ borderKm, borderPoint, side, alongKm, district, country }: Measurement): string[] {
  return [
    `Distance from the Durand Line   ${borderKm.toFixed(2)} km (${miles(borderKm).toFixed(2)} miles)`,
    `Nearest point of the line       ${borderPoint.map((degree) => degree.toFixed(5)).join(', ')}`,
    `Along the line from China       ${alongKm.toFixed(1)} km`,
    `Side                            ${side ? SIDES[side] : 'neither'}`,
    `District                        ${district?.name ?? 'none of Khyber Pakhtunkhwa'}`,
    `Country                         ${country ?? 'not known'}`,
  ];
}
