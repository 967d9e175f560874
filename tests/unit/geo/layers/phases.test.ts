import { describe, expect, it } from 'vitest';
import { placesOfIncident } from '../../../../geo/model/incident-places.ts';
import { annualTotalsLayer } from '../../../../geo/layers/annual-totals.ts';
import { incidentsLayer } from '../../../../geo/layers/incidents.ts';
import { phasesLayer } from '../../../../geo/layers/phases.ts';
import { parseDay } from '../../../../geo/model/day.ts';
import type { Phase } from '../../../../geo/model/story.ts';
import { nothingComputed, sourceText } from './source-text.ts';

const { features } = incidentsLayer(
  {
    incidents: sourceText('incidents.csv'),
    actors: sourceText('actors.csv'),
    apart: sourceText('claims-apart.csv'),
  },
  nothingComputed,
);
const ids = new Set(features.map(({ id }) => id));
const phases = phasesLayer(sourceText('phases.json'), ids);
const totals = annualTotalsLayer(sourceText('annual-totals.csv'));
const byId = (id: string) => {
  const phase = phases.find((one) => one.id === id);
  if (!phase) throw new Error(`no phase ${id}`);
  return phase;
};

describe('the phases of the story', () => {
  it('follow one another without gap or overlap, over all incidents', () => {
    expect(phases.map(({ id }) => id)).toEqual([
      'formation',
      'insurgency',
      'operations',
      'lull',
      'return',
      'escalation',
    ]);
    for (const [i, phase] of phases.slice(1).entries()) {
      expect(parseDay(phase.start), phase.id).toBe(Number(parseDay(phases[i].end)) + 1);
    }
    for (const { id, properties } of features) {
      const within = phases.filter(({ start, end }) => start <= properties.start && properties.start <= end);
      expect(within, id).toHaveLength(1);
    }
  });

  it('turn on the days of the story', () => {
    expect(byId('formation').end).toBe('2007-12-14');
    expect(byId('operations').start).toBe('2014-06-15');
    expect(byId('return').start).toBe('2021-08-15');
    expect(byId('escalation').start).toBe('2025-10-08');
  });

  it('cite only sources that the incidents or the annual totals hold', () => {
    const key = (source: object) => JSON.stringify(Object.values(source));
    const held = new Set(features.flatMap(({ properties }) => properties.sources).map(key));
    const seen = new Set(totals.map(({ seenUrl }) => seenUrl));
    const works = new Set(
      features.flatMap(({ properties }) => properties.sources.map((s) => `${s.publisher}|${s.title}`)),
    );
    for (const { id, sources } of phases) {
      for (const source of sources) {
        const wholeWork = source.url === null && source.record === null;
        const real =
          held.has(key(source)) ||
          (source.url !== null && seen.has(source.url)) ||
          (wholeWork && works.has(`${source.publisher}|${source.title}`));
        expect(real, `${id}: ${key(source)}`).toBe(true);
      }
    }
  });

  it('state figures that the annual totals and claims give', () => {
    const deaths = (scope: string, year: number) =>
      totals.find((t) => t.source === 'UCDP GED' && t.scope === scope && t.period === String(year))?.deaths ?? NaN;
    const pakistan = Array.from({ length: 18 }, (_, i) =>
      deaths('Pakistan events (excl. India-Pakistan dyad)', 2004 + i),
    );
    expect(Math.max(...pakistan)).toBe(7460);
    expect(pakistan.indexOf(7460)).toBe(2009 - 2004);
    expect(byId('insurgency').sentence).toContain('7,460 deaths in Pakistan in 2009');

    const ttp = (year: number) => deaths('Dyads involving TTP', year);
    expect([ttp(2014), ttp(2017)]).toEqual([2927, 533]);
    expect(byId('operations').sentence).toContain('from 2,927 in 2014 to 533 in 2017');
    for (const year of [2018, 2019, 2020]) expect(ttp(year)).toBeLessThan(200);

    const pips = (period: string) => totals.find((t) => t.source === 'PIPS' && t.period === period)?.events;
    expect([pips('2020-21'), pips('2021-22')]).toEqual([165, 250]);
    expect(byId('return').sentence).toContain('250 attacks in Pakistan in the year that followed against 165');
  });

  it('say it in plain, neutral words', () => {
    for (const { sentence } of phases) {
      expect(sentence).not.toMatch(/martyr|terroris|eliminat|neutrali[sz]|khawarij|jihad|infidel/i);
      expect(sentence.length).toBeLessThan(320);
    }
  });

  it('hold what they tell of in their box', () => {
    for (const { id, bbox, incidents } of phases) {
      const inside = features.filter((incident) => {
        const [c] = placesOfIncident(incident);
        return bbox[0] <= c[0] && c[0] <= bbox[2] && bbox[1] <= c[1] && c[1] <= bbox[3];
      });
      expect(
        incidents.some((cited) => inside.some((one) => one.id === cited)),
        id,
      ).toBe(true);
    }
  });
});

describe('reading the phases', () => {
  const phase: Phase = { ...byId('formation'), incidents: [] };
  const where = (...list: object[]) => {
    try {
      phasesLayer(JSON.stringify(list), ids);
    } catch (error) {
      return (error as { where?: unknown }).where;
    }
    return 'taken';
  };

  it('takes good ones', () => expect(where(phase)).toBe('taken'));

  it.each([
    ['a repeated id', [phase, { ...phase, start: '2020-01-01', end: '2020-02-01' }], { row: 1, field: 'id' }],
    ['an end before the start', [{ ...phase, end: '2003-01-01' }], { row: 0, field: 'end' }],
    ['an overlap', [phase, { ...phase, id: 'b', start: '2007-12-14', end: '2008-01-01' }], { row: 1, field: 'start' }],
    ['an empty box', [{ ...phase, bbox: [70, 30, 70, 31] }], { row: 0, field: 'bbox' }],
    [
      'an unknown incident',
      [{ ...phase, incidents: ['PKAF-9999'] }],
      { row: 0, field: 'incidents', value: 'PKAF-9999' },
    ],
    ['a day that is none', [{ ...phase, start: '2023-02-29' }], { field: '0.start', value: '2023-02-29' }],
    ['no source', [{ ...phase, sources: [] }], { field: '0.sources' }],
  ])('refuses %s', (_, list, expected) => expect(where(...list)).toMatchObject({ file: 'phases.json', ...expected }));

  it('refuses what is not JSON', () => {
    expect(() => phasesLayer('[', ids)).toThrow(/phases\.json/);
  });
});
