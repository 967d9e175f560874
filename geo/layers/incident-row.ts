import * as z from 'zod/mini';
import { parseDay } from '../model/day.ts';
import { SourceError } from '../model/errors.ts';
import {
  claimSchema,
  CONFIDENCES,
  DATE_PRECISIONS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  positionSchema,
  recordedSchema,
  sourceSchema,
  type Actor,
  type Claim,
  type Position,
  type Recorded,
} from '../model/incident.ts';
import { COUNTRIES } from '../region.ts';
import { actorsOf, type ActorTable } from './actors.ts';
import { orNull, readCount, refuseIn, type TableRow } from './csv-table.ts';
import { deathsOf, type ApartClaims } from './fatalities.ts';

/** The columns of the project's own table of incidents. */
export const INCIDENT_COLUMNS = [
  'id',
  'date_start',
  'date_end',
  'date_precision',
  'title',
  'type',
  'place',
  'district_or_province',
  'country',
  'lat',
  'lon',
  'location_precision',
  'actor_1',
  'actor_2',
  'killed_best',
  'injured_best',
  'claims',
  'sources',
  'confidence',
] as const;
type IncidentColumn = (typeof INCIDENT_COLUMNS)[number];
export type IncidentRow = TableRow<IncidentColumn>;

/** What a row is read with: its file's name for errors, and the tables that the cells are looked up in. */
export interface RowContext {
  file: string;
  actors: ActorTable;
  apart: ApartClaims;
}

const DEGREES = /^-?\d{1,3}(\.\d+)?$/;
/** The `by` of a claim that is nobody's claim but a remark of the compilers. */
const REMARK = 'Note';

const tableSourceSchema = z.strictObject({ ...z.partial(sourceSchema).shape, publisher: sourceSchema.shape.publisher });

/** The column that a field of the record is read from. */
const COLUMN_OF: Readonly<Record<string, IncidentColumn>> = {
  start: 'date_start',
  end: 'date_end',
  datePrecision: 'date_precision',
  admin: 'district_or_province',
  locationPrecision: 'location_precision',
  fatalities: 'killed_best',
  injured: 'injured_best',
};

const FIX: Readonly<Partial<Record<IncidentColumn, string>>> = {
  date_start: 'Give a day of the calendar as YYYY-MM-DD.',
  date_end: 'Give a day of the calendar as YYYY-MM-DD, not before date_start.',
  date_precision: `Give one of ${DATE_PRECISIONS.join(', ')}.`,
  type: `Give one of ${INCIDENT_TYPES.join(', ')}.`,
  country: `Give one of ${COUNTRIES.join(', ')}.`,
  lat: 'Give decimal degrees from -90 to 90; look whether lat and lon are swapped.',
  lon: 'Give decimal degrees from -180 to 180; look whether lat and lon are swapped.',
  location_precision: `Give one of ${LOCATION_PRECISIONS.join(', ')}.`,
  actor_1: 'Add the words to the actor table.',
  actor_2: 'Add the words to the actor table.',
  claims: 'Give a JSON array of {by, killed, injured, note}.',
  sources: 'Give a JSON array of {publisher} with title, year, url (http or https) and record where known.',
  confidence: `Give one of ${CONFIDENCES.join(', ')}.`,
};

/**
 * One row of the incidents table as an incident and its place. Pure: the same row gives the same answer.
 * Throws a `SourceError` that names line, column and value for anything that it cannot take.
 */
export function readIncidentRow(row: IncidentRow, context: RowContext): { recorded: Recorded; position: Position } {
  const { cells } = row;
  const claims = readJson(row, context, 'claims', z.array(z.omit(claimSchema, { counts: true })));
  const best = readCount(row, context.file, 'killed_best');
  const candidate = {
    id: cells.id,
    title: cells.title,
    type: cells.type,
    start: cells.date_start,
    end: cells.date_end,
    datePrecision: cells.date_precision,
    place: orNull(cells.place),
    admin: orNull(cells.district_or_province),
    country: orNull(cells.country),
    locationPrecision: cells.location_precision,
    actors: [...readActors(row, context, 1), ...readActors(row, context, 2)],
    fatalities: { best, low: null, high: null },
    injured: readCount(row, context.file, 'injured_best'),
    claims: claims.filter(isClaim),
    remarks: [...claims.filter((claim) => !isClaim(claim)).map(remarkOf), ...wordsOfNobody(row, context)],
    sources: readSources(row, context),
    confidence: orNull(cells.confidence),
  };
  const result = recordedSchema.safeParse(candidate);
  if (!result.success) throw fromIssue(row, context, result.error.issues[0]);
  const recorded = result.data;
  if ((parseDay(recorded.start) ?? 0) > (parseDay(recorded.end) ?? 0)) {
    throw refuse(row, context, 'date_end', `is before date_start ${recorded.start}`);
  }
  const apart = apartOf(recorded.id, claims, context);
  const counted = claims.map((claim, i): Claim => ({ ...claim, ...countsOf(apart.get(i + 1)) }));
  return {
    recorded: {
      ...recorded,
      fatalities: deathsOf(best, recorded.type, counted.filter(isClaim)),
      claims: counted.filter(isClaim),
    },
    position: readPosition(row, context),
  };
}

