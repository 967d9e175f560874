import { COLLECTION } from '../collection.ts';
import { formatDay, partsOf } from '../model/day.ts';
import type { Actor, Recorded } from '../model/incident.ts';
import type { Country } from '../region.ts';
import type { SynthEvent } from './events.ts';
import type { Party } from './parties.ts';
import { noteOf, PUBLISHER, synthId, titleOf } from './wording.ts';
import type { SynthWriter } from './writer.ts';

/** A FeatureCollection with a feature a line, whose properties are an incident's before anything is computed. */
export const geojsonWriter: SynthWriter = {
  covers: () => true,
  ...COLLECTION,
  start: () => (event) => {
    const properties = recordedOf(event);
    const geometry = { type: 'Point', coordinates: [event.spot.lon, event.spot.lat] };
    return JSON.stringify({ type: 'Feature', id: properties.id, geometry, properties });
  },
};

function recordedOf(event: SynthEvent): Recorded {
  const { scenario, spot, casualties, start, end, dice } = event;
  const id = synthId(event);
  return {
    id,
    title: titleOf(event),
    type: scenario.type,
    start: formatDay(start),
    end: formatDay(end),
    datePrecision: event.datePrecision,
    place: spot.name,
    admin: spot.district ?? spot.province,
    country: countryOf(event),
    locationPrecision: spot.precision,
    actors: [actorOf(scenario.by, 1), actorOf(scenario.on, 2)],
    fatalities: { best: casualties.best, low: casualties.low, high: casualties.high },
    injured: casualties.injured,
    claims: [],
    remarks: [noteOf(event)],
    sources: [{ publisher: PUBLISHER, title: 'Synthetic report', year: partsOf(end).year, url: null, record: id }],
    confidence: dice < 0.5 ? 'high' : dice < 0.85 ? 'medium' : 'low',
  };
}

function actorOf({ plain, side }: Party, party: 1 | 2): Actor {
  return { name: plain, side, attribution: 'stated', by: null, party, recorded: plain };
}

function countryOf({ country: { iso } }: SynthEvent): Country {
  return iso === 'PK' || iso === 'AF' ? iso : 'other';
}
