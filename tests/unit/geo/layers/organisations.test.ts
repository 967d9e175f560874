import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readActorTable } from '../../../../geo/layers/actors.ts';
import { organisationsLayer } from '../../../../geo/layers/organisations.ts';
import { tableRows, type TableCells } from '../../../tables.ts';
import { whereOf } from './refused.ts';
import { sourceText } from './source-text.ts';

const actors = readActorTable(sourceText('actors.csv'), 'actors.csv');
const organisations = organisationsLayer(sourceText('groups.csv'), actors);

const rows = tableRows('groups.csv');

describe('who is who', () => {
  it('takes every row, with its sentence and its source', () => {
    expect(organisations.map(({ id, sentence, source }) => [id, sentence, source.url])).toEqual(
      rows.map((row) => [row.id, row.one_sentence, row.source_url]),
    );
  });

  it('says first what most readers do not know: the two Talibans are two organisations', () => {
    const fact = (id: string) => organisations.find((one) => one.id === id)?.keyFact;
    expect(fact('iea')).toContain('two organisations');
    expect(fact('ttp')).toBe(fact('iea'));
    const sides = organisations.filter(({ id }) => id === 'iea' || id === 'ttp').map(({ side }) => side);
    expect(sides).toEqual(['emirate', 'ttp']);
  });

  it('gives each the names that the actor table has', () => {
    const names = new Set([...actors.values()].flat().map(({ name }) => name));
    const own = organisations.flatMap((one) => one.actors);
    expect(own).toEqual(rows.flatMap((row) => row.actors_name.split('; ').filter(Boolean)));
    for (const name of own) expect(names).toContain(name);
  });

  const HEADER = Object.keys(rows[0]);
  const [, ttp] = rows;
  const read = (...changes: TableCells[]) => {
    const text = Papa.unparse({ fields: HEADER, data: changes.map((change) => ({ ...ttp, ...change })) });
    return whereOf(() => organisationsLayer(text, actors));
  };

  it('takes what these are made from', () => expect(read({})).toBe('taken'));

  it.each([
    ['a group without a side', { side: '' }, 'side'],
    ['a side that is none', { side: 'taliban' }, 'side'],
    ['another side than its name has', { side: 'emirate' }, 'side'],
    ['a name that the actor table has not', { actors_name: 'TTP' }, 'actors_name'],
    ['an id that is none', { id: 'T T P' }, 'id'],
    ['no sentence', { one_sentence: '' }, 'one_sentence'],
    ['a year that is none', { source_year: 'then' }, 'source_year'],
    ['an address that is none', { source_url: 'javascript:alert(1)' }, 'source_url'],
    ['no publisher', { source_publisher: '' }, 'source_publisher'],
  ] as [string, TableCells, string][])('refuses %s', (_, change, field) =>
    expect(read(change)).toEqual({ file: 'groups.csv', row: 2, field, value: { ...ttp, ...change }[field] }),
  );

  it('refuses an id twice, and a name that two groups have', () => {
    expect(read({}, { actors_name: '' })).toMatchObject({ row: 3, field: 'id' });
    expect(read({}, { id: 'other' })).toMatchObject({ row: 3, field: 'actors_name' });
  });
});
