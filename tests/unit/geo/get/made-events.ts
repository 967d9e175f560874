import { UCDP_COLUMNS } from '../../../../geo/formats/ucdp.ts';

/** Events of the UCDP API as its specification has them (numbers, a truth value, moments), made up: of each the id is its number of dead. */
export function ucdpEvents(count: number, from = 1): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, i) => ucdpEvent(from + i));
}

function ucdpEvent(id: number): Record<string, unknown> {
  const known = {
    ...{ id, relid: `MADE-${id}`, year: 2021, active_year: true, code_status: 'Clear', type_of_violence: 1 },
    ...{ conflict_name: 'Pakistan: Government', dyad_name: 'Government of Pakistan - TTP' },
    ...{
      side_a: 'Government of Pakistan',
      side_b: 'TTP',
      number_of_sources: 1,
      source_article: '"Made Daily,2021-03-02,A clash"',
    },
    ...{ where_prec: 1, where_coordinates: 'Miran Shah', where_description: 'near the bazaar,\nat noon' },
    ...{
      adm_1: 'Khyber Pakhtunkhwa province',
      adm_2: 'North Waziristan district',
      latitude: 33.0044,
      longitude: 70.0722,
    },
    ...{ country: 'Pakistan', country_id: 770, region: 'Asia', event_clarity: 1, date_prec: 1 },
    ...{ date_start: '2021-03-01T00:00:00', date_end: '2021-03-01T00:00:00' },
    ...{
      deaths_a: 0,
      deaths_b: id,
      deaths_civilians: 0,
      deaths_unknown: 0,
      best: id,
      high: id + 1,
      low: id,
      gwnoa: '770',
    },
  };
  return { ...Object.fromEntries(UCDP_COLUMNS.map((column) => [column, null])), ...known };
}

/** Events of the ACLED API, made up: all are texts; of each the number in its id is its number of dead. */
export function acledEvents(country: string, count: number, from = 1): Record<string, string>[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ event_id_cnty: `${country.slice(0, 3).toUpperCase()}${from + i}`, event_date: '2024-02-14', year: '2024' },
    ...{
      time_precision: '1',
      disorder_type: 'Political violence',
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
    },
    ...{ actor1: `Military Forces of ${country}`, assoc_actor_1: '', inter1: 'State forces' },
    ...{ actor2: 'TTP: Tehreek-i-Taliban Pakistan', assoc_actor_2: '', inter2: 'Rebel group' },
    ...{ interaction: 'State forces-Rebel group', civilian_targeting: '', iso: '586', region: 'South Asia', country },
    ...{
      admin1: 'Khyber Pakhtunkhwa',
      admin2: 'Khyber',
      admin3: '',
      location: 'Bara',
      latitude: '33.92',
      longitude: '71.46',
    },
    ...{ geo_precision: '1', source: 'Made Daily', source_scale: 'National', notes: 'Made up, "of course".' },
    ...{ fatalities: `${from + i}`, tags: '', timestamp: '1708000000' },
  }));
}