function readPosition(row: IncidentRow, context: RowContext): Position {
  for (const column of ['lon', 'lat'] as const) {
    if (!DEGREES.test(row.cells[column])) throw refuse(row, context, column, 'is not a number of degrees');
  }
  const result = positionSchema.safeParse([Number(row.cells.lon), Number(row.cells.lat)]);
  if (result.success) return result.data;
  throw refuse(row, context, result.error.issues[0]?.path[0] === 1 ? 'lat' : 'lon', 'is out of range');
}

function readActors(row: IncidentRow, context: RowContext, party: 1 | 2): Actor[] {
  const column = party === 1 ? 'actor_1' : 'actor_2';
  const actors = actorsOf(row.cells[column], party, context.actors);
  if (actors === null) throw refuse(row, context, column, 'is not in the actor table');
  return actors;
}

/** The words of actor cells that name no actor (an accident): they must not be lost. */
function wordsOfNobody(row: IncidentRow, context: RowContext): string[] {
  const cells = [row.cells.actor_1, row.cells.actor_2];
  return cells.filter((cell) => context.actors.get(cell)?.length === 0);
}

function readSources(row: IncidentRow, context: RowContext): Recorded['sources'] {
  return readJson(row, context, 'sources', z.array(tableSourceSchema)).map((source) => ({
    publisher: source.publisher,
    title: source.title ?? null,
    year: source.year ?? null,
    url: source.url ?? null,
    record: source.record ?? null,
  }));
}

function readJson<T>(row: IncidentRow, context: RowContext, column: 'claims' | 'sources', schema: z.ZodMiniType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(row.cells[column]);
  } catch {
    throw refuse(row, context, column, 'is not JSON');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw refuse(
    row,
    context,
    column,
    `is not right at ${issue.path.map(String).join('.') || 'its top'}: ${issue.message}`,
  );
}

/** A remark with the figures that it carries. */
function remarkOf({ killed, injured, note }: Claim): string {
  const figures = [killed === null ? '' : `${killed} killed`, injured === null ? '' : `${injured} injured`];
  return [...figures.filter(Boolean), note].join('; ');
}

/** Remarks stand among the claims of the table, by whose places the table of claims apart counts; they claim no deaths. */
function isClaim({ by }: Claim): boolean {
  return by !== REMARK;
}

function countsOf(counts: string | undefined): Pick<Claim, 'counts'> {
  return counts === undefined ? {} : { counts };
}

/** What the claims that stand apart count, by their places, each held against the claim that the table means. */
function apartOf(id: string, claims: readonly Claim[], context: RowContext): ReadonlyMap<number, string> {
  const entries = context.apart.get(id) ?? [];
  for (const { claim, by, killed, line } of entries) {
    const meant = claims[claim - 1];
    if (meant?.by === by && meant.killed === killed) continue;
    const where = { file: 'claims-apart.csv', row: line, field: 'claim', value: claim };
    throw new SourceError(where, `of ${id} is not ${killed} by ${by}`, 'Bring this line in step with the incident.');
  }
  return new Map(entries.map(({ claim, counts }) => [claim, counts]));
}

function fromIssue(row: IncidentRow, context: RowContext, issue: z.core.$ZodIssue): SourceError {
  const field = String(issue.path[0]);
  const column = COLUMN_OF[field] ?? INCIDENT_COLUMNS.find((name) => name === field) ?? 'id';
  const empty = row.cells[column].trim() === '';
  return refuse(row, context, column, empty ? 'is empty' : 'is not allowed');
}

function refuse(row: IncidentRow, context: RowContext, column: IncidentColumn, reason: string): SourceError {
  return refuseIn(context.file)(row, column, reason, FIX[column] ?? 'Give some text.');
}
