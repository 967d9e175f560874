import { geodesicKm } from '../line/between.ts';
import { memoised } from '../memo.ts';
import type { Places } from '../model/context.ts';
import type { District } from '../model/district.ts';
import type { LocationPrecision, Position } from '../model/incident.ts';
import type { Country } from '../region.ts';
import { createDistrictLookup } from './district-lookup.ts';
import { bare, districtIds } from './district-names.ts';
import type { ProvinceLookup } from './province-lookup.ts';
import { provinceId } from './province-names.ts';
import { townNames } from './town-names.ts';

/** A place as a row has it, in words, '' for none: what is said of the place itself, and of the district that it lies in. */
export interface WrittenPlace {
  place: string;
  admin: string;
  country: Country | null;
}

/** What a name of a place was taken for. */
export interface PlaceGuess {
  /** Rows that say the same in other words have the same. */
  key: string;
  /** The words that were heeded. */
  written: string;
  /** The name that we have for it. */
  name: string;
  kind: 'district' | 'town';
  lon: number;
  lat: number;
  /** How well the place is known by it: of a district that we do not have, its town stands for it. */
  precision: Extract<LocationPrecision, 'town' | 'district'>;
}

/** Why words give no place. */
export type PlaceFlaw = 'no-place-name' | 'place-not-known' | 'place-not-unique';

/** What gives the place that a row's words name. */
export type PlaceOf = (written: WrittenPlace) => PlaceGuess | PlaceFlaw;

/** What names are looked up in. */
export interface NamedPlaces {
  districts: { features: readonly District[] };
  places: Places;
  provinces: ProvinceLookup;
}

/** Towns of one name that are so near each other, km, are one. */
const ONE_PLACE_KM = 10;
/** Of lesser towns of Afghanistan a bare name is not enough: many have namesakes in Pakistan. */
const KNOWN_RANK = 3;

interface Town {
  name: string;
  country: string;
  rank: number;
  at: Position;
}

type Meaning = Omit<PlaceGuess, 'key' | 'written'>;

/**
 * Gives what finds places by their names, folded and in other spellings: a town, in the district or province where one is said;
 * else the centre of the district. A name that is not known is none, nor one that is not unique.
 */
export function createPlaceNames({ districts, places, provinces }: NamedPlaces): PlaceOf {
  const lookup = createDistrictLookup(districts);
  const centres = new Map(districts.features.map(({ properties }) => [properties.id, properties]));
  const towns = new Map<string, Town[]>();
  for (const { properties, geometry } of places.features) {
    const { name, nameUr, namePs, country, rank } = properties;
    const names = [...townNames(name), nameUr, namePs].filter((each) => each !== null);
    for (const key of new Set(names.map(folded))) {
      towns.set(key, [...(towns.get(key) ?? []), { name, country, rank, at: geometry.coordinates }]);
    }
  }
  const districtOf = ({ at: [lon, lat] }: Town) => lookup.at(lon, lat)?.id ?? null;

  function isWithin(town: Town, { ids, province, country }: TownArea): boolean {
    if (country !== null && town.country !== country) return false;
    if (ids.length > 0) return ids.some((id) => id === districtOf(town));
    const side = town.country === 'PK' || town.country === 'AF' ? town.country : null;
    if (province !== null) return side !== null && provinces(...town.at, side) === province;
    return country !== null || town.country === 'PK' || town.rank <= KNOWN_RANK;
  }

  function townIn(name: string, scope: TownArea): Town | PlaceFlaw {
    const [first, ...others] = (name === '' ? [] : (towns.get(name) ?? [])).filter((town) => isWithin(town, scope));
    if (first === undefined) return 'place-not-known';
    return others.every((other) => geodesicKm(first.at, other.at) <= ONE_PLACE_KM) ? first : 'place-not-unique';
  }

  function meaningOf({ kind, name, scope }: Sense): Meaning | PlaceFlaw {
    if (kind === 'district') {
      const [id, ...more] = scope.ids;
      const centre = centres.get(id);
      if (!centre) return 'place-not-known';
      if (more.length > 0) return 'place-not-unique';
      const [lon, lat] = centre.labelPoint;
      return { name: centre.name, kind: 'district', lon, lat, precision: 'district' };
    }
    const town = townIn(name, scope);
    if (typeof town === 'string') return town;
    const [lon, lat] = town.at;
    const isSeat = kind === 'seat' && districtOf(town) === null;
    return { name: town.name, kind: 'town', lon, lat, precision: isSeat ? 'district' : 'town' };
  }

  const meanings = new Map<string, Meaning | PlaceFlaw>();
  return lookupBy((sense) => {
    const known = meanings.get(sense.key);
    if (known !== undefined) return known;
    const meaning = meaningOf(sense);
    if (typeof meaning !== 'string') meanings.set(sense.key, meaning);
    return meaning;
  });
}

