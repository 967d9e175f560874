import { miles } from '../line/between.ts';
import { deservedMeasurement } from '../ground/decimals.ts';
import { createMeasure } from '../ground/measure.ts';
import { readPoints } from '../formats/points.ts';
import type { Measurement } from '../model/border.ts';
import { InputError, SourceError, UsageError } from '../model/errors.ts';
import { readArguments } from './arguments.ts';
import { readGround } from './ground.ts';
import { settled, type Io } from './io.ts';
import { refusalText } from './refusal.ts';

export const usage = 'measure [LON LAT] [--json]';
export const summary =
  'Prints the distance of a place from the Durand Line. Without a place it reads points from standard input\n' +
  '      (a table with the columns lon and lat, or JSON lines) and writes one line of JSON for each, in order.';

const SIDES = { PK: 'Pakistan', AF: 'Afghanistan' } as const;
const A_NUMBER = /^[+-]?[\d.]/;

/**
 * Measures one place, or all of standard input. There a row that is no point is named on standard error and passed over;
 * the others are measured, and the command ends refused.
 */
export async function run(args: string[], io: Io): Promise<void> {
  const words = args.filter((arg) => !A_NUMBER.test(arg));
  const { values, positionals } = readArguments(words, { json: { type: 'boolean', default: false } });
  // A negative number is no option.
  const place = args.filter((arg) => A_NUMBER.test(arg) || positionals.includes(arg));
  if (place.length !== 0 && place.length !== 2) {
    throw new UsageError(`measure takes a longitude and a latitude, not ${JSON.stringify(place.join(' '))}.`);
  }
  if (place.length === 0) return measureAll(io, createMeasure(readGround()));
  const [lon, lat] = [degrees(place[0], 'longitude', 180), degrees(place[1], 'latitude', 90)];
  const measurement = createMeasure(readGround())(lon, lat);
  if (values.json) io.out(JSON.stringify(deservedMeasurement(measurement)));
  else for (const line of wordsOf(measurement)) io.out(line);
}

async function measureAll(io: Io, measure: (lon: number, lat: number) => Measurement): Promise<void> {
  let read = 0;
  let bad = 0;
  for await (const point of readPoints(io.input)) {
    read++;
    if (point instanceof InputError) {
      bad++;
      io.note(refusalText(point));
    } else io.out(JSON.stringify(deservedMeasurement(measure(point.lon, point.lat))));
    await settled(io.output);
  }
  if (bad === 0) return;
  const where = { file: 'standard input', row: null, field: null, value: bad };
  throw new SourceError(where, `of ${read} rows could not be measured`, 'Correct the rows named above');
}

function degrees(text: string, field: string, limit: number): number {
  const value = Number(text);
  if (Math.abs(value) <= limit) return value;
  const where = { file: 'command line', row: null, field, value: text };
  throw new SourceError(where, 'is no place', `Give degrees from -${limit} to ${limit}`);
}

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
