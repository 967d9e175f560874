import { describe, expect, it } from 'vitest';
import { onlyKnown, type KnownNames } from '../../../../src/state/known.ts';

// 2004-03-01 to 2026-06-30
const known: KnownNames = {
  extent: { start: 12_478, end: 20_634 },
  incident: (id) => id === 'PKAF-0001',
  district: (id) => ['khyber', 'swat'].includes(id),
  totals: (key) => key === 'PIPS|Pakistan',
  // begins before the data do
  phase: (id) => (id === 'early' ? { start: 12_000, end: 13_000 } : null),
};

describe('what a link names', () => {
  it('stays where the data have it', () => {
    const link = {
      incident: 'PKAF-0001',
      districts: ['swat', 'khyber'],
      totals: 'PIPS|Pakistan',
      t: { start: 12_478, end: 13_000 },
      phase: 'early',
    };
    expect(onlyKnown(link, known)).toEqual({ link, missing: [] });
  });

  it('goes where they do not, and is named', () => {
    const link = {
      incident: 'PKAF-9999',
      districts: ['swat', 'atlantis', 'avalon'],
      totals: 'PIPS|Mars',
      phase: 'never',
      bands: true,
    };
    expect(onlyKnown(link, known)).toEqual({
      link: { districts: ['swat'], bands: true },
      missing: [
        { what: 'incident', names: ['PKAF-9999'] },
        { what: 'totals', names: ['PIPS|Mars'] },
        { what: 'district', names: ['atlantis', 'avalon'] },
        { what: 'phase', names: ['never'] },
      ],
    });
    expect(onlyKnown({ districts: ['atlantis'] }, known).link).toEqual({});
  });

  it('a time wholly outside the data goes, in words; one that meets them stays', () => {
    // day 0 is 1 January 1970
    expect(onlyKnown({ t: { start: 0, end: 30 } }, known)).toEqual({
      link: {},
      missing: [{ what: 'time', names: ['1–31 Jan 1970'] }],
    });
    const edge = { t: { start: 0, end: 12_478 } };
    expect(onlyKnown(edge, known)).toEqual({ link: edge, missing: [] });
  });

  it('a phase brings its window, but not over another one', () => {
    expect(onlyKnown({ phase: 'early' }, known).link).toEqual({ phase: 'early', t: { start: 12_000, end: 13_000 } });
    const other = { t: { start: 12_478, end: 12_999 } };
    expect(onlyKnown({ ...other, phase: 'early' }, known)).toEqual({ link: other, missing: [] });
    expect(onlyKnown({ mode: 'to-end', phase: 'early' }, known).link).toEqual({ mode: 'to-end' });
  });
});
