import { CLAIM_PARTIES, type ClaimParty } from '../../../../geo/model/claim-kinds.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partyOfClaim } from '../../../../geo/model/claim-parties.ts';
import type { AllDetails, Brief } from '../../../../geo/model/brief.ts';
import type { Country } from '../../../../geo/region.ts';

const of = (by: string, country: Country | null = 'PK', start = '2024-05-01') => partyOfClaim(by, { country, start });

// names as they stand in geo/sources/incidents.csv
test.each<[ClaimParty, string[]]>([
  ['pakistan', ['ISPR', 'ISPR (Pakistan military)', 'Pakistan (DG ISPR)', 'Frontier Corps Balochistan', 'CTD/police']],
  [
    'pakistan',
    ['Foreign Office of Pakistan', 'Pakistani officials', 'Kurram deputy commissioner (same day)', 'KP police'],
  ],
  ['pakistan', ['Officials (Dawn)', 'Police (Reuters)', 'Security sources via TNN', 'Interior ministry']],
  ['ttp', ['TTP', 'Tehrik-i-Taliban Pakistan (TTP)', 'TTP video', 'Jamaat-ul-Ahrar', 'JuA', 'Hafiz Gul Bahadur group']],
  [
    'emirate',
    ['Islamic Emirate', 'Taliban defence ministry via TOLOnews', 'Afghan Taliban', 'Nangarhar police (Taliban)'],
  ],
  ['armed_group', ['Baloch Liberation Army (BLA)', 'Islamic State', 'Islamic State Khorasan', 'Lal Masjid leadership']],
  ['other_state', ['United States', 'US investigation', 'Chinese embassy', 'Qatar foreign ministry']],
  ['aid', ['UNAMA (first, Spin Boldak)', 'UNICEF', 'Emergency NGO', 'United Nations (29 June)']],
  ['local', ['Residents of Spera', 'Chaman hospital', 'Tribal elders (Dawn)', 'Local sources', 'Rescue 1122']],
  ['media', ['Press (Dawn via ANI)', 'Indian media (unconfirmed)', 'TOLOnews security sources', 'Radio-free reports']],
  ['media', ['Pakistani media citing military', 'Press reports citing Dawn', 'Samaa TV (traffic police officer)']],
  ['dataset', ['UCDP GED', 'UCDP Candidate', 'UCDP GED (second record)', 'Usmani dataset']],
  ['other', ['Local officials and residents', 'TTP and al-Qaeda', 'Islamic Emirate / UN', 'Hospital and police']],
  ['other', ['Pakistani officials and militants', 'PTM', 'Mediators', 'Somebody', '']],
])('%s: %j', (party, names) => {
  for (const name of names) expect([name, of(name)]).toEqual([name, party]);
});

test('bare officials are those of the country where it was, and of whoever governed it then', () => {
  expect(of('Officials')).toBe('pakistan');
  expect(of('Officials', 'AF', '2024-01-01')).toBe('emirate');
  expect(of('Officials', 'AF', '2021-08-14')).toBe('republic');
  expect(of('Police', 'other')).toBe('other');
  expect(of('Police', null)).toBe('other');
  expect(of('Afghan officials', 'PK', '2021-08-15')).toBe('emirate');
  expect(of('Governor of Kandahar', 'AF', '2020-07-30')).toBe('republic');
  expect(of('Governor of Khyber Pakhtunkhwa', 'PK', '2011-03-17')).toBe('pakistan');
  // the Taliban are no part of the Republic before they govern
  expect(of('Afghan Taliban', 'PK', '2019-08-16')).toBe('emirate');
});

test('nine in ten claims of the killed in our own data are of a party that is told', () => {
  const details = JSON.parse(readFileSync('public/layers/incident-details.json', 'utf8')) as AllDetails;
  const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Brief[] };
  const parties = features.flatMap(({ properties }) =>
    details[properties.id].claims
      .filter(({ killed, by }) => killed !== null && !by.startsWith('UCDP'))
      .map(({ by }) => partyOfClaim(by, properties)),
  );
  const count = (party: ClaimParty) => parties.filter((one) => one === party).length;
  expect(count('other') / parties.length).toBeLessThan(0.1);
  expect(CLAIM_PARTIES.filter((party) => count(party) === 0)).toEqual([]);
});
