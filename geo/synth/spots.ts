import { createArea, type Area } from '../areas/area.ts';
import { createCountryLookup, type CountryShapes } from '../areas/country.ts';
import { createAreaLookup } from '../areas/lookup.ts';
import { labelPoint } from '../areas/label-point.ts';
import type { Places } from '../model/context.ts';
import type { Areal } from '../model/geojson.ts';
import type { LocationPrecision, Position } from '../model/incident.ts';
import { SYNTH_COUNTRIES, type SynthCountry } from './countries.ts';
import { createDraw, pick, whole, type Random } from './random.ts';

/** What the places of events are made from. */
export interface Gazetteer {
  places: Places;
  provinces: { features: readonly { geometry: Areal; properties: { iso: string; name: string; country: string } }[] };
  /** of Khyber Pakhtunkhwa */
  districts: { features: readonly { geometry: Areal; properties: { name: string } }[] };
  countries: CountryShapes;
}

/** Where an event is put. */
export interface Spot {
  /** `null` where no more than the division is known. */
  name: string | null;
  nameUr: string | null;
  district: string | null;
  province: string | null;
  /** degrees, four decimals as the datasets have them */
  lon: number;
  lat: number;
  precision: LocationPrecision;
}

/** How much happens in a province against others of its country. */
const WEIGHT: Readonly<Record<string, number>> = {
  'PK-KP': 12,
  'PK-BA': 5,
  'PK-SD': 2.5,
  'PK-IS': 0.4,
  'AF-KAN': 3,
  'AF-HEL': 3,
  'AF-NAN': 3,
  'AF-KNR': 2,
  'AF-KHO': 1.8,
  'AF-PIA': 1.6,
  'AF-PKA': 1.6,
  'AF-KAB': 2,
  'AF-GHA': 1.6,
  'AF-ZAB': 1.5,
};
const OTHER_WEIGHT = 0.7;

const VILLAGES = 2500;
/** Names of villages that are made up: one of each list. */
const FIRST_NAMES = ['Spin', 'Tor', 'Zarin', 'Shin', 'Loy', 'Kuz', 'Bar', 'Nawe', 'Sur', 'Ghund'];
const LAST_NAMES = ['Kalay', 'Garhi', 'Banda', 'Tangi', 'Warsak', 'Shah', 'Khwar', 'Ghar', 'Dara', 'Qila'];

/** A province of Pakistan or Afghanistan, or a neighbouring country as a whole. */
interface Region {
  country: string;
  province: string | null;
  area: Area;
  weight: number;
  middle: Spot;
  districts: Spot[];
  towns: Spot[];
  villages: Spot[];
}

/**
 * Gives a place in a country: mostly a town, few of them often, or a village; else the middle of a district or of a
 * province, or a place of its own. All lie inside their country. The villages are made up from `random`.
 */
export function createSpots(gazetteer: Gazetteer, random: Random): (country: SynthCountry, random: Random) => Spot {
  const countryAt = createCountryLookup(gazetteer.countries);
  const districtAt = createAreaLookup(gazetteer.districts.features, ({ name }) => name);
  const regions = regionsOf(gazetteer);
  const inside = (region: Region, lon: number, lat: number) =>
    region.area.contains(lon, lat) && countryAt(lon, lat) === region.country;
  const anywhere = (region: Region, from: Random): Position => {
    const [west, south, east, north] = region.area.bbox;
    for (;;) {
      const [lon, lat] = [round(west + (east - west) * from()), round(south + (north - south) * from())];
      if (inside(region, lon, lat)) return [lon, lat];
    }
  };
  const located = (region: Region, name: string, nameUr: string | null, [lon, lat]: Position): Spot => ({
    name,
    nameUr,
    district: districtAt(lon, lat),
    province: region.province,
    lon,
    lat,
    precision: 'exact',
  });

  for (const { geometry, properties } of gazetteer.places.features) {
    const [lon, lat] = geometry.coordinates;
    const region = regions.find(({ country, area }) => country === properties.country && area.contains(lon, lat));
    if (region && inside(region, lon, lat)) {
      region.towns.push(located(region, properties.name, properties.nameUr, geometry.coordinates));
    }
  }
  for (const { geometry, properties } of gazetteer.districts.features) {
    const [lon, lat] = labelPoint(geometry);
    const region = regions.find((other) => inside(other, lon, lat));
    const place = { name: null, nameUr: null, district: properties.name, lon, lat, precision: 'district' } as const;
    region?.districts.push({ ...place, province: region.province });
  }
  const drawRegion = createDraw(regions, ({ weight }) => weight);
  for (let i = 0; i < VILLAGES; i++) {
    const region = drawRegion(random);
    region.villages.push(located(region, villageName(random), null, anywhere(region, random)));
  }
  const drawOf = new Map(
    SYNTH_COUNTRIES.map(({ iso }) => {
      const own = regions.filter(({ country }) => country === iso).map((region) => withDraws(region, random));
      return [iso, createDraw(own, ({ region }) => region.weight)];
    }),
  );

  return (country, from) => {
    const draw = drawOf.get(country.iso);
    if (!draw) throw new RangeError(`no places in ${country.iso}`);
    const { region, town, village } = draw(from);
    const kind = from();
    if (kind < 0.64 && town) return known(town(from), from);
    if (kind < 0.86 && village) return known(village(from), from);
    if (kind < 0.93 && region.districts.length > 0) return pick(from, region.districts);
    if (kind < 0.96) return region.middle;
    return located(region, villageName(from), null, anywhere(region, from));
  };
}

/** A region with its towns and villages, few of which come up often. */
function withDraws(region: Region, random: Random) {
  const share = () => 0.02 + random() ** 4;
  const drawOf = (spots: readonly Spot[]) => {
    const shares = new Map(spots.map((spot) => [spot, share()]));
    return spots.length === 0 ? null : createDraw(spots, (spot) => shares.get(spot) ?? 0);
  };
  return { region, town: drawOf(region.towns), village: drawOf(region.villages) };
}

/** The place itself, or only somewhere near it. */
function known(spot: Spot, random: Random): Spot {
  return random() < 0.75 ? spot : { ...spot, precision: 'town' };
}

function regionsOf({ provinces, countries }: Gazetteer): Region[] {
  const regionOf = (country: string, province: string | null, geometry: Areal, weight: number): Region => {
    const [lon, lat] = labelPoint(geometry);
    const middle = { name: null, nameUr: null, district: null, province, lon, lat, precision: 'region' } as const;
    const area = createArea(geometry);
    return { country, province, area, weight, middle, districts: [], towns: [], villages: [] };
  };
  const divided = provinces.features.map(({ geometry, properties: { iso, name, country } }) =>
    regionOf(country, name, geometry, WEIGHT[iso] ?? OTHER_WEIGHT),
  );
  const isDivided = new Set(divided.map(({ country }) => country));
  const whole = countries.features.flatMap(({ geometry, properties: { iso } }) => {
    const isMade = iso !== null && !isDivided.has(iso) && SYNTH_COUNTRIES.some((country) => country.iso === iso);
    return isMade ? [regionOf(iso, null, geometry, OTHER_WEIGHT)] : [];
  });
  return [...divided, ...whole];
}

function villageName(random: Random): string {
  const number = whole(random, 3);
  return `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}${number === 0 ? '' : ` ${number + 1}`}`;
}

/** Four decimals: about 10 m. */
function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
