import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../../../../geo/formats/recorded.ts';
import { recordedSchema } from '../../../../geo/model/incident.ts';
import { reasonText } from '../../../../geo/words/findings.ts';
import { incident } from '../store/made-incidents.ts';

// its words are what is compared; the page has none of them
z.config(z.locales.en());

const good = z.object(recordedSchema.shape).parse(incident({ id: 'x' }).properties);
const actor = { name: 'TTP', side: 'ttp', attribution: 'stated', by: null, party: 1, recorded: 'TTP' };
const source = { publisher: 'x', title: null, year: null, url: null, record: null };

function found(change: object) {
  const read = readRecorded({ ...good, ...change });
  if (!('rejected' in read)) throw new Error('taken');
  return read.rejected;
}

describe('what our own form does not allow', () => {
  it.each([
    [{ title: 3 }, 'wrong-type', { expected: 'string', received: 'number' }],
    [{ title: null }, 'wrong-type', { expected: 'string', received: 'null' }],
    [{ actors: {} }, 'wrong-type', { expected: 'array', received: 'object' }],
    [{ fatalities: [] }, 'wrong-type', { expected: 'object', received: 'array' }],
    [{ injured: Infinity }, 'wrong-type', { expected: 'number', received: 'Infinity' }],
    [{ injured: 1.5 }, 'wrong-type', { expected: 'int', received: 'number' }],
    [{ actors: [{ ...actor, name: undefined }] }, 'wrong-type', { expected: 'string', received: 'undefined' }],
    [{ confidence: 'sure' }, 'wrong-option', { options: ['high', 'medium', 'low'] }],
    [{ id: ' ' }, 'too-small', { kind: 'string', least: 1 }],
    [{ injured: -1 }, 'too-small', { kind: 'number', least: 0 }],
    [{ sources: [{ ...source, year: 2201 }] }, 'too-large', { kind: 'number', most: 2200 }],
    [{ sources: [{ ...source, url: 'ftp://x' }] }, 'not-web-address', {}],
    [{ actors: [{ ...actor, party: 3 }] }, 'wrong-value', {}],
    [{ end: '2025-02-30' }, 'own-not-day', {}],
    [{ fatalities: { best: 1, low: 3, high: 2 } }, 'own-low-above-high', {}],
  ])('%j is %s, in the words of the schema', (change, code, params) => {
    const finding = found(change);
    expect(finding).toMatchObject({ code });
    expect(finding.params).toEqual(params);
    const [issue] = recordedSchema.safeParse({ ...good, ...change }).error?.issues ?? [];
    expect(finding.field).toBe(issue.path.filter((key) => typeof key === 'string').join('.'));
    expect(reasonText(finding)).toBe(issue.message);
  });

  it('names the value that is wrong, however deep it stands', () => {
    expect(found({ actors: [actor, { ...actor, side: 'ISI' }] })).toMatchObject({ field: 'actors.side', value: 'ISI' });
    expect(found({ claims: [{ by: 'x', killed: -3, injured: null, note: '' }] })).toMatchObject({
      field: 'claims.killed',
      value: '-3',
    });
    expect(found({ sources: [{ ...source, url: 'ftp://x' }] })).toMatchObject({
      field: 'sources.url',
      value: 'ftp://x',
    });
  });

  it('names keys that it does not know in the value, as no two rows need have the same', () => {
    const finding = found({ actors: [{ ...actor, 'a b': 1, c: 2 }] });
    expect(finding).toEqual({ field: 'actors', value: '"a b", "c"', code: 'unknown-keys', params: {} });
  });
});
