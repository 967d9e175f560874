import type { Tally } from '../../geo/store/sums.ts';
import { deathsText, incidentsText } from './numbers.ts';

const namedIn = ({ incidents, deaths }: Record<'incidents' | 'deaths', string>) =>
  `Named in ${incidents}, ${deaths}, in the time shown`;
const partIn = ({ incidents, deaths }: Record<'incidents' | 'deaths', string>) => `${incidents}, ${deaths}`;

/** The words of the panel that says who is who. */
export const GROUPS_PANEL = {
  colored: 'Colour the map by who took part',
  coming: 'Loading who is who…',
  notCome: (reason: string) => `Who is who could not be loaded: ${reason}`,
  figuresNote:
    'An incident counts for each side and group that it names, be the part stated, suspected or denied, and all its killed count, whoever they were.',
  pakistaniTaliban:
    'All of the Pakistani Taliban stand here. Not all of them belong to the TTP: where one does not, its sentence says so.',
  filterSide: ({ side }: { side: string }) => `Only incidents with: ${side}`,
  filter: ({ name }: { name: string }) => `Only incidents that name: ${name}`,
  only: 'Show only these',
  notNamed: 'No incident in the data names it.',
  formed: 'Formed',
  fights: 'Fights',
  allies: 'Allies, or part of',
  area: 'Where',
  unknown: 'not known',
  also: ({ source }: { source: string }) => `Also: ${source}`,
} as const;

/** `Named in 12 incidents, about 48 killed, in the time shown`. */
export function namedText(tally: Tally): string {
  return namedIn(figuresOf(tally));
}

/** `312 incidents, about 2,143 killed (1,990–2,400)`. */
export function partText(tally: Tally): string {
  return partIn(figuresOf(tally));
}

function figuresOf(tally: Tally) {
  return { incidents: incidentsText(tally.incidents), deaths: deathsText(tally) };
}
