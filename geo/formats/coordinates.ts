/** Latitude or longitude. */
export type Coordinate = 'lat' | 'lon';

/** The farthest from 0 that each goes, degrees. */
export const MOST_DEGREES: Readonly<Record<Coordinate, number>> = { lat: 90, lon: 180 };

/** A place as typed. */
export type TypedPlace = Readonly<Record<Coordinate, string>>;

/** Why a text is no coordinate; `other-axis`: its letter says that it is the other one. */
export type CoordinateFlaw = 'missing' | 'not-degrees' | 'out-of-range' | 'other-axis';

/** Degrees, and the axis where a letter of the compass tells it. */
interface Angle {
  degrees: number;
  axis: Coordinate | null;
}

const NUMBER = String.raw`(\d+(?:[.,]\d*)?|[.,]\d+)`;
/** Degrees, minutes and seconds with signs, colons or spaces between. */
const SIGNED = new RegExp(
  String.raw`^([+-]?)${NUMBER}(?:\s*(?:°|deg(?:rees?)?|:|\s)\s*(?:${NUMBER}(?:\s*(?:''?|:|\s)\s*(?:${NUMBER}\s*(?:"|'')?)?)?)?)?$`,
  'i',
);
/** The same with letters: `34d 1m 30s`. */
const LETTERED = new RegExp(
  String.raw`^([+-]?)${NUMBER}\s*d(?:eg)?\s*(?:${NUMBER}\s*m(?:in)?\s*(?:${NUMBER}\s*s(?:ec)?)?)?$`,
  'i',
);
/** As programs write what is nearly 0. */
const TINY = /^[+-]?\d+(?:\.\d+)?e-\d+$/;

const COMPASS = String.raw`(n(?:orth)?|s(?:outh)?|e(?:ast)?|w(?:est)?)\.?`;
const BEFORE = new RegExp(String.raw`^${COMPASS}\s*(?=[\d.,+-])`, 'i');
const AFTER = new RegExp(String.raw`\s*${COMPASS}$`, 'i');

/**
 * One coordinate in any usual spelling, degrees: `34.01`, `34,01`, `-34.01°`, `34°01′30″N`, `34 01 30 N`, `N 34:01.5`,
 * `34d1m30s`, `34.01 north`. Minutes and seconds are below 60, and only the last part has decimals; a sign and a letter
 * for one coordinate are too much. Hexadecimal, binary and other words are none.
 */
export function readCoordinate(text: string, axis: Coordinate): number | CoordinateFlaw {
  if (text.trim() === '') return 'missing';
  const angle = angleOf(text);
  if (angle === null) return 'not-degrees';
  if (angle.axis !== null && angle.axis !== axis) return 'other-axis';
  return Math.abs(angle.degrees) <= MOST_DEGREES[axis] ? angle.degrees : 'out-of-range';
}

/** A place from its two texts, or which of them is wrong and why. Letters that say that both were exchanged are heeded. */
export function readCoordinates({
  lat,
  lon,
}: TypedPlace): Record<Coordinate, number> | { axis: Coordinate; flaw: CoordinateFlaw } {
  const isExchanged = readCoordinate(lat, 'lat') === 'other-axis' && readCoordinate(lon, 'lon') === 'other-axis';
  const [latText, lonText] = isExchanged ? [lon, lat] : [lat, lon];
  const [latitude, longitude] = [readCoordinate(latText, 'lat'), readCoordinate(lonText, 'lon')];
  if (typeof latitude === 'string') return { axis: 'lat', flaw: latitude };
  if (typeof longitude === 'string') return { axis: 'lon', flaw: longitude };
  return { lat: latitude, lon: longitude };
}

/**
 * Two coordinates in one text: `34.01, 71.58`, `34,01 71,58`, `34°01′N 71°35′E`, `71.58 E; 34.01 N`. Without letters
 * `first` comes first. `null` where the text is no pair, or may be one coordinate (`34,01`, `34 01`) or be divided in two ways.
 */
export function splitCoordinates(text: string, first: Coordinate = 'lat'): Record<Coordinate, number> | null {
  const whole = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  if (angleOf(whole) !== null) return null;
  for (const separator of SEPARATORS) {
    const pairs = [...whole.matchAll(separator)].map(({ index, 0: { length } }) =>
      pairOf([whole.slice(0, index), whole.slice(index + length)], first),
    );
    const found = pairs.filter((pair) => pair !== null);
    if (found.length > 0) return found.length === 1 ? found[0] : null;
  }
  return null;
}

/** What may stand between two coordinates, the surest first; after a letter or before one nothing need stand there. */
const SEPARATORS = [
  /\s*[;/\t]\s*/g,
  /(?<=^[^\s,]+,[^\s,]+)\s+(?=[^\s,]+,[^\s,]+$)/g, // decimal commas
  /\s*,\s+/g,
  /\s*,\s*/g,
  /(?<=[a-z]\.?)\s*(?=[\d+-])/gi,
  /(?<=[\d°'"′″])\s*(?=[nsew])/gi,
  /\s+/g,
];

function pairOf(texts: [string, string], first: Coordinate): Record<Coordinate, number> | null {
  const [a, b] = texts.map(angleOf);
  if (!a || !b || (a.axis !== null && a.axis === b.axis)) return null;
  const isLonFirst = a.axis === null && b.axis === null ? first === 'lon' : a.axis === 'lon' || b.axis === 'lat';
  return isLonFirst ? { lat: b.degrees, lon: a.degrees } : { lat: a.degrees, lon: b.degrees };
}

function angleOf(text: string): Angle | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[º˚]/g, '°')
    .replace(/[′’‘´]/g, "'")
    .replace(/[″”“]/g, '"');
  if (TINY.test(plain)) return { degrees: Number(plain), axis: null };
  // the letters of minutes and seconds are met first: the s of 34d1m30s is no south
  const lettered = magnitudeOf(LETTERED.exec(plain));
  if (lettered !== null) return { degrees: lettered, axis: null };
  const letter = BEFORE.exec(plain) ?? AFTER.exec(plain);
  const bare = letter ? plain.slice(0, letter.index) + plain.slice(letter.index + letter[0].length) : plain;
  const degrees = magnitudeOf(SIGNED.exec(bare.trim()) ?? (letter && LETTERED.exec(bare.trim())));
  if (degrees === null) return null;
  if (!letter) return { degrees, axis: null };
  if (/^[+-]/.test(bare)) return null;
  const side = letter[1][0].toUpperCase();
  const isNegative = side === 'S' || side === 'W';
  return { degrees: isNegative ? 0 - degrees : degrees, axis: side === 'N' || side === 'S' ? 'lat' : 'lon' };
}

/** The degrees of a sign, degrees, minutes and seconds. */
function magnitudeOf(match: RegExpExecArray | null): number | null {
  if (!match) return null;
  const parts = match.slice(2).filter((part) => part !== undefined && part !== '');
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  if (parts.slice(0, -1).some((part) => /[.,]/.test(part)) || numbers.slice(1).some((part) => part >= 60)) return null;
  const degrees = numbers.reduce((sum, part, i) => sum + part / 60 ** i, 0);
  return match[1] === '-' ? 0 - degrees : degrees;
}

/** A coordinate as it stands in a field: degrees with a point and as many decimals as it has, a centimetre at most. */
export function coordinateText(degrees: number): string {
  return String(Number(degrees.toFixed(7)) + 0).replace(
    /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/,
    (_, sign: string, digit: string, rest = '', zeros: string) =>
      `${sign}0.${'0'.repeat(Number(zeros) - 1)}${digit}${String(rest)}`,
  );
}