/** Gives what finds places among those that were found before. */
export function createKnownPlaces(guesses: readonly PlaceGuess[]): PlaceOf {
  const known = new Map<string, Meaning>();
  for (const { key, name, kind, lon, lat, precision } of guesses) known.set(key, { name, kind, lon, lat, precision });
  return lookupBy(({ key }) => known.get(key) ?? 'place-not-known');
}

/** Where a town may lie: in a district (or one of those that it was divided into), a province, a country. */
interface TownArea {
  ids: readonly string[];
  province: string | null;
  country: 'PK' | 'AF' | null;
}

/** Something that a row's words may mean: a district, a town, or a town whose name is said to be a district's. */
interface Sense {
  kind: 'district' | 'town' | 'seat';
  /** The town's, folded. */
  name: string;
  scope: TownArea;
  key: string;
  written: string;
}

/** The first sense that has a meaning is taken. */
function lookupBy(meaningOf: (sense: Sense) => Meaning | PlaceFlaw): PlaceOf {
  return (words) => {
    if (words.place === '' && words.admin === '') return 'no-place-name';
    let flaw: PlaceFlaw = 'place-not-known';
    for (const sense of sensesOf(words)) {
      const meaning = meaningOf(sense);
      if (typeof meaning !== 'string') return { ...meaning, key: sense.key, written: sense.written };
      if (meaning !== 'place-not-known') flaw = meaning;
    }
    return flaw;
  };
}

/** Words that say that a name is a district's and no town's. */
const IS_DISTRICT = /\b(?:district|agency|fr|frontier region)\b/i;

/** What a row's words may mean, the surest first. */
function* sensesOf(words: WrittenPlace): Generator<Sense> {
  if (words.country === 'other') return;
  const { place, admin } = withAdmin(words);
  const ids = words.country === 'AF' ? [] : districtIds(admin);
  const province = ids.length > 0 ? null : provinceId(admin);
  const scope: TownArea = { ids, province, country: words.country };
  const isPlaced = ids.length > 0 || province !== null;
  const parts = partsOf(place);
  for (const part of parts) {
    if (!IS_DISTRICT.test(part)) yield sense('town', part, scope, isPlaced ? `${part}, ${admin}` : part);
  }
  if (ids.length > 0) return yield sense('district', '', scope, admin);
  if (admin !== '' && province === null) yield sense('seat', admin, scope, admin);
  if (words.country === 'AF') return;
  for (const part of parts) {
    const named = districtIds(part);
    if (named.length > 0) yield sense('district', '', { ...scope, ids: named }, part);
  }
}

/** Guesses are kept: of long texts the beginning is. */
const LONGEST = 100;

function sense(kind: Sense['kind'], text: string, scope: TownArea, written: string): Sense {
  const name = folded(text);
  const shown = written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
  return {
    kind,
    name,
    scope,
    key: [kind, name, ...scope.ids, scope.province, scope.country].join('|'),
    written: shown,
  };
}

/** Where no district is said, the place's own words may say it: `Wana, South Waziristan`. */
function withAdmin({ place, admin }: WrittenPlace): { place: string; admin: string } {
  if (admin !== '' || !place.includes(',')) return { place, admin };
  const parts = partsOf(place);
  const at = parts.findIndex((part, i) => i > 0 && (districtIds(part).length > 0 || provinceId(part) !== null));
  return at < 0 ? { place, admin } : { place: parts.slice(0, at).join(', '), admin: parts[at] };
}

/** More parts than these are no address. */
const MOST_PARTS = 6;

function partsOf(place: string): string[] {
  return place
    .split(/[,;/()]/, MOST_PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A name as names are compared: lower case letters without accents, spaces and the words for kinds of places. */
const folded = memoised((name): string => {
  const latin = bare(name)
    .replace(/\b(?:city|town|cantonment|cantt|bazar|bazaar|sub division|area|of)\b/g, '')
    .replaceAll(' ', '');
  return latin.replaceAll('ay', 'ai') || arabic(name);
});

/** The letters of Urdu, Pashto and Persian as they stand on the keyboards of Pakistan, whichever the text has. */
function arabic(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('ك', 'ک')
    .replace(/[يى]/g, 'ی');
}
