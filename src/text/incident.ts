import { parseDay } from '../../geo/model/day.ts';
import {
  ATTACK_TYPES,
  type Actor,
  type DatePrecision,
  type IncidentProperties,
  type IncidentType,
  type Position,
  type Source,
} from '../../geo/model/incident.ts';
import { whenText } from './dates.ts';
import type { Units } from '../choices.ts';
import { CONFIDENCE_WORDS, COUNTRY_LABELS } from './labels.ts';
import { formFor, listText, plainText, type Forms } from './locale.ts';
import { counted, countText, distanceText, intervalText, placeText } from './numbers.ts';
import { piecesOf } from './pieces.ts';

/** The words of the incident's panel. */
export const INCIDENT = {
  panel: 'Incident',
  where: 'Where',
  who: 'Who took part',
  partyNote: 'The order does not say who attacked.',
  killed: 'Killed',
  injured: 'Injured',
  unknown: 'not known',
  claims: 'Who says what',
  /** Claims, remarks and sources are not here yet, or did not come. */
  awaited: 'Claims, remarks and sources are on their way.',
  notCome: (reason: string) => `Claims, remarks and sources did not come: ${reason}`,
  askAgain: 'Fetch them again',
  noClaims: 'No party’s figures are recorded.',
  noFigure: 'no figure',
  /** Whom a claim counts, as the record has it: `soldiers only`. */
  claimCounts: ({ counts }: { counts: string }) => `Counted: ${counts}`,
  /** The source that a party's figures were taken from. */
  claimFrom: ({ publisher, year }: Source) =>
    `Source: ${listText([publisher, ...(year === null ? [] : [plainText(year)])])}`,
  claimFromUnknown: 'Where no source is named here, which of the sources below gives the figures is not recorded.',
  /** A party's figures. */
  claimed: {
    killed: (count: number) =>
      piecesOf(
        formFor(count, { one: '{count} killed', other: '{count} killed' }),
        { count: countText(count) },
        'count',
      ),
    injured: (count: number) => counted(count, { one: '{count} injured', other: '{count} injured' }),
  },
  /** After the name of a party. */
  attributed: ({ how }: { how: string }) => `, ${how}`,
  remarks: 'Remarks',
  sources: 'Sources',
  original: 'As in the file',
  confidence: ({ confidence }: { confidence: string }) => `Confidence of the record: ${confidence}`,
  noConfidence: 'not stated',
  district: 'District',
  crossing: 'Nearest crossing',
  noDistrict: 'outside the districts of Khyber Pakhtunkhwa',
  byPoint: (name: string) => `The point itself lies in ${name}.`,
  recordedAs: (admin: string) => `Recorded as: ${admin}`,
  border: 'Distance from the Durand Line',
  tooCoarse: 'Location too coarse for a distance',
  /** Of one incident at several places. */
  severalInterval: 'From the first of its places. In brackets: how far any of them may be.',
  severalSides: 'undecided: its places are not all surely on one side',
  interval: 'In brackets: how far it may be, given how well the place is known.',
  along: 'Along the line',
  alongFrom: (distance: string) => `${distance} from the tripoint with China`,
  side: 'Side',
  noSide: 'neither side',
  zoom: 'Zoom to it',
  measure: 'Measure from here',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  notCopied: 'The link could not be copied; it is in the address bar.',
  previous: 'Previous in time',
  next: 'Next in time',
  position: ({ position, all }: Record<'position' | 'all', number>) => `${countText(position)} of ${countText(all)}`,
  hidden: 'not among those shown',
  filteredOut: 'The filters leave this incident out.',
  outsideTime: 'This incident is outside the time on show.',
  outsideBoth: 'The filters leave this incident out, and it is outside the time on show.',
  clearFilters: 'Clear the filters',
  showAllTime: 'Show all time',
  record: ({ record }: { record: string }) => `record ${record}`,
  opensNew: '(opens in a new tab)',
} as const;

/** Things said one after the other at the foot of something. */
const aside = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');

/** Where an incident is kept: `ACLED · Confidence of the record: high · PAK123`; `dataset` is `null` where there is one. */
export function recordText(dataset: string | null, { confidence, id }: IncidentProperties): string {
  const words = confidence ? CONFIDENCE_WORDS[confidence] : INCIDENT.noConfidence;
  return aside([dataset, INCIDENT.confidence({ confidence: words }), id]);
}

/** Where it was, as recorded: `Wana, Pakistan`. */
export function whereText({ place, country }: IncidentProperties): string {
  return (
    listText([place || null, country && COUNTRY_LABELS[country]].filter((part) => part !== null)) || INCIDENT.unknown
  );
}

const PLACES: Forms = {
  one: 'At {count} place: {places}',
  other: 'At {count} places, counted once: {places}',
};
/** So many of an incident's places are named. */
const MOST_NAMED = 12;
const MORE_PLACES: Forms = { one: '{places} and {count} more', other: '{places} and {count} more' };

