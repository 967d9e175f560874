import { describe, expect, test } from 'vitest';
import type { Actor, Incident } from '../../../../geo/model/incident.ts';
import { attributionText, borderText, countedText, dateText, killedText } from '../../../../src/text/incident.ts';
import { incident } from '../../geo/store/made-incidents.ts';

const properties = (change: Partial<Incident['properties']>) => incident({ id: 'A', ...change }).properties;
const actor = (attribution: Actor['attribution'], by: string | null): Actor => ({
  name: 'TTP',
  side: 'ttp',
  attribution,
  by,
  party: 1,
  recorded: 'TTP',
});

describe('killed', () => {
  test('unknown is never nought, and one figure is not a range', () => {
    expect(killedText({ best: null, low: null, high: null })).toBe('not known');
    expect(killedText({ best: 0, low: 0, high: 0 })).toBe('none');
    expect(killedText({ best: 0, low: 0, high: 3 })).toBe('none; figures from 0 to 3');
    expect(killedText({ best: 11, low: 11, high: 22 })).toBe('about 11; figures from 11 to 22');
    expect(killedText({ best: 1149, low: 1000, high: 1200 })).toBe('about 1,149; figures from 1,000 to 1,200');
  });

  test('without a best figure the lowest and highest are told, and nothing between them', () => {
    expect(killedText({ best: null, low: 3, high: 7 })).toBe('not known; figures from 3 to 7');
    expect(killedText({ best: null, low: 4, high: 4 })).toBe('not known; lowest and highest figure 4');
    expect(killedText({ best: null, low: 3, high: null })).toBe('not known; lowest figure 3');
    expect(killedText({ best: null, low: null, high: 1200 })).toBe('not known; highest figure 1,200');
  });
});

describe('whom a figure counts', () => {
  test('differs by type in what comes with the page, and by dataset in what is opened', () => {
    expect(countedText('ambush', null)).toBe('An estimate. Attackers are not counted.');
    expect(countedText('airstrike', null)).toContain('of any side');
    expect(countedText('ambush', 'acled')).toContain(
      'Attackers are counted too; 0 means that no deaths were reported.',
    );
    expect(countedText('ambush', 'ucdp')).toContain('of any side');
    expect(countedText('ambush', 'gtd')).toContain('else they are counted');
    expect(countedText('ambush', 'table')).toBe('As in the file, which does not say who is counted.');
  });
});

describe('attribution', () => {
  test('who says so goes with the actor', () => {
    expect(attributionText(actor('stated', null))).toBeNull();
    expect(attributionText(actor('attributed', 'ISPR'))).toBe('per ISPR');
    expect(attributionText(actor('suspected', null))).toBe('suspected');
    expect(attributionText(actor('denied', 'TTP'))).toBe('denied by TTP');
    expect(attributionText(actor('denied', null))).toBe('it denied this');
  });
});

describe('distance from the border', () => {
  const located = { locationPrecision: 'town', borderKm: 12.44, borderKmMin: 7.44, borderKmMax: 17.44 } as const;
  test('comes with its interval', () => {
    expect(borderText(properties(located), 'km')).toBe('12.4 km (7–17)');
    // 12.44 / 1.609344 = 7.730; 7.44 → 4.62; 17.44 → 10.84
    expect(borderText(properties(located), 'mi')).toBe('7.7 mi (5–11)');
  });
  test('has no decimals for the centre of a district, and no figure for a region', () => {
    expect(borderText(properties({ ...located, locationPrecision: 'district' }), 'km')).toBe('12 km (7–17)');
    expect(borderText(properties({ locationPrecision: 'region' }), 'km')).toBeNull();
  });
  test('stands alone where no interval is known', () => {
    expect(borderText(properties({ ...located, borderKmMin: null, borderKmMax: null }), 'km')).toBe('12.4 km');
  });
});

describe('date', () => {
  test('is no finer than it is known', () => {
    expect(dateText(properties({}))).toBe('8 Oct 2025');
    expect(dateText(properties({ start: '2025-10-01', end: '2025-10-31', datePrecision: 'month' }))).toBe(
      'Oct 2025 (known to the month)',
    );
  });
});
