import { inputError, type Where } from '../model/errors.ts';
import { readPlace, type Findings } from './cells.ts';
import { orderNamed } from './date-form.ts';
import { styleIn } from './date-style.ts';
import type { Mapping, TableFormat } from './format.ts';
import { createPlainReader, fieldsIn, isThere, NEEDED_FIELDS, PLAIN_FIELDS, type PlainField } from './plain.ts';

/** Surer than nothing, less sure than any dataset's own columns. */
const RECOGNISED = 0.5;

/** Any table with columns for latitude, longitude and date, which the user may name where we do not know them. */
export const table: TableFormat = {
  kind: 'table',
  id: 'table',
  label: 'Table',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx'],
  score: (header) => {
    const fields = fieldsIn(header);
    // a year alone may stand for anything
    const hasDate = fields.has('start') || fields.has('month');
    return hasDate && fields.has('lat') && fields.has('lon') ? RECOGNISED : 0;
  },
  dates: (header, mapping) => {
    const columns = mappedFields(header, mapping ?? {});
    const dates = [columns.get('start'), columns.get('end')].filter((column) => column !== undefined);
    const named = dates.map((column) => orderNamed(header[column])).find((order) => order !== null) ?? null;
    return { columns: dates, year: columns.get('year') ?? -1, named, dayFirst: '.' };
  },
  reader: (header, mapping) => {
    const columns = columnsOf(header, mapping ?? {});
    const at: Partial<Record<PlainField, number>> = Object.fromEntries(columns); // looked at some twenty times a row
    const [lat, lon] = [columns.get('lat') ?? -1, columns.get('lon') ?? -1];
    const read = createPlainReader(styleIn(mapping ?? {}));
    return (cells) => {
      const get = (field: PlainField) => cells[at[field] ?? -1] ?? '';
      const findings: Findings = { warnings: [], wrong: null };
      const place = readPlace(cells, header, { lat, lon }, findings);
      if (findings.wrong) return { rejected: findings.wrong };
      return read({ get, ...place, whole: () => cells.join('\u001f') });
    };
  },
};

/**
 * The column of each field: as the mapping says, else by its name.
 * @throws InputError where the mapping names a column that is not there, or a needed field has none.
 */
function columnsOf(header: readonly string[], mapping: Mapping): Map<PlainField, number> {
  const columns = mappedFields(header, mapping);
  for (const [field, name] of Object.entries(mapping)) {
    if (!isField(field) || name === '' || header.includes(name)) continue;
    throw inputError(inHeader(header, field), 'mapped-column-missing', { field, column: name });
  }
  for (const field of NEEDED_FIELDS) {
    if (!isThere(columns, field)) throw inputError(inHeader(header, field), 'field-without-column', { field });
  }
  return columns;
}

/** The column of each field: as the mapping says, else by its name. One of a name that is not there is left out. */
function mappedFields(header: readonly string[], mapping: Mapping): Map<PlainField, number> {
  const columns = fieldsIn(header);
  for (const [field, name] of Object.entries(mapping)) {
    if (!isField(field)) continue;
    if (name === '') {
      columns.delete(field);
      continue;
    }
    const column = header.indexOf(name);
    if (column >= 0) columns.set(field, column);
  }
  return columns;
}

function inHeader(header: readonly string[], field: PlainField): Where {
  return { file: 'table', row: 1, field, value: header.slice(0, 20).map((name) => name.slice(0, 40)) };
}

function isField(name: string): name is PlainField {
  return Object.hasOwn(PLAIN_FIELDS, name);
}
