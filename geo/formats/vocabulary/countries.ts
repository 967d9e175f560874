import type { Country } from '../../region.ts';

/**
 * What Pakistan and Afghanistan are called: names in lower case, and the codes of ISO 3166-1 (two letters, three
 * letters, number). The numbers that UCDP and GTD give to countries are their own and stand in their vocabularies.
 */
const COUNTRY_NAMES: Readonly<Record<string, Country>> = {
  pakistan: 'PK',
  'islamic republic of pakistan': 'PK',
  pk: 'PK',
  pak: 'PK',
  '586': 'PK',
  afghanistan: 'AF',
  'islamic republic of afghanistan': 'AF',
  'islamic emirate of afghanistan': 'AF',
  af: 'AF',
  afg: 'AF',
  '4': 'AF',
  '004': 'AF',
};
const COUNTRIES = new Map(Object.entries(COUNTRY_NAMES));

/** The country that a cell names; `null` where it names none. */
export function countryOf(text: string): Country | null {
  const name = text.trim().toLowerCase();
  return name === '' ? null : (COUNTRIES.get(name) ?? 'other');
}
