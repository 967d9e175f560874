import { SourceError } from '../model/errors.ts';
import { FILTER_KEYS, type FilterKey, type Filters } from '../store/filter.ts';
import { writtenFilter } from '../store/written-filters.ts';
import { readFilter, writeFilter } from './filter-options.ts';

/**
 * What `--where` calls each filter: one of a thing in its singular, as `--by` names it. `side` is that of an actor, `line`
 * the side of the Durand Line.
 */
export const WHERE_NAMES: Readonly<Record<FilterKey, string>> = {
  types: 'type',
  sides: 'side',
  actors: 'group',
  districts: 'district',
  provinces: 'province',
  countries: 'country',
  confidences: 'confidence',
  deaths: 'killed',
  borderKm: 'border',
  borderSide: 'line',
  alongKm: 'along',
  acrossKm: 'across',
  text: 'q',
  once: 'once',
  paired: 'pairs',
};

/** Each name that `--where` takes. Those of the page's address hold too, but for its `side`. */
const KEYS = new Map<string, FilterKey>([
  ...FILTER_KEYS.map((key) => [writtenFilter(key).name, key] as const),
  ...FILTER_KEYS.map((key) => [WHERE_NAMES[key], key] as const),
]);

/**
 * The filters of `type=airstrike,side=ttp`; what stands between two names belongs to the first: `type=ambush,airstrike`.
 * Throws a `SourceError` for a name that is none, one given twice, and for a value as `readFilter` does.
 */
export function readWhere(texts: readonly string[]): Partial<Filters> {
  const filters: Partial<Filters> = {};
  for (const [name, value] of texts.flatMap(parts)) {
    const where = { file: 'command line', row: null, field: '--where', value: name };
    const key = KEYS.get(name);
    if (key === undefined) {
      throw new SourceError(
        where,
        'is no filter',
        `Give ${Object.values(WHERE_NAMES).join(', ')}, such as type=ambush`,
      );
    }
    if (key in filters) throw new SourceError(where, 'is given twice', 'Give its values in one: type=ambush,airstrike');
    readFilter(filters, key, value, `--where ${name}`);
  }
  return filters;
}

/** The filters that are on, as `--where` writes them, by its names. */
export function writtenWhere(filters: Filters): Record<string, string> {
  return Object.fromEntries(
    FILTER_KEYS.flatMap((key) => {
      const text = writeFilter(filters, key);
      return text === null ? [] : [[WHERE_NAMES[key], text]];
    }),
  );
}

function parts(text: string): [name: string, value: string][] {
  const found: [string, string][] = [];
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    if (at >= 0) found.push([part.slice(0, at).trim(), part.slice(at + 1)]);
    else if (found.length > 0) found[found.length - 1][1] += `,${part}`;
    else {
      const where = { file: 'command line', row: null, field: '--where', value: text };
      throw new SourceError(where, 'is not written as NAME=VALUE', 'Give a filter and its value, such as type=ambush');
    }
  }
  return found;
}
