import type { ViewContext } from '../../views/context.ts';
import type { FiguresTable } from '../../views/figures-table.ts';
import { borderOf, borderTable } from '../../views/border.ts';
import { claimsOf, claimsTable } from '../../views/claims.ts';
import { compareOf, compareTable } from '../../views/compare.ts';
import { districtsOf, districtsTable } from '../../views/districts.ts';
import { hotspotsOf, hotspotsTable } from '../../views/hotspots.ts';
import { movementOf, movementTable } from '../../views/movement.ts';
import { tableOf, tableTable } from '../../views/table.ts';
import { trendsOf, trendsTable } from '../../views/trends.ts';
import { claimsJson, claimsNotes } from './claims-said.ts';
import { compareNotes } from './compare-said.ts';
import { tableJson, tableNotes } from './table-said.ts';

/** What is printed of a view. */
export interface Viewed {
  table: FiguresTable;
  /** What stands in its JSON beside window and filters. */
  json: object;
  /** What is to be known of the figures, a line each. */
  notes: readonly string[];
}

/** A view as `report` prints it. */
interface ReportView<R> {
  of: (context: ViewContext) => R;
  table: (result: R, context: ViewContext) => FiguresTable;
  /** Where nothing is said, the rows of the table by the names of its columns. */
  json?: (result: R) => object;
  notes?: (result: R) => readonly string[];
}

/** One view, whatever its result is. */
function view<R>({ of, table, json, notes }: ReportView<R>): (context: ViewContext) => Viewed {
  return (context) => {
    const result = of(context);
    const figures = table(result, context);
    return { table: figures, json: json?.(result) ?? { rows: rowsByName(figures) }, notes: notes?.(result) ?? [] };
  };
}

/** The views of the page that have figures to print, by the id that the page's link has for each: one entry each. */
export const REPORT_VIEWS: Readonly<Record<string, (context: ViewContext) => Viewed>> = {
  border: view({ of: borderOf, table: borderTable }),
  trends: view({ of: trendsOf, table: trendsTable }),
  movement: view({ of: movementOf, table: (movement, { options }) => movementTable(movement, options.moving) }),
  hotspots: view({ of: hotspotsOf, table: hotspotsTable }),
  compare: view({ of: compareOf, table: compareTable, notes: compareNotes }),
  claims: view({ of: claimsOf, table: claimsTable, json: claimsJson, notes: claimsNotes }),
  districts: view({ of: districtsOf, table: districtsTable }),
  table: view({ of: tableOf, table: tableTable, json: tableJson, notes: tableNotes }),
};

function rowsByName({ columns, rows }: FiguresTable): Record<string, string | number | null>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}
