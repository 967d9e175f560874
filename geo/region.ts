import type { Bbox } from './bbox.ts';

type LonLat = [lon: number, lat: number];

/** What is this region's and no other's: its ids, its boxes, the ends of its line and the sides of it. Degrees on WGS 84. */

export const BORDER_SIDES = ['PK', 'AF'] as const;
/** The side of the Durand Line: Pakistan's or Afghanistan's. */
export type BorderSide = (typeof BORDER_SIDES)[number];

/** Where an incident was: Pakistan, Afghanistan, or elsewhere. */
export const COUNTRIES = [...BORDER_SIDES, 'other'] as const;
export type Country = (typeof COUNTRIES)[number];

/** The provinces of both countries by ISO 3166-2, as the layer of provinces names them: Pakistan's, then Afghanistan's. */
export const PROVINCES = {
  'PK-JK': 'Azad Kashmir',
  'PK-BA': 'Balochistan',
  'PK-GB': 'Gilgit-Baltistan',
  'PK-IS': 'Islamabad',
  'PK-KP': 'Khyber Pakhtunkhwa',
  'PK-PB': 'Punjab',
  'PK-SD': 'Sindh',
  'AF-BDS': 'Badakhshan',
  'AF-BDG': 'Badghis',
  'AF-BGL': 'Baghlan',
  'AF-BAL': 'Balkh',
  'AF-BAM': 'Bamyan',
  'AF-DAY': 'Daykundi',
  'AF-FRA': 'Farah',
  'AF-FYB': 'Faryab',
  'AF-GHA': 'Ghazni',
  'AF-GHO': 'Ghor',
  'AF-HEL': 'Helmand',
  'AF-HER': 'Herat',
  'AF-JOW': 'Jawzjan',
  'AF-KAB': 'Kabul',
  'AF-KAN': 'Kandahar',
  'AF-KAP': 'Kapisa',
  'AF-KHO': 'Khost',
  'AF-KNR': 'Kunar',
  'AF-KDZ': 'Kunduz',
  'AF-LAG': 'Laghman',
  'AF-LOG': 'Logar',
  'AF-NAN': 'Nangarhar',
  'AF-NIM': 'Nimroz',
  'AF-NUR': 'Nuristan',
  'AF-PKA': 'Paktia',
  'AF-PIA': 'Paktika',
  'AF-PAN': 'Panjshir',
  'AF-PAR': 'Parwan',
  'AF-SAM': 'Samangan',
  'AF-SAR': 'Sar-e Pol',
  'AF-TAK': 'Takhar',
  'AF-URU': 'Uruzgan',
  'AF-WAR': 'Wardak',
  'AF-ZAB': 'Zabul',
} as const;
export type ProvinceId = keyof typeof PROVINCES;
export const PROVINCE_IDS = Object.keys(PROVINCES) as ProvinceId[];

/**
 * ISO 3166-2 of the provinces whose status is disputed: the parts of the former princely state of Jammu and Kashmir that
 * Pakistan and India administer.
 */
export const DISPUTED_PROVINCES: ReadonlySet<string> = new Set(['PK-JK', 'PK-GB', 'IN-JK', 'IN-LA']);

/** The first look: the line from Chitral to where the last incidents beside it are, and the land on both sides. */
export const START_BBOX: Bbox = [65.6, 29.5, 74.2, 36.9];
/** As far as the map can be moved, unless incidents lie beyond. */
export const MOST_BOUNDS: Bbox = [55, 17, 88, 50];
/** The layers end at this box; their edges there are cuts, not borders. */
export const LAYERS_BOX: Bbox = [55, 22, 82, 42];
/** Pakistan (with Gilgit-Baltistan and Azad Kashmir) and Afghanistan, from Natural Earth. */
export const COUNTRY_BOXES: Readonly<Record<BorderSide, Bbox>> = {
  PK: [60.87, 23.69, 77.84, 37.14],
  AF: [60.5, 29.3, 74.9, 38.5],
};
/** Both, and what lies between and around. */
export const BOTH_BOX: Bbox = [60.5, 23.69, 77.84, 38.5];

/** Where Pakistan, Afghanistan and China meet: the north-eastern end of the line, kilometre 0. */
export const CHINA_TRIPOINT: LonLat = [74.56, 37.03];
/** Where Pakistan, Afghanistan and Iran meet: its south-western end. */
export const IRAN_TRIPOINT: LonLat = [60.87, 29.86];
