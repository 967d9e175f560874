import { describe, expect, it } from 'vitest';
import type { PlaceSide } from '../../../../geo/model/incident.ts';
import { borderProfile, type ProfileItem } from '../../../../geo/store/profile.ts';
import type { Tally } from '../../../../geo/store/sums.ts';
import { random } from '../../../ground.ts';

/** One incident. */
function one(deaths: number | null): Tally {
  return {
    incidents: 1,
    deaths: deaths ?? 0,
    deathsUnknown: deaths === null ? 1 : 0,
    range: { low: Math.max((deaths ?? 0) - 1, 0), high: 2 * (deaths ?? 0) },
  };
}

function item(side: PlaceSide | null, km: number | null, radius: number | null, deaths: number | null): ProfileItem {
  const known = km !== null && radius !== null;
  return {
    side,
    borderKm: km,
    borderKmMin: known ? Math.max(0, km - radius) : null,
    borderKmMax: known ? km + radius : null,
    ...one(deaths),
  };
}

const band = (profile: ReturnType<typeof borderProfile>, side: string, fromKm: number) => {
  const found = profile.bands.find((b) => b.side === side && b.fromKm === fromKm);
  if (!found) throw new Error(`no band ${side} ${fromKm}`);
  return found;
};

describe('profile', () => {
  it('has five bands on each side and for what may be on either', () => {
    const { bands } = borderProfile([]);
    expect(bands.map(({ side, fromKm, toKm }) => `${side} ${fromKm}-${toKm ?? ''}`)).toEqual(
      ['PK', 'AF', 'undecided'].flatMap((side) =>
        ['0-10', '10-25', '25-50', '50-100', '100-'].map((km) => `${side} ${km}`),
      ),
    );
  });

  it('counts an incident in one band by its figure, and in each that its interval meets as possible', () => {
    const profile = borderProfile([item('PK', 8, 5, 3), item('PK', 4, 5, 2), item('AF', 30, 1, null)]);
    expect(band(profile, 'PK', 0).figure).toEqual({
      incidents: 2,
      deaths: 5,
      deathsUnknown: 0,
      range: { low: 3, high: 10 },
    });
    expect(band(profile, 'PK', 0).surely).toMatchObject({ incidents: 1, deaths: 2, deathsUnknown: 0 });
    expect(band(profile, 'PK', 0).possibly).toMatchObject({ incidents: 1, deaths: 3, deathsUnknown: 0 });
    expect(band(profile, 'PK', 10).possibly).toMatchObject({ incidents: 1, deaths: 3, deathsUnknown: 0 });
    expect(band(profile, 'PK', 10).figure.incidents).toBe(0);
    expect(profile.either.PK).toMatchObject({ incidents: 1, deaths: 3, deathsUnknown: 0 });
    expect(band(profile, 'AF', 25).surely).toMatchObject({ incidents: 1, deaths: 0, deathsUnknown: 1 });
  });

  it('meets every band that a wide interval runs through', () => {
    const profile = borderProfile([{ side: 'PK', borderKm: 40, borderKmMin: 5, borderKmMax: 120, ...one(1) }]);
    expect(profile.bands.filter(({ possibly }) => possibly.incidents === 1)).toHaveLength(5);
    expect(profile.either.PK.incidents).toBe(1);
  });

  it('puts a limit in the band that begins there, and 100 km and more together', () => {
    const profile = borderProfile([item('PK', 10, 0, 1), item('PK', 100, 0, 1), item('PK', 5000, 1, 1)]);
    expect(band(profile, 'PK', 10).surely.incidents).toBe(1);
    expect(band(profile, 'PK', 100).surely.incidents).toBe(2);
  });

  it('keeps apart what has no figure, no interval or no side', () => {
    const profile = borderProfile([item('PK', null, null, 4), item('AF', 30, null, 5), item(null, 900, 5, 6)]);
    expect(profile.tooCoarse.PK).toMatchObject({ incidents: 1, deaths: 4, deathsUnknown: 0 });
    expect(profile.noInterval.AF).toMatchObject({ incidents: 1, deaths: 5, deathsUnknown: 0 });
    expect(band(profile, 'AF', 25).figure.incidents).toBe(1);
    expect(profile.elsewhere).toMatchObject({ incidents: 1, deaths: 6, deathsUnknown: 0 });
  });

  it('loses and doubles nothing', () => {
    const next = random(2);
    const items = Array.from({ length: 500 }, () =>
      item(
        next() < 0.1 ? null : next() < 0.1 ? 'undecided' : next() < 0.5 ? 'PK' : 'AF',
        next() < 0.1 ? null : next() * 200,
        next() < 0.1 ? null : next() * 30,
        next() < 0.1 ? null : Math.floor(next() * 20),
      ),
    );
    const profile = borderProfile(items);
    for (const key of ['incidents', 'deaths', 'deathsUnknown'] as const) {
      const sum = (tallies: Tally[]) => tallies.reduce((total, tally) => total + tally[key], 0);
      const figures = sum(profile.bands.map(({ figure }) => figure));
      const sure = sum(profile.bands.map(({ surely }) => surely));
      expect(sure + sum(Object.values(profile.either)) + sum(Object.values(profile.noInterval))).toBe(figures);
      const all = figures + sum(Object.values(profile.tooCoarse)) + profile.elsewhere[key];
      expect(all).toBe(sum(items));
    }
    const highs = [
      ...profile.bands.map(({ figure }) => figure),
      ...Object.values(profile.tooCoarse),
      profile.elsewhere,
    ].map(({ range }) => range?.high ?? NaN);
    expect(highs.reduce((total, high) => total + high)).toBe(
      2 * items.reduce((total, { deaths }) => total + deaths, 0),
    );
  });
});
