import { inputError, type Where } from '../model/errors.ts';
import { readPlace, type Findings } from './cells.ts';
import type { DateOrder } from './dates.ts';
import type { Mapping, TableFormat } from './format.ts';
import { createPlainReader, fieldsIn, NEEDED_FIELDS, PLAIN_FIELDS, type PlainField } from './plain.ts';

/** In a mapping, how dates with slashes are written: `day first` or `month first`. */
export const DATE_ORDER = 'dateOrder';

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
    return NEEDED_FIELDS.every((field) => fields.has(field)) ? RECOGNISED : 0;
  },
  reader: (header, mapping) => {
    const columns = columnsOf(header, mapping ?? {});
    const at: Partial<Record<PlainField, number>> = Object.fromEntries(columns); // looked at some twenty times a row
    const [lat, lon] = [columns.get('lat') ?? -1, columns.get('lon') ?? -1];
    const read = createPlainReader(orderIn(mapping ?? {}));
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
  const columns = fieldsIn(header);
  for (const [field, name] of Object.entries(mapping)) {
    if (!isField(field)) continue;
    if (name === '') {
      columns.delete(field);
      continue;
    }
    const column = header.indexOf(name);
    if (column < 0) throw inputError(inHeader(header, field), 'mapped-column-missing', { field, column: name });
    columns.set(field, column);
  }
  for (const field of NEEDED_FIELDS) {
    if (!columns.has(field)) throw inputError(inHeader(header, field), 'field-without-column', { field });
  }
  return columns;
}

function inHeader(header: readonly string[], field: PlainField): Where {
  return { file: 'table', row: 1, field, value: header.slice(0, 20).map((name) => name.slice(0, 40)) };
}

function isField(name: string): name is PlainField {
  return Object.hasOwn(PLAIN_FIELDS, name);
}

function orderIn(mapping: Mapping): DateOrder {
  const order = mapping[DATE_ORDER];
  return order === 'day first' || order === 'month first' ? order : null;
}
