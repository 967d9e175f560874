import { InputError } from '../model/errors.ts';
import { createDateSurvey, DATE_ORDER } from './date-style.ts';
import type { FeatureFormat, Mapping, RowRead, TableFormat } from './format.ts';
import { formatWithId } from './registry.ts';
import { bareHeader, createBareCells } from './rejects.ts';
import { createCellsReader, createFeatureRowReader } from './rows.ts';
import type { Sample, SampleRow } from './sample.ts';

/** The names and the rows under them, once the line of the header is chosen: without what a file of rejected rows has before them. */
export function underHeader(
  { rows }: Pick<Sample, 'rows'>,
  headerLine: number,
): { header: readonly string[]; rows: readonly SampleRow[] } {
  const header = rows.find(({ line }) => line === headerLine)?.cells ?? [];
  const bareCells = createBareCells(header);
  const under = rows.filter(({ line }) => line > headerLine);
  return {
    header: bareHeader(header),
    rows: under.map(({ line, cells }) => ({ line, cells: bareCells(cells) ?? [] })),
  };
}

/** How a row would be read. */
export interface PreviewRow {
  line: number;
  read: RowRead;
}

/**
 * How the first rows of a file would be read, up to `most`; `null` where what was chosen lacks something. The order of day and month is
 * told from these rows where it was not chosen. Of features the place is not known here.
 */
export function previewOf(
  sample: Sample,
  chosen: { headerLine: number; format: string; mapping: Mapping },
  most: number,
): PreviewRow[] | null {
  const format = formatWithId(chosen.format);
  if (format === null) return null;
  const rows = sample.rows.filter(({ line }) => line > chosen.headerLine);
  const header = sample.rows.find(({ line }) => line === chosen.headerLine)?.cells ?? [];
  try {
    const read =
      format.kind === 'table'
        ? tableReader(format, header, chosen.mapping, rows)
        : featureReader(format, header, chosen.mapping, rows);
    return rows.slice(0, most).map(({ line, cells }) => ({ line, read: read(cells) }));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function tableReader(
  format: TableFormat,
  header: readonly string[],
  mapping: Mapping,
  rows: readonly SampleRow[],
): (cells: readonly string[]) => RowRead {
  const places = format.dates(bareHeader(header), mapping);
  const bareCells = createBareCells(header);
  const { see, found } = createDateSurvey(places);
  for (const { line, cells: all } of rows) {
    const cells = bareCells(all) ?? [];
    for (const column of places.columns) see(cells[column] ?? '', cells[places.year] ?? '', line);
  }
  return createCellsReader({ header, mapping: withOrder(mapping, found().order) }, format);
}

/** Where a feature is said to be whose place is not known: anywhere in the region. */
const ANYWHERE = { type: 'Point', coordinates: [71, 34] };

function featureReader(
  format: FeatureFormat,
  names: readonly string[],
  mapping: Mapping,
  rows: readonly SampleRow[],
): (cells: readonly string[]) => RowRead {
  const featureOf = (cells: readonly string[]) => ({
    type: 'Feature',
    geometry: ANYWHERE,
    properties: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])),
  });
  const datesIn = format.dates(mapping);
  const { see, found } = createDateSurvey({ named: null, dayFirst: '.' });
  for (const { line, cells } of rows) {
    const { texts, year } = datesIn(featureOf(cells));
    for (const text of texts) see(text, year, line);
  }
  const read = createFeatureRowReader(format.reader(withOrder(mapping, found().order)));
  return (cells) => read(featureOf(cells));
}

function withOrder(mapping: Mapping, order: string | null): Mapping {
  return order === null ? mapping : { [DATE_ORDER]: order, ...mapping };
}
