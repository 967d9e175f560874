/** A country that events are made in, as the datasets name and number it. */
export interface SynthCountry {
  /** ISO 3166-1 alpha-2, alpha-3 and numeric */
  readonly iso: string;
  readonly iso3: string;
  readonly isoNumber: number;
  readonly name: string;
  /** Gleditsch and Ward's number, which UCDP uses. */
  readonly gwNumber: number;
  /** GTD's own number of the country, and of its region with the region's name. */
  readonly gtdNumber: number;
  readonly gtdRegion: readonly [number: number, name: string];
  readonly acledRegion: string;
  readonly ucdpRegion: string;
}

const SOUTH_ASIA = { gtdRegion: [6, 'South Asia'], acledRegion: 'South Asia', ucdpRegion: 'Asia' } as const;
const CENTRAL_ASIA = {
  gtdRegion: [7, 'Central Asia'],
  acledRegion: 'Caucasus and Central Asia',
  ucdpRegion: 'Asia',
} as const;
const MIDDLE_EAST = {
  gtdRegion: [10, 'Middle East & North Africa'],
  acledRegion: 'Middle East',
  ucdpRegion: 'Middle East',
} as const;
const EAST_ASIA = { gtdRegion: [4, 'East Asia'], acledRegion: 'East Asia', ucdpRegion: 'Asia' } as const;

/** Pakistan, Afghanistan and all that border on them or lie just behind. */
export const SYNTH_COUNTRIES: readonly SynthCountry[] = [
  { iso: 'PK', iso3: 'PAK', isoNumber: 586, name: 'Pakistan', gwNumber: 770, gtdNumber: 153, ...SOUTH_ASIA },
  { iso: 'AF', iso3: 'AFG', isoNumber: 4, name: 'Afghanistan', gwNumber: 700, gtdNumber: 4, ...SOUTH_ASIA },
  { iso: 'IN', iso3: 'IND', isoNumber: 356, name: 'India', gwNumber: 750, gtdNumber: 92, ...SOUTH_ASIA },
  { iso: 'IR', iso3: 'IRN', isoNumber: 364, name: 'Iran', gwNumber: 630, gtdNumber: 94, ...MIDDLE_EAST },
  { iso: 'TJ', iso3: 'TJK', isoNumber: 762, name: 'Tajikistan', gwNumber: 702, gtdNumber: 202, ...CENTRAL_ASIA },
  { iso: 'UZ', iso3: 'UZB', isoNumber: 860, name: 'Uzbekistan', gwNumber: 704, gtdNumber: 219, ...CENTRAL_ASIA },
  { iso: 'TM', iso3: 'TKM', isoNumber: 795, name: 'Turkmenistan', gwNumber: 701, gtdNumber: 210, ...CENTRAL_ASIA },
  { iso: 'CN', iso3: 'CHN', isoNumber: 156, name: 'China', gwNumber: 710, gtdNumber: 44, ...EAST_ASIA },
];
