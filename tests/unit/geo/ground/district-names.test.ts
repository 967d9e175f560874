import { describe, expect, it } from 'vitest';
import { districtIds } from '../../../../geo/ground/district-names.ts';
import { provinceId } from '../../../../geo/ground/province-names.ts';
import { source } from '../../../ground.ts';

const { features } = JSON.parse(source('kp-districts.geojson')) as {
  features: { properties: { name: string; name_alt: string[] } }[];
};

describe('a coder’s words', () => {
  it('are known for every name and other name of the districts’ source', () => {
    expect(features).toHaveLength(35);
    for (const { properties } of features) {
      const id = properties.name.toLowerCase().replaceAll(' ', '-');
      for (const name of [properties.name, ...properties.name_alt]) expect(districtIds(name), name).toEqual([id]);
    }
  });

  it.each([
    ['North Waziristan', ['north-waziristan']],
    ['Khyber agency', ['khyber']],
    ['South Waziristan (Upper)', ['south-waziristan']],
    ['FR Kohat', ['kohat']],
    ['Frontier Region Tank', ['tank']],
    ['Dera Ismail Khan district', ['dera-ismail-khan']],
    ['D.I. Khan', ['dera-ismail-khan']],
    ['  KURRAM  DISTRICT ', ['kurram']],
    ['Chitral district', ['lower-chitral', 'upper-chitral']],
    ['Kohistan district', ['lower-kohistan', 'upper-kohistan', 'kolai-palas']],
    ['Peshawar, Khyber Pakhtunkhwa', ['peshawar']],
    ['Khyber Pakhtunkhwa, Khyber', ['khyber']],
    ['Malakand', ['malakand']],
    // as they were called before 2018
    ['Bajaur Agency', ['bajaur']],
    ['N. Waziristan Agency', ['north-waziristan']],
    ['South Waziristan Agency, FATA', ['south-waziristan']],
    ['Waziristan', ['north-waziristan', 'south-waziristan']],
    ['F.R. Bannu', ['bannu']],
    ['FR D.I. Khan', ['dera-ismail-khan']],
    ['Frontier Regions Peshawar', ['peshawar']],
    ['FR Tank - Jandola', ['tank']],
    ['Ex-FR Lakki Marwat', ['lakki-marwat']],
    ['Sub Division Kohat', ['kohat']],
    ['Kala Dhaka', ['torghar']],
    ['Tor Ghar', ['torghar']],
    ['Kolai-Palas', ['kolai-palas']],
    ['Malakand P.A.', ['malakand']],
    ['Dir Bala', ['upper-dir']],
    ['Lower Chitral', ['lower-chitral']],
    ['Chitral Upper', ['upper-chitral']],
  ])('%s', (words, ids) => {
    expect(districtIds(words)).toEqual(ids);
  });

  it.each([
    null,
    '',
    'Killa Abdullah district',
    'Khyber Pakhtunkhwa',
    'Kunar / South Waziristan',
    'Kurram and Orakzai',
    'Kurram, Hangu',
    'Nangarhar province',
    'constructor',
  ])('%s names none', (words) => {
    expect(districtIds(words)).toEqual([]);
  });
});

describe('a province', () => {
  it.each([
    'Khyber Pakhtunkhwa',
    // as UCDP writes it
    'Khyber Pakhtunkwa province',
    'N.W.F.P.',
    'NWFP',
    'North-West Frontier Province',
    'Federally Administered Tribal Areas',
    'F.A.T.A.',
    'Ex-FATA',
    'former FATA',
    'Newly Merged Districts',
    'K.P.',
  ])('is Khyber Pakhtunkhwa by its old names too: %s', (words) => {
    expect(provinceId(words)).toBe('PK-KP');
  });
});
