import type * as z from 'zod/mini';
import { SourceError } from '../model/errors.ts';
import {
  incidentCollectionSchema,
  type Computed,
  type Incident,
  type Position,
  type Recorded,
} from '../model/incident.ts';
import { readActorTable } from './actors.ts';
import { readCsvTable } from './csv-table.ts';
import { readApartClaims } from './fatalities.ts';
import { INCIDENT_COLUMNS, readIncidentRow, type RowContext } from './incident-row.ts';

export type IncidentCollection = z.infer<typeof incidentCollectionSchema>;

/** The texts of the three tables that the incidents are made from. */
export interface IncidentSources {
  /** incidents.csv */
  incidents: string;
  /** actors.csv */
  actors: string;
  /** claims-apart.csv */
  apart: string;
}

/**
 * Every row of the incidents table as a Feature, in the order of the table, with the properties that `enrich` computes.
 * Throws a `SourceError` for the first row that cannot be taken: none is left out.
 */
export function incidentsLayer(
  sources: IncidentSources,
  enrich: (recorded: Recorded, position: Position) => Computed,
): IncidentCollection {
  const context: RowContext = {
    file: 'incidents.csv',
    actors: readActorTable(sources.actors, 'actors.csv'),
    apart: readApartClaims(sources.apart, 'claims-apart.csv'),
  };
  const lineOf = new Map<string, number>();
  const features = readCsvTable(sources.incidents, context.file, INCIDENT_COLUMNS).map((row): Incident => {
    const { recorded, position } = readIncidentRow(row, context);
    const at = (field: string, value: unknown) => ({ file: context.file, row: row.line, field, value });
    const first = lineOf.get(recorded.id);
    if (first !== undefined) {
      throw new SourceError(at('id', recorded.id), `is also the id of row ${first}`, 'Give each incident its own id.');
    }
    lineOf.set(recorded.id, row.line);
    if (recorded.sources.length === 0) {
      throw new SourceError(at('sources', row.cells.sources), 'names no source', 'Give at least one source.');
    }
    return {
      type: 'Feature',
      id: recorded.id,
      geometry: { type: 'Point', coordinates: position },
      properties: { ...recorded, ...enrich(recorded, position) },
    };
  });
  for (const [id, entries] of context.apart) {
    if (lineOf.has(id)) continue;
    const where = { file: 'claims-apart.csv', row: entries[0]?.line ?? null, field: 'id', value: id };
    throw new SourceError(where, 'is no incident', 'Remove the line or mend the id.');
  }
  return incidentCollectionSchema.parse({ type: 'FeatureCollection', features });
}
