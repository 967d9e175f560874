import * as z from 'zod/mini';
import { actorSchema, ACTOR_SIDES, ATTRIBUTIONS, type Actor } from '../model/incident.ts';
import { readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

/** An actor as the table gives it: without the party and the words, which the incident's own row holds. */
export type TableActor = Omit<Actor, 'party' | 'recorded'>;

/** The actors that each cell of the incidents table stands for, by the words of the cell. None: nobody acted. */
export type ActorTable = ReadonlyMap<string, readonly TableActor[]>;

const COLUMNS = ['recorded', 'name', 'side', 'attribution', 'by', 'note'] as const;
type ActorColumn = (typeof COLUMNS)[number];
const tableActorSchema = z.omit(actorSchema, { party: true, recorded: true });

/**
 * The actor table: one line for each actor of a cell; a line with an empty `name` is a cell that names no actor
 * (an accident, say). Throws a `SourceError` for an unknown side or attribution, a repeated line, an actor with two sides.
 */
export function readActorTable(text: string, file: string): ActorTable {
  const table = new Map<string, TableActor[]>();
  const sideOf = new Map<string, string>();
  for (const row of readCsvTable(text, file, COLUMNS)) {
    const recorded = row.cells.recorded;
    const actors = table.get(recorded) ?? [];
    table.set(recorded, actors);
    const actor = readActor(row, file);
    if (actor === null) continue;
    if (actors.some(({ name }) => name === actor.name)) {
      throw refuseIn(file)(row, 'name', 'stands twice for the same cell', 'Remove one of the two lines.');
    }
    const side = sideOf.get(actor.name) ?? actor.side;
    if (side !== actor.side) {
      throw refuseIn(file)(
        row,
        'side',
        `differs from ${side}, the side of the same name above`,
        'Give a name one side.',
      );
    }
    sideOf.set(actor.name, side);
    actors.push(actor);
  }
  return table;
}

function readActor(row: TableRow<ActorColumn>, file: string): TableActor | null {
  const { recorded, name, side, attribution, by } = row.cells;
  if (recorded.trim() === '') throw refuseIn(file)(row, 'recorded', 'is empty', 'Give the words of the cell.');
  if (name === '') return null;
  const result = tableActorSchema.safeParse({ name, side, attribution, by: by === '' ? null : by });
  if (result.success) return result.data;
  const field = COLUMNS.find((column) => column === result.error.issues[0]?.path[0]) ?? 'name';
  throw refuseIn(file)(row, field, 'is not allowed', `${allowed(field)}.`);
}

function allowed(column: ActorColumn): string {
  if (column === 'side') return `Give one of ${ACTOR_SIDES.join(', ')}`;
  if (column === 'attribution') return `Give one of ${ATTRIBUTIONS.join(', ')}`;
  return 'Give some text';
}

/** The actors of a cell for a party of a record; `null` where the table does not hold the cell. An empty cell has none. */
export function actorsOf(recorded: string, party: 1 | 2, table: ActorTable): Actor[] | null {
  if (recorded === '') return [];
  const actors = table.get(recorded);
  return actors ? actors.map((actor) => ({ ...actor, party, recorded })) : null;
}
