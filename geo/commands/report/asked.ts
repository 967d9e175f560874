import type { Ground } from '../../ground/measure.ts';
import { parseDay } from '../../model/day.ts';
import { SourceError, UsageError } from '../../model/errors.ts';
import { phasesSchema } from '../../model/story.ts';
import type { Measure } from '../../store/count.ts';
import { NO_FILTERS, type Filters } from '../../store/filter.ts';
import type { Store } from '../../store/store.ts';
import { daysOf } from '../../story/phases.ts';
import type { Window } from '../../time/window.ts';
import { MOST_CHARACTERS } from '../../views/hash.ts';
import { readLink, type AskedFigures } from '../../views/link.ts';
import { FIRST_OPTIONS, type ViewOptions } from '../../views/options.ts';
import { checkDistricts, readFilterOptions } from '../filter-options.ts';
import type { Io } from '../io.ts';
import { readSource } from '../source.ts';
import { readViewOptions } from '../view-options.ts';
import { readWhere } from '../where-option.ts';
import { REPORT_VIEWS } from './views.ts';

/** What the report is asked for, whatever the files hold. */
export interface AskedReport {
  filters: Filters;
  options: ViewOptions;
  /** the view whose figures are printed; `null` for the report of all */
  view: string | null;
  /** The windows that are asked for in these data; none for all time. */
  windowsIn: (store: Store) => Window[];
  /** what of the link a view may need, or what holds without one */
  extentIn: (store: Store) => Window;
  measure: Measure;
  withinKm: number;
}

/** The arguments of `report` that say what of the files is counted. */
interface AskedArguments extends Record<string, unknown> {
  window: readonly string[];
  where: readonly string[];
  link?: string | undefined;
  view?: string | undefined;
  by?: string | undefined;
}

/**
 * What a link and the options beside it ask for; of what both name, the options hold. Of a link what cannot be read, or
 * is not there, is noted and the rest is kept, as the page does. Throws a `SourceError` that names the option, and what of
 * its value cannot be read.
 */
export function readAsked(io: Pick<Io, 'note'>, values: AskedArguments, ground: Ground): AskedReport {
  const none = readLink('');
  const link = values.link === undefined ? null : readLinkArgument(io, values.link, ground);
  const own = { ...readFilterOptions(values), ...readWhere(values.where) };
  checkDistricts({ ...NO_FILTERS, ...own }, ground);
  const windows = values.window.map(readWindow);
  return {
    filters: { ...(link?.filters ?? NO_FILTERS), ...own },
    options: { ...(link?.options ?? FIRST_OPTIONS), ...readViewOptions(values) },
    view: readView(values) ?? openIn(io, link),
    extentIn: (store) => (link ?? none).windowIn(store, null).extent,
    measure: (link ?? none).measure,
    withinKm: (link ?? none).withinKm,
    windowsIn: (store) => {
      if (windows.length > 0 || !link) return windows;
      const { window, isOutside } = link.windowIn(store, phaseOf(link));
      if (isOutside) io.note('The link names a time that is not in the data. All of it is counted.');
      return [window];
    },
  };
}

function readLinkArgument(io: Pick<Io, 'note'>, text: string, ground: Ground): AskedFigures {
  const link = readLink(text);
  const { filters, unread, isTooLong } = link;
  if (isTooLong) io.note(`The link is longer than ${MOST_CHARACTERS} characters and was not read.`);
  if (unread.length > 0) io.note(`Of the link this could not be read: ${unread.join(', ')}. The rest is kept.`);
  const strangers = filters.districts?.filter((id) => ground.districts.named(id) === null) ?? [];
  if (strangers.length === 0) return link;
  io.note(`The link names districts that are none: ${strangers.join(', ')}. The rest is kept.`);
  const rest = filters.districts?.filter((id) => !strangers.includes(id)) ?? [];
  return { ...link, filters: { ...filters, districts: rest.length > 0 ? rest : null } };
}

function phaseOf({ phase }: AskedFigures): Window | null {
  const found = phase === null ? undefined : readSource(phasesSchema, 'phases.json').find(({ id }) => id === phase);
  return found ? daysOf(found) : null;
}

function readView({ view, by }: AskedArguments): string | null {
  if (view === undefined) return by === undefined ? null : 'table';
  if (Object.hasOwn(REPORT_VIEWS, view)) return view;
  const where = { file: 'command line', row: null, field: '--view', value: view };
  throw new SourceError(where, 'is not known', `Give ${Object.keys(REPORT_VIEWS).join(', ')}`);
}

function openIn(io: Pick<Io, 'note'>, link: AskedFigures | null): string | null {
  const open = link?.analysis ?? null;
  if (open === null || Object.hasOwn(REPORT_VIEWS, open)) return open;
  io.note(`What the link has open, ${open}, has no table of its own: all figures of its window are printed.`);
  return null;
}

function readWindow(text: string): Window {
  const [start = null, end = null, ...more] = text.split('/').map(parseDay);
  const where = { file: 'command line', row: null, field: 'window', value: text };
  const fix = 'Give two calendar days, such as 2025-01-01/2025-12-31';
  if (start === null || end === null || more.length > 0) throw new SourceError(where, 'is no window', fix);
  if (start > end) throw new SourceError(where, 'ends before it starts', fix);
  return { start, end };
}

/** @throws UsageError for ways of printing that do not go together. */
export function checkPrinting(view: string | null, windows: number, { csv, json }: { csv: boolean; json: boolean }) {
  if (csv && json) throw new UsageError('Give --csv or --json, not both.');
  if (csv && view === null) throw new UsageError('--csv prints the table of a view: give --by or --view too.');
  if (csv && windows > 1) throw new UsageError('--csv prints one table: give one window.');
}
