import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaceNames } from '../../../../geo/commands/ground.ts';
import { createKnownPlaces, type PlaceGuess, type WrittenPlace } from '../../../../geo/ground/place-names.ts';

const placeOf = readPlaceNames();
const find = (place: string, admin = '', country: WrittenPlace['country'] = null) => placeOf({ place, admin, country });
const named = (...words: Parameters<typeof find>) => {
  const found = find(...words);
  return typeof found === 'string' ? found : `${found.kind} ${found.name}, ${found.precision}`;
};

describe('a place in words', () => {
  it.each<[Parameters<typeof find>, string]>([
    [['', 'Bajaur Agency'], 'district Bajaur, district'],
    [['', 'FR Bannu'], 'district Bannu, district'],
    [['', 'D.I. Khan'], 'district Dera Ismail Khan, district'],
    [['', 'Kala Dhaka'], 'district Torghar, district'],
    [['Bajaur'], 'district Bajaur, district'],
    [['Wana'], 'town Wana, town'],
    [['WANA bazaar', 'south waziristan agency'], 'town Wana, town'],
    [['Wana, South Waziristan'], 'town Wana, town'],
    [['Miranshah', 'N. Waziristan', 'PK'], 'town Miran Shah, town'],
    [['Peshawar'], 'town Peshawar, town'],
    [['', 'Peshawar'], 'district Peshawar, district'],
    [['Peshawar district'], 'district Peshawar, district'],
    [['پشاور'], 'town Peshawar, town'],
    [['پشاور'.replaceAll('ی', 'ي')], 'town Peshawar, town'],
    [['Jalālābād'], 'town Jalalabad, town'],
    [['Qandahar', '', 'AF'], 'town Kandahar, town'],
    [['Quetta', 'Balochistan'], 'town Quetta, town'],
    // of Balochistan we have no districts: the town stands for its district
    [['', 'Quetta'], 'town Quetta, district'],
    [['Somewhere', 'Quetta'], 'town Quetta, district'],
    // all districts of Khyber Pakhtunkhwa are known: there it is a town
    [['', 'Mingora'], 'town Mingora, town'],
  ])('%j is %s', (words, expected) => {
    expect(named(...words)).toBe(expected);
  });

  it.each<[Parameters<typeof find>, string]>([
    [[''], 'no-place-name'],
    [['', 'Chitral'], 'place-not-unique'],
    [['Fayzabad', '', 'AF'], 'place-not-unique'],
    [['Nowhereabad'], 'place-not-known'],
    [['Quetta', 'Punjab'], 'place-not-known'],
    [['Peshawar', '', 'other'], 'place-not-known'],
    [['Kabul', '', 'PK'], 'place-not-known'],
    // a small town of Afghanistan, whose name others have
    [['Jani Khel'], 'place-not-known'],
    [['', 'Khyber Pakhtunkhwa'], 'place-not-known'],
    [['', 'Kurram and Orakzai'], 'place-not-known'],
  ])('%j is none: %s', (words, expected) => {
    expect(named(...words)).toBe(expected);
  });

  it('in a divided district is told by its town', () => {
    expect(named('Timergara', 'Dir')).toBe('town Timargara, town');
    expect(named('', 'Dir')).toBe('place-not-unique');
  });

  it('is the same among those that were found before, however it is written', () => {
    const place = fc.constantFrom('', 'Wana', 'Miran Shah', 'Quetta', 'Nowhere', 'Fayzabad', 'Kabul', 'Tank', 'Khost');
    const admin = fc.constantFrom(
      '',
      'Bajaur',
      'South Waziristan',
      'Dir',
      'Balochistan',
      'Quetta',
      'Elsewhere',
      'Tank',
    );
    const written = fc
      .tuple(place, admin, fc.constantFrom(null, 'PK', 'AF', 'other'), fc.constantFrom(' bazaar', '', ' City'))
      .map(([town, district, country, end]): WrittenPlace => ({
        place: town && `${town}${end}`,
        admin: district,
        country,
      }));
    const noise = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll('a', 'á'),
      (text) => text.replaceAll(' ', '-'),
    );
    fc.assert(
      fc.property(written, noise, (words, spell) => {
        const found = placeOf(words);
        const again = placeOf({ ...words, place: spell(words.place), admin: spell(words.admin) });
        const place = (one: typeof found) => (typeof one === 'string' ? one : [one.key, one.lat, one.lon]);
        expect(place(again)).toEqual(place(found));
        if (typeof found === 'string') return;
        const guesses: PlaceGuess[] = [{ ...found, written: 'first' }];
        expect(createKnownPlaces(guesses)(words)).toEqual(found);
      }),
      { numRuns: 10_000 },
    );
  });
});
