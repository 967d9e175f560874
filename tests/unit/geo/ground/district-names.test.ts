import { describe, expect, it } from 'vitest';
import { districtIds } from '../../../../geo/ground/district-names.ts';
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
