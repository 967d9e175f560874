import { PROVINCES, type ProvinceId } from '../region.ts';
import { bare } from './district-names.ts';

/** Other names and spellings of the provinces, as coders write them, `bare`. */
const NAMES: Readonly<Partial<Record<ProvinceId, readonly string[]>>> = {
  'PK-BA': ['baluchistan'],
  'PK-GB': ['gilgit baltistan', 'northern areas'],
  'PK-IS': ['islamabad capital territory', 'ict', 'federal capital territory'],
  'PK-JK': ['azad jammu and kashmir', 'ajk', 'azad jammu kashmir'],
  // the tribal areas are part of it since 2018
  'PK-KP': [
    'kpk',
    'kp',
    'k p',
    'k p k',
    'nwfp',
    'n w f p',
    'north west frontier',
    'khyber pakhtunkhawa',
    // as UCDP writes it
    'khyber pakhtunkwa',
    'khyber pakhtoonkhwa',
    'khyber pukhtunkhwa',
    'khyber pukhtoonkhwa',
    'fata',
    'f a t a',
    'federally administered areas',
    'federally administrated areas',
    'merged',
    'newly merged',
  ],
  'PK-SD': ['sind'],
  'AF-BAM': ['bamiyan'],
  'AF-DAY': ['daikundi', 'dai kundi'],
  'AF-HEL': ['hilmand'],
  'AF-HER': ['hirat'],
  'AF-JOW': ['jowzjan', 'jawzjan'],
  'AF-KAN': ['qandahar'],
  'AF-KDZ': ['konduz', 'qunduz'],
  'AF-KHO': ['khowst'],
  'AF-KNR': ['konar', 'kunarha'],
  'AF-NAN': ['nangrahar', 'ningarhar'],
  'AF-NIM': ['nimroz', 'nimruz'],
  'AF-NUR': ['nooristan'],
  'AF-PAN': ['panjsher', 'panjshir'],
  'AF-PIA': ['paktika'],
  'AF-PKA': ['paktya', 'paktiya'],
  'AF-SAM': ['samangan'],
  'AF-SAR': ['sar e pul', 'sari pul', 'saripul'],
  'AF-URU': ['urozgan', 'oruzgan'],
  'AF-WAR': ['maidan wardak', 'maydan wardak', 'wardag'],
};

const IDS = new Map(
  (Object.keys(PROVINCES) as ProvinceId[]).flatMap((id) =>
    provinceNames(id).map((name): [string, ProvinceId] => [bare(name), id]),
  ),
);

/** The names and spellings of a province, the one that it is shown by first. */
export function provinceNames(id: ProvinceId): readonly string[] {
  return [PROVINCES[id], ...(NAMES[id] ?? [])];
}

/** The province that a coder's words name, whole or between commas; `null` where they name none, or several. */
export function provinceId(words: string | null): ProvinceId | null {
  if (words === null) return null;
  const named = new Set([words, ...words.split(',')].flatMap((part) => IDS.get(bare(part)) ?? []));
  const [first = null] = named;
  return named.size === 1 ? first : null;
}