/** All places of an incident that was at several, the one that it is counted at first. */
export function severalPlacesText(places: readonly Position[]): string {
  const named = places.slice(0, MOST_NAMED).map(([lon, lat]) => placeText(lon, lat));
  const more = places.length - named.length;
  // a place has a comma in it
  const list = named.join('; ');
  return counted(places.length, PLACES, { places: more > 0 ? counted(more, MORE_PLACES, { places: list }) : list });
}

/** What is known of a source beside its name: `Dawn, 2025 · record 12`. */
export function sourceText({ title, publisher, year, record }: Source): string {
  const about = listText(
    [title ? publisher : null, year === null ? null : plainText(year)].filter((part) => part !== null),
  );
  // a record by itself keeps its mark
  return (record ? aside([about, INCIDENT.record({ record })]) : about).trim();
}

const KNOWN_TO: Readonly<Record<DatePrecision, (values: { when: string }) => string>> = {
  day: ({ when }) => when,
  week: ({ when }) => `${when} (known to the week)`,
  month: ({ when }) => `${when} (known to the month)`,
  year: ({ when }) => `${when} (known to the year)`,
};

/** When it was, no finer than it is known, and in words how well it is known. */
export function dateText({ start, end, datePrecision }: IncidentProperties): string {
  const when = whenText(parseDay(start) ?? 0, parseDay(end) ?? 0, datePrecision);
  return KNOWN_TO[datePrecision]({ when });
}

/** How an actor's part is known: `suspected`, `per ISPR`; `null` where it is stated plainly. */
export function attributionText({ attribution, by }: Actor): string | null {
  switch (attribution) {
    case 'stated':
      return by && `per ${by}`;
    case 'attributed':
      return by ? `per ${by}` : 'attributed';
    case 'suspected':
      return by ? `suspected by ${by}` : 'suspected';
    case 'linked':
      return by ? `linked to it, per ${by}` : 'linked to it';
    case 'disputed':
      return by ? `disputed by ${by}` : 'disputed';
    case 'denied':
      return by ? `denied by ${by}` : 'it denied this';
  }
}

const DEAD = {
  none: 'none',
  noneOf: ({ low, high }: Record<'low' | 'high', string>) => `none; figures from ${low} to ${high}`,
  about: ({ best }: { best: string }) => `about ${best}`,
  aboutOf: ({ best, low, high }: Record<'best' | 'low' | 'high', string>) =>
    `about ${best}; figures from ${low} to ${high}`,
  figures: ({ low, high }: Record<'low' | 'high', string>) => `not known; figures from ${low} to ${high}`,
  same: ({ low }: { low: string }) => `not known; lowest and highest figure ${low}`,
  least: ({ low }: { low: string }) => `not known; lowest figure ${low}`,
  most: ({ high }: { high: string }) => `not known; highest figure ${high}`,
} as const;

/** The dead: `about 11; figures from 11 to 22`, `none`, `not known`. Without a best figure the others are told. */
export function killedText({ best, low, high }: IncidentProperties['fatalities']): string {
  const range = low === null || high === null || low === high ? null : { low: countText(low), high: countText(high) };
  if (best === null) return range ? DEAD.figures(range) : boundText(low, high);
  if (best === 0) return range ? DEAD.noneOf(range) : DEAD.none;
  return range ? DEAD.aboutOf({ best: countText(best), ...range }) : DEAD.about({ best: countText(best) });
}

/** The dead where there is no best figure and no range: what is known of the lowest and highest. */
function boundText(low: number | null, high: number | null): string {
  if (low !== null && low === high) return DEAD.same({ low: countText(low) });
  if (low !== null) return DEAD.least({ low: countText(low) });
  return high === null ? INCIDENT.unknown : DEAD.most({ high: countText(high) });
}

/** Whom figures of the dead count, by the format of the file that they came from. */
export const COUNTED: Readonly<Record<string, string>> & { other: string } = {
  acled: 'A cautious estimate. Attackers are counted too; 0 means that no deaths were reported.',
  ucdp: 'An estimate. All reported deaths are counted, of any side.',
  gtd: 'Attackers are left out of attacks where the file says how many of them died; else they are counted.',
  other: 'As in the file, which does not say who is counted.',
};

/** Whom the estimate counts. In what comes with the page (`format` is `null`) it differs by type. */
export function countedText(type: IncidentType, format: string | null): string {
  if (format !== null) return COUNTED[format] ?? COUNTED.other;
  return ATTACK_TYPES.has(type)
    ? 'An estimate. Attackers are not counted.'
    : 'An estimate. All reported deaths are counted, of any side.';
}

/** The distance from the Durand Line with its interval; `null` where the location is too coarse for a figure. */
export function borderText(p: IncidentProperties, units: Units): string | null {
  if (p.borderKm === null) return null;
  const coarse = p.locationPrecision === 'district';
  return p.borderKmMin === null || p.borderKmMax === null
    ? distanceText(p.borderKm, units, coarse ? 0 : 1)
    : intervalText(p.borderKm, p.borderKmMin, p.borderKmMax, units, coarse);
}
