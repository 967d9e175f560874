/** The figures that a plain row may have. */
export const FIGURES = ['best', 'low', 'high', 'injured'] as const;
export type Figure = (typeof FIGURES)[number];

/** Whose figure it is: of `all` nobody is singled out; `part` is some of those that another column counts, as women or foreigners. */
type Whose = 'all' | 'civilians' | 'forces' | 'militants' | 'others' | 'part';

/** What the name of a column of figures says. */
interface FigureName {
  isInjured: boolean;
  bound: 'best' | 'low' | 'high';
  whose: Whose;
  /** how many words it has */
  length: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const KILLED = words('killed kills nkill nkilled deaths death dead died fatalities fatality kia deceased martyred');
const INJURED = words('injured injuries injury wounded nwound nwounded wia hurt');
const LOW = words('min minimum low lower lowest least');
// a file of drone strikes that many copied has `Total Died Mix`
const HIGH = words('max maximum high higher upper highest most mix');
/** What changes nothing in a name of a figure. */
const IDLE = words(
  'best estimate estimated est estimates total totals tot all overall sum number numbers num no nr n count counts of the reported confirmed official figure figures people ppl persons person individuals victims bound approx approximate',
);
/** The whole of a group, of which other columns may hold parts. */
const ALL_FORCES = words('security forces force sf sfs personnel lea leas');
/** Words that say so of all people, whatever else stands in the name. */
const TOTAL = words('total totals tot all overall sum');
const WHOSE: readonly (readonly [Whose, ReadonlySet<string>])[] = [
  ['civilians', words('civilian civilians civil civ civs noncombatants')],
  [
    'forces',
    new Set([
      ...ALL_FORCES,
      ...words(
        'police policemen army military soldier soldiers troops levies fc paramilitary rangers law enforcement ansf',
      ),
    ]),
  ],
  [
    'militants',
    words('militant militants terrorist terrorists insurgent insurgents rebels extremists attackers fighters'),
  ],
  ['others', words('unknown unspecified unidentified other others')],
  ['part', words('women woman children child leaders foreigners foreign us americans perpetrators bombers')],
];
/** Names that are no words: UCDP's sides, and the part of GTD's figures that other columns hold. */
const NAMES = new Map(
  Object.entries({
    deaths_a: 'deaths forces',
    deaths_b: 'deaths militants',
    nkillus: 'nkill us',
    nkillter: 'nkill perpetrators',
    nwoundus: 'nwound us',
    nwoundte: 'nwound perpetrators',
    best_est: 'deaths best',
    low_est: 'deaths low',
    high_est: 'deaths high',
  }),
);

/** The words of a column's name: `MinKilled` has two. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return NAMES.get(plain.join('_'))?.split(' ') ?? plain;
}

const has = (name: readonly string[], set: ReadonlySet<string>): boolean => name.some((word) => set.has(word));

/** What a name says, where all its words are understood; else `null`. */
function readName(name: readonly string[]): FigureName | null {
  const [killed, injured] = [has(name, KILLED), has(name, INJURED)];
  if (killed === injured || (has(name, LOW) && has(name, HIGH))) return null;
  const rest = name.filter((word) => ![KILLED, INJURED, LOW, HIGH, IDLE].some((set) => set.has(word)));
  const found = WHOSE.filter(([, set]) => rest.some((word) => set.has(word)));
  if (found.length > 1 || !rest.every((word) => found.some(([, set]) => set.has(word)))) return null;
  return { isInjured: injured, bound: boundOf(name), whose: found.at(0)?.[0] ?? 'all', length: name.length };
}

/** The columns of each figure. Several are of people of several kinds: they are to be added. */
export type FigureColumns = ReadonlyMap<Figure, readonly number[]>;

/**
 * The columns that hold figures, by the words of their names: the lowest, highest and best of the killed and the best of the injured.
 * Where nobody's total stands in a column, those of civilians, forces, militants and others are taken together, if there are several.
 */
export function figuresIn(header: readonly string[]): FigureColumns {
  const columns = header.flatMap((name, column) => {
    const read = readName(wordsOf(name));
    return read ? [{ ...read, name, column }] : [];
  });
  const found = new Map<Figure, readonly number[]>();
  for (const isInjured of [false, true]) {
    const own = columns.filter((column) => column.isInjured === isInjured);
    const hasTotal = own.some(({ whose }) => whose === 'all');
    for (const bound of isInjured ? (['best'] as const) : (['best', 'low', 'high'] as const)) {
      const bounded = own.filter((column) => column.bound === bound);
      const totals = bounded.filter(({ whose }) => whose === 'all').sort((a, b) => a.length - b.length);
      const taken = hasTotal ? totals.slice(0, 1) : kindsOf(bounded);
      if (taken.length > 0)
        found.set(
          isInjured ? 'injured' : bound,
          taken.map(({ column }) => column),
        );
    }
  }
  return found;
}

interface NamedColumn extends FigureName {
  name: string;
  column: number;
}

/** One column for each kind of people, of the forces all branches where no column holds them together; none where there is but one kind. */
function kindsOf(columns: readonly NamedColumn[]): readonly NamedColumn[] {
  const kinds = (['civilians', 'forces', 'militants', 'others'] as const).map((kind) => {
    const own = columns.filter(({ whose }) => whose === kind);
    const whole = kind === 'forces' ? own.find(({ name }) => has(wordsOf(name), ALL_FORCES)) : own.at(0);
    return whole ? [whole] : own;
  });
  const several = kinds.filter((kind) => kind.length > 0).length > 1;
  return several ? kinds.flat().sort((a, b) => a.column - b.column) : [];
}

/** Parts of words that may be of the dead, in some of the languages that tables come in. */
export const DEAD = 'kill|dead|death|died|fatal|casualt|martyr|toll|victim|deceased|shaheed|tote|muert|mort';
const OF_DEAD = new RegExp(DEAD);
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/** The columns of numbers that look like figures of the killed, whatever else their names say, each with which it may be. */
export function killedLike(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<number, 'best' | 'low' | 'high'> {
  const names = header.map(wordsOf);
  const people = names.map((name) => isOfKind(name) && isBare(name));
  const hasKinds = people.filter(Boolean).length > 1;
  // beside kinds of people with nothing said of what was counted there may be `total_low`
  const isBareTotal = (name: readonly string[]) => name.includes('total') && isBare(name);
  const found = new Map<number, 'best' | 'low' | 'high'>();
  names.forEach((name, column) => {
    const isLike = OF_DEAD.test(name.join('_')) || (hasKinds && (people[column] || isBareTotal(name)));
    const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    if (isLike && cells.some((cell) => NUMBER.test(cell))) found.set(column, boundOf(name));
  });
  return found;
}

/** Whether a name has no words but those of people and figures. */
function isBare(name: readonly string[]): boolean {
  return name.every((word) => isPeople(word) || [IDLE, LOW, HIGH].some((set) => set.has(word)));
}

function isOfKind(name: readonly string[]): boolean {
  return name.some(isPeople);
}

function boundOf(name: readonly string[]): 'best' | 'low' | 'high' {
  return has(name, LOW) ? 'low' : has(name, HIGH) ? 'high' : 'best';
}

/** Whether a column is by its name of all people together: others of its figure count some of them once more. */
export function isTotal(name: string): boolean {
  const all = wordsOf(name);
  const read = readName(all);
  return read ? read.whose === 'all' : has(all, TOTAL) && !WHOSE.some(([, set]) => has(all, set));
}

/** The figure of which a column counts, by its name, people of one kind; `null` for what is no such. */
export function partOf(name: string): 'best' | 'injured' | null {
  const all = wordsOf(name);
  const read = readName(all);
  if (read) return read.whose === 'all' ? null : read.isInjured ? 'injured' : 'best';
  const isKind = isOfKind(all) && (OF_DEAD.test(all.join('_')) || isBare(all));
  return isKind && all.length > 1 ? 'best' : null;
}

function isPeople(word: string): boolean {
  return WHOSE.some(([whose, set]) => whose !== 'others' && whose !== 'part' && set.has(word));
}
