import { formatDay } from '../../geo/model/day.ts';
import { ACTOR_SIDES, INCIDENT_TYPES, type Incident } from '../../geo/model/incident.ts';
import { PROVINCE_IDS } from '../../geo/region.ts';
import { createRowsBuilder } from '../../geo/store/rows.ts';
import { createRawStore, type Store } from '../../geo/store/store.ts';
import { createRandom, pick, whole } from '../../geo/synth/random.ts';

const DAYS = 365 * 22;
const FIRST = 12_400;
const DISTRICTS = Array.from({ length: 35 }, (_, i) => ({ id: `d${i}`, name: `District ${i}` }));
const SEED = 16;

/** A store of so many made incidents over 22 years, more and more of them: for measuring how long figures take, never data. */
export function madeStore(size: number): Store {
  const random = createRandom(SEED);
  const builder = createRowsBuilder();
  for (let i = 0; i < size; i++) {
    const day = formatDay(FIRST + Math.floor(Math.sqrt(random()) * DAYS));
    const isKnown = random() < 0.9;
    const best = isKnown ? Math.floor(-4 * Math.log(random())) : null;
    const km = random() < 0.9 ? random() * 200 : null;
    const properties: Incident['properties'] = {
      id: String(i),
      title: '',
      type: pick(random, INCIDENT_TYPES),
      start: day,
      end: day,
      datePrecision: 'day',
      place: null,
      admin: null,
      country: 'PK',
      locationPrecision: 'exact',
      actors: [{ name: '', recorded: '', side: pick(random, ACTOR_SIDES), role: null, attribution: null }] as never,
      fatalities: { best, low: best, high: best },
      injured: null,
      claims: [],
      remarks: [],
      sources: [],
      confidence: null,
      district: whole(random, 2) ? pick(random, DISTRICTS) : null,
      districtByPoint: null,
      province: pick(random, PROVINCE_IDS),
      borderKm: km,
      borderKmMin: km,
      borderKmMax: km,
      borderPoint: null,
      side: 'PK',
      alongKm: km,
    };
    builder.add({ recorded: properties, computed: properties, lon: 60 + random() * 15, lat: 29 + random() * 8 });
  }
  const unread = () => {
    throw new Error('Made incidents have no rows to read again.');
  };
  return createRawStore(builder.finish(), { recorded: unread, original: unread });
}
