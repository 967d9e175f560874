import { formatDay } from '../model/day.ts';
import type { SynthEvent } from './events.ts';
import { noteOf, placeOf, PUBLISHER, synthId, titleOf } from './wording.ts';
import { tableWriter, type SynthCell } from './writer.ts';

/** A plain table as people keep them. */
const COLUMNS = [
  'id',
  'date',
  'end',
  'latitude',
  'longitude',
  'title',
  'type',
  'place',
  'country',
  'killed',
  'injured',
  'notes',
  'source',
] as const;

export const plainTableWriter = tableWriter(
  COLUMNS,
  () => true,
  () => cellsOf,
);

function cellsOf(event: SynthEvent): Record<(typeof COLUMNS)[number], SynthCell> {
  const { spot, casualties } = event;
  return {
    id: synthId(event),
    date: formatDay(event.start),
    end: formatDay(event.end),
    latitude: spot.lat,
    longitude: spot.lon,
    title: titleOf(event),
    type: event.scenario.type,
    place: placeOf(event),
    country: event.country.name,
    killed: casualties.best,
    injured: casualties.injured,
    notes: noteOf(event),
    source: PUBLISHER,
  };
}
