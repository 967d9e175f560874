import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRITERS } from '../../../../geo/export/writers.ts';
import { geometryAt } from '../../../../geo/model/incident-places.ts';
import { incidents } from '../../../property/random-incidents.ts';
import { incident } from '../store/made-incidents.ts';

const PROVENANCE = {
  made: '2026-11-23T03:00:00Z',
  shown: 'a < b & "c"',
  datasets: [{ name: '<x>', licence: 'MIT' }],
  attribution: [],
};

describe('KML', () => {
  it('is well formed whatever the texts hold, and says their words', () => {
    fc.assert(
      fc.property(incidents, fc.string({ unit: 'binary' }), (all, text) => {
        const { head, line, end } = WRITERS.kml;
        const titled = all.map((one, i) => ({
          ...one,
          properties: { ...one.properties, id: `${i}~${text}`, title: `t${text}` },
        }));
        const dataset = { name: text, licence: '' };
        const kml =
          head(PROVENANCE) + titled.map((incident) => line({ incident, dataset }, false, PROVENANCE)).join('') + end;
        const problems: string[] = [];
        const parsed = new DOMParser({
          onError: (level, message) => level !== 'warning' && problems.push(message),
        }).parseFromString(kml, 'text/xml');
        expect(problems).toEqual([]);
        const names = Array.from(
          parsed.getElementsByTagName('Placemark'),
          (mark) => mark.getElementsByTagName('name')[0].textContent,
        );
        expect(names).toHaveLength(all.length);
        // an id in XML is a name: it begins with a letter
        for (const mark of Array.from(parsed.getElementsByTagName('Placemark')))
          expect(mark.getAttribute('id')).toMatch(/^[a-z_][\w.-]*$/i);
        if (/^[\x20-\x7e]*$/.test(text)) expect(new Set(names)).toEqual(new Set(all.length > 0 ? [`t${text}`] : []));
      }),
      { numRuns: 200 },
    );
  });
});

it('has one placemark for an incident at several places', () => {
  const several = { ...incident({ id: 'a' }), geometry: geometryAt([71, 34], [[72, 35]]) };
  const line = WRITERS.kml.line({ incident: several, dataset: { name: 'x', licence: '' } }, true, PROVENANCE);
  expect(line.match(/<Placemark/g)).toHaveLength(1);
  expect(line).toContain(
    '<MultiGeometry><Point><coordinates>71,34</coordinates></Point><Point><coordinates>72,35</coordinates></Point></MultiGeometry>',
  );
});
