import { MOST_BOUNDS } from '../region.ts';
import { DEAD } from './figure-names.ts';
import { plainDate, readingsOf, readOneDate } from './one-date.ts';
import { isPicture, nameOrNull, plainName, readDegrees } from './plain.ts';
import type { TakenAs } from './taken.ts';

/** What a column's cells are made of, where most of them are alike. */
type CellKind = 'count' | 'degrees' | 'pair' | 'date' | 'address' | 'words';

/** Of so many filled cells of a hundred the kind holds. */
const MOST_OF = 0.8;
/** Words that are longer, on the average, tell what happened. */
const LONG = 80;

const COUNT = /^\d{1,6}(?:\.0*)?$/;
const PAIR =
  /^[([]?\s*[+-]?\d{1,3}[.,]\d+°?\s*[,;/ ]\s*[+-]?\d{1,3}[.,]\d+°?\s*[)\]]?$|^(?:SRID=\d+;\s*)?POINT\s*Z?\s*\(/i;
const ADDRESS = /^https?:\/\/\S+$/;

/** Names of columns whose addresses are of pictures, which are no sources. */
const PICTURE_NAME = /thumb|image|photo|picture|logo|avatar|(?:^|_)(?:img|pic|pics|icon|banner|poster)(?:_|$)/;

/** Words for the dead with others before or after them. */
const deadWith = (others: string) => new RegExp(`(?:${others}).*(?:${DEAD})|(?:${DEAD}).*(?:${others})`);

/** By which words in a column's name it may be what, with what its cells must be then; the first that fits. */
const NAMES: readonly (readonly [as: TakenAs, name: RegExp, kinds: readonly CellKind[]])[] = [
  ['injured', /injur|wound|hurt|verletz|herid|bless/, ['count']],
  ['low', deadWith('(?:^|_)(?:min|low|least)'), ['count']],
  ['high', deadWith('(?:^|_)(?:max|high|most)'), ['count']],
  ['best', new RegExp(DEAD), ['count']],
  ['lat', /^(?:.*_)?(?:lat(?:itude?)?|breite|latitud|y)(?:_.*)?$/, ['degrees', 'count']],
  ['lon', /^(?:.*_)?(?:lon(?:g(?:itude?)?)?|lng|l(?:ä|ae)nge|longitud|x)(?:_.*)?$/, ['degrees', 'count']],
  ['position', /coord|position|gps|geom|point|lat_?lon/, ['pair']],
  ['start', /date|datum|fecha|tarikh|when|(?:^|_)day(?:_|$)|time|begin/, ['date']],
  ['year', /(?:^|_)(?:year|yr|jahr|a(?:ñ|n)o|ann(?:é|e)e)(?:_|$)/, ['count', 'date']],
  ['url', /url|link|web/, ['address']],
  ['publisher', /source|publisher|reference|citation|news/, ['words', 'address']],
  ['actor1', /perpetrat|actor|group|gname|attacker|outfit|organi[sz]ation|responsib/, ['words']],
  ['admin', /district|tehsil|prov|agency|county|admin|(?:^|_)area(?:_|$)|bezirk|distrito/, ['words']],
  ['place', /place|location|city|town|village|settlement|site|(?:^|_)(?:ort|lugar|lieu)(?:_|$)/, ['words']],
  ['country', /country|nation|pa(?:í|i)s|pays|(?:^|_)land(?:_|$)/, ['words']],
  ['type', /type|category|kind|attack|weapon|tactic|method/, ['words']],
  ['remarks', /note|descri|detail|comment|remark|summary|narrative/, ['words']],
  ['title', /title|headline|event|incident/, ['words']],
];

/** What a column may hold, by its name and what its cells are; without a name that tells it, by the cells alone. `null` for nothing. */
export function looksLike(name: string, cells: readonly string[]): TakenAs | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => nameOrNull(cell) !== null);
  const kind = kindOf(filled);
  if (kind === null) return null;
  const plain = plainName(name);
  if (kind === 'address' && (PICTURE_NAME.test(plain) || are(filled, isPicture))) return null;
  const named = NAMES.find(([, words, kinds]) => words.test(plain) && kinds.includes(kind));
  return named ? named[0] : byCells(kind, filled);
}

function byCells(kind: CellKind, filled: readonly string[]): TakenAs | null {
  if (kind === 'pair') return 'position';
  if (kind === 'date') return 'start';
  if (kind === 'address') return 'url';
  if (kind === 'degrees') return axisOf(filled.map(readDegrees));
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
  return kind === 'words' && length > LONG ? 'remarks' : null;
}

/** Numbers that all lie in the region, where its latitudes and its longitudes do not meet. */
function axisOf(degrees: readonly number[]): 'lat' | 'lon' | null {
  const [west, south, east, north] = MOST_BOUNDS;
  const within = (least: number, most: number) => degrees.every((value) => value >= least && value <= most);
  if (within(south, north)) return 'lat';
  return within(west, east) ? 'lon' : null;
}

function kindOf(filled: readonly string[]): CellKind | null {
  if (filled.length === 0) return null;
  if (are(filled, (cell) => COUNT.test(cell))) return 'count';
  if (are(filled, (cell) => PAIR.test(cell))) return 'pair';
  if (are(filled, isDegrees)) return 'degrees';
  if (are(filled, isDate)) return 'date';
  if (are(filled, (cell) => ADDRESS.test(cell))) return 'address';
  return are(filled, (cell) => Number.isNaN(readDegrees(cell))) ? 'words' : null;
}

/** Whether most cells are so. */
function are(filled: readonly string[], fits: (cell: string) => boolean): boolean {
  return filled.filter(fits).length >= MOST_OF * filled.length;
}

function isDegrees(cell: string): boolean {
  return /[.,]\d/.test(cell) && Math.abs(readDegrees(cell)) <= 180;
}

/** A date in whatever order; a number alone is none. */
function isDate(cell: string): boolean {
  const written = plainDate(cell);
  if (/^[\d.,]+$/.test(written) && !/^\d+\.\d+\.\d+$/.test(written)) return false;
  if (readingsOf(written)) return true;
  return typeof readOneDate(written, { order: 'each', numbers: 'none' }) !== 'string';
}
