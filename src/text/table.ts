import { PROVINCES, type ProvinceId } from '../../geo/region.ts';
import type { ActorSide, Group, IncidentType, PlaceSide } from '../../geo/model/incident.ts';
import { dayOf } from '../../geo/model/day.ts';
import type { Dimension } from '../../geo/views/dimensions.ts';
import type { DimensionValue } from '../../geo/views/tell.ts';
import type { Units } from '../choices.ts';
import { BORDER_SIDE_WORDS } from './border-sides.ts';
import { monthText } from './dates.ts';
import { GROUP_LABELS, SIDE_LABELS, TYPE_LABELS } from './labels.ts';
import { listText, plainText } from './locale.ts';
import { counted, countText, distancesText, distanceText } from './numbers.ts';

/** The words of the table of figures. */
export const TABLE = {
  by: 'By',
  thenBy: 'then by',
  nothing: 'nothing more',
  incidents: 'Incidents',
  killed: 'Killed',
  low: 'Lowest',
  high: 'Highest',
  killedUnknown: 'Killed not known',
  injured: 'Injured',
  injuredUnknown: 'Injured not known',
  total: 'All, each counted once',
  notKnown: 'not known',
  copy: 'Copy',
  save: 'Save CSV',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying.',
  empty: 'No incident passes the filters in this time: there is nothing to count.',
  region: 'Table of figures, scrollable',
  caption: ({ by }: { by: string }) => `Incidents, killed and injured by ${by}`,
  overlap: ({ by }: { by: string }) =>
    `Rows overlap: an incident counts in each ${by} that takes part, and once in the total, which is not their sum.`,
  began: (count: number) =>
    counted(count, {
      one: '{count} incident began before this time and stands in the row of its first day.',
      other: '{count} incidents began before this time and stand in the rows of their first days.',
    }),
  yearOnly: (count: number) =>
    counted(count, {
      one: '{count} incident is known to the year only and stands by the first day of it.',
      other: '{count} incidents are known to the year only and stand by the first day of it.',
    }),
  more: ({ shown, all }: Record<'shown' | 'all', number>) =>
    counted(
      all,
      { other: 'The first {shown} of {count} rows are shown; copy and CSV have all of them.' },
      { shown: countText(shown) },
    ),
} as const;

/** What each dimension is called at the head of its column. */
export const DIMENSION_LABELS: Readonly<Record<Dimension, string>> = {
  year: 'Year',
  quarter: 'Quarter',
  month: 'Month',
  weekday: 'Day of the week',
  band: 'Distance from the Durand Line',
  line: 'Side of the Durand Line',
  district: 'District',
  province: 'Province',
  type: 'Type',
  kind: 'Kind',
  side: 'Side taking part',
  group: 'Group named',
  dataset: 'Dataset',
};

/** The same within a sentence. */
const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  weekday: 'day of the week',
  band: 'distance from the Durand Line',
  line: 'side of the Durand Line',
  district: 'district',
  province: 'province',
  type: 'type',
  kind: 'kind',
  side: 'side',
  group: 'group',
  dataset: 'dataset',
};

/** Dimensions in a sentence: `year, district`. */
export function dimensionsText(by: readonly Dimension[]): string {
  return listText(by.map((dimension) => DIMENSION_WORDS[dimension]));
}

/** What stands for those that have no value. */
const NONE: Readonly<Record<Dimension, string>> = {
  year: 'Not known',
  quarter: 'Not known',
  month: 'Not known',
  weekday: 'Day not known',
  band: 'Too coarse for a distance',
  line: 'In neither country',
  district: 'In no district of Khyber Pakhtunkhwa, or not known',
  province: 'In no province of the two, or not known',
  type: 'Not known',
  kind: 'Not known',
  side: 'None named',
  group: 'None named',
  dataset: 'Not known',
};

const WEEKDAY_NAMES: Readonly<Record<string, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

const QUARTER = ({ quarter, year }: Record<'quarter' | 'year', string>) => `${quarter} ${year}`;
const AND_MORE = ({ distance }: { distance: string }) => `${distance} and more`;

/** What the values are worded with. */
export interface ValueWording {
  units: Units;
  districtName: (id: string) => string;
}

const VALUES: { readonly [D in Dimension]: (value: string, wording: ValueWording) => string } = {
  year: (value) => plainText(Number(value)),
  quarter: (value) => {
    const [year, quarter] = value.split(/-(?=Q)/);
    return QUARTER({ quarter, year: plainText(Number(year)) });
  },
  month: (value) => {
    const at = value.lastIndexOf('-');
    return monthText(dayOf(Number(value.slice(0, at)), Number(value.slice(at + 1)), 1));
  },
  weekday: (value) => WEEKDAY_NAMES[value],
  band: (value, { units }) => {
    const [from, to] = value.split('-').map(parseFloat);
    if (to === undefined) return AND_MORE({ distance: distanceText(from, units, 0) });
    return distancesText(from, to, units);
  },
  line: (value) => BORDER_SIDE_WORDS.owned[value as PlaceSide],
  district: (value, { districtName }) => districtName(value),
  province: (value) => PROVINCES[value as ProvinceId],
  type: (value) => TYPE_LABELS[value as IncidentType],
  kind: (value) => GROUP_LABELS[value as Group],
  side: (value) => SIDE_LABELS[value as ActorSide],
  group: (value) => value,
  dataset: (value) => value,
};

/** A value in words: `2025`, `Q1 2025`, `0–10 km`, `Kurram`. */
export function valueText(dimension: Dimension, value: DimensionValue, wording: ValueWording): string {
  return value === null ? NONE[dimension] : VALUES[dimension](String(value), wording);
}

/** A figure of the table; one that is not known is no 0. */
export function figureText(figure: number | null): string {
  return figure === null ? TABLE.notKnown : countText(figure);
}

/** How the table is made, and by what. */
export const TABLE_METHOD = {
  says: 'Incidents in the time on show that pass the filters, counted by what each row names. Killed: the sum of the best estimates, and of the lowest and highest counts of each incident. Those whose killed or injured are not known add nothing and are counted beside. An incident of several days stands by its first day.',
  reference: 'Sources with each incident; counted by this page.',
} as const;
