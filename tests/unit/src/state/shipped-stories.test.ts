import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../../geo/model/incident.ts';
import { readStory } from '../../../../geo/story/read-story.ts';
import { SHIPPED_STORIES, storySource } from '../../../../geo/story/shipped.ts';
import { decodeHash } from '../../../../src/state/permalink.ts';
import { parseDay } from '../../../../geo/model/day.ts';

const dayOf = (text: string) => parseDay(text) ?? NaN;
const SOURCES = 'geo/sources';
const tables = readdirSync(SOURCES)
  .filter((file) => /\.(csv|json)$/.test(file))
  .map((file) => readFileSync(`${SOURCES}/${file}`, 'utf8'))
  .join('\n');
const incidents = (
  JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Incident[] }
).features.map(({ properties }) => properties);

function stepsOf(id: (typeof SHIPPED_STORIES)[number]) {
  const read = readStory(readFileSync(`${SOURCES}/${storySource(id)}`, 'utf8'));
  if ('refused' in read) throw new Error(`${id}: ${JSON.stringify(read.refused)}`);
  expect(read.remarks).toEqual([]);
  return read.story.steps;
}

describe.each(SHIPPED_STORIES)('the story %s', (id) => {
  const steps = stepsOf(id);

  it('has 6 to 10 steps of 40 to 90 words, each with a source', () => {
    expect(steps.length).toBeGreaterThanOrEqual(6);
    expect(steps.length).toBeLessThanOrEqual(10);
    for (const { heading, words, sources } of steps) {
      const count = words.split(/\s+/).length;
      expect([heading, count >= 40 && count <= 90, sources.length > 0]).toEqual([heading, true, true]);
    }
  });

  it('has views that are read wholly and lie in the data', () => {
    const days = incidents.flatMap(({ start, end }) => [dayOf(start), dayOf(end)]);
    for (const { view } of steps) {
      const { link, unread } = decodeHash(view);
      expect(unread).toEqual([]);
      if (!link.t) continue;
      expect(link.t.start).toBeGreaterThanOrEqual(dayOf('2004-03-01'));
      expect(link.t.end).toBeLessThanOrEqual(Math.max(...days, dayOf('2026-06-30')));
    }
  });

  it('cites addresses that stand in the tables of sources', () => {
    for (const { sources } of steps)
      for (const { url } of sources) if (url !== null) expect([url, tables.includes(url)]).toEqual([url, true]);
  });
});

it('the figures that the line’s story says are counts of the incidents', () => {
  const text = stepsOf('the-line')
    .map(({ words }) => words)
    .join('\n');
  const count = (from: string, to: string, is: (one: (typeof incidents)[number]) => boolean) =>
    incidents.filter((one) => one.start >= from && one.start <= to && is(one)).length;
  const isNear = ({ borderKm }: (typeof incidents)[number]) => borderKm !== null && borderKm <= 25;
  const isAll = () => true;
  const isAfghan = ({ country }: (typeof incidents)[number]) => country === 'AF';
  const number = (value: number) => value.toLocaleString('en');
  const [all, near] = [count('2004', '2027', isAll), count('2004', '2027', isNear)].map(number);
  expect(text).toContain(`Of ${all} incidents, ${near} are within 25 km`);
  const [insurgency, nearThen] = [isAll, isNear].map((is) => count('2007-12-15', '2014-06-14', is));
  expect(text).toContain(`${nearThen} of ${insurgency} incidents are within 25 km`);
  const [since, afghan, nearSince] = [isAll, isAfghan, isNear].map((is) => count('2025-10-08', '2026-06-30', is));
  expect(text).toContain(`has ${since} incidents, ${afghan} of them in Afghanistan`);
  expect(text).toContain(`before there were ${count('2004', '2025-10-07', isAfghan)}.`);
  expect(text).toContain(`${nearSince} of the ${since} are within 25 km`);
  const line = JSON.parse(readFileSync('public/layers/durand-line.geojson', 'utf8')) as {
    features: { properties: { lengthKm: number } }[];
  };
  expect(text).toContain(`${number(Math.round(line.features[0].properties.lengthKm))} km long`);
  const crossings = JSON.parse(readFileSync('public/layers/crossings.json', 'utf8')) as unknown[];
  expect(text).toContain(`knows ${crossings.length} crossings`);
});
