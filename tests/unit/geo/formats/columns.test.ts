import { describe, expect, it } from 'vitest';
import { columnsIn } from '../../../../geo/formats/columns-read.ts';
import { looksLike } from '../../../../geo/formats/looks-like.ts';
import { previewOf } from '../../../../geo/formats/preview.ts';
import type { Sample } from '../../../../geo/formats/sample.ts';
import { eventOf, fileOf, readAll } from './data-file.ts';

describe('what a column looks like', () => {
  it.each([
    ['Minimum total people killed', ['13', '81'], 'low'],
    ['Deaths (max)', ['22', '-'], 'high'],
    ['Militants dead', ['5', ''], 'best'],
    ['Percent dead', ['a few', 'many'], null],
    ['Wounded?', ['3', '0'], 'injured'],
    ['Fecha', ['05/03/2021', '6 March 2021'], 'start'],
    ['x1', ['05/03/2021', '2021-03-06'], 'start'],
    ['x1', ['20210305', '2021'], null],
    ['Breite', ['32,298', '33,92'], 'lat'],
    ['c1', ['32.298', '33.92'], 'lat'],
    ['c2', ['69.572', '71.46'], 'lon'],
    ['c3', ['12.5', '99.1'], null],
    ['Where', ['32.298, 69.572', '33.92, 71.46'], 'position'],
    ['more', ['https://example.org/1', 'https://example.org/2'], 'url'],
    ['thumbnail_url', ['https://example.org/1', 'https://example.org/2'], null],
    ['imageUrl', ['https://example.org/1'], null],
    ['source_logo', ['https://example.org/1'], null],
    ['Photo', ['https://example.org/1'], null],
    ['IMG', ['https://example.org/1'], null],
    ['link to it', ['https://example.org/1.JPG', 'https://example.org/2.webp?w=300'], null],
    ['more', ['https://example.org/1.png', 'https://example.org/2.png'], null],
    ['article link', ['https://example.org/1.html', 'https://example.org/wiki/File:Wana.jpg'], 'url'],
    ['Photographed', ['yes', 'no'], null],
    ['gname', ['Made-up group', 'Unknown'], 'actor1'],
    ['text', ['A long story of what has happened on that day. '.repeat(3)], 'remarks'],
    ['Colour', ['red', 'green'], null],
    ['killed', [], null],
    ['killed', ['-', 'N/A'], null],
  ])('%s with %j: %s', (name, cells, as) => {
    expect(looksLike(name, cells)).toBe(as);
  });
});

describe('the web address of a source', () => {
  const read = async (columns: string, cells: string) => {
    const text = `date,lat,lon,source,${columns}\n2020-03-01,33.92,71.46,Made Daily,${cells}\n`;
    const { entries, layout } = await readAll(fileOf(text));
    const looked = columnsIn(
      layout,
      entries.map(({ raw }) => raw),
    );
    const offered = looked.flatMap(({ name, maybe }) => (maybe === null ? [] : [name]));
    return { url: eventOf(entries[0]).recorded.sources.map(({ url }) => url), offered };
  };

  it('is of a page, not of a picture', async () => {
    const [page, picture] = ['https://example.org/a', 'https://example.org/a.jpg'];
    expect(await read('thumbnail_url,source_url', `${picture},${page}`)).toEqual({ url: [page], offered: [] });
    expect(await read('thumbnail_url,photo', `${picture},${picture}`)).toEqual({ url: [null], offered: [] });
    expect(await read('image_url,article', `${page},${page}`)).toEqual({ url: [null], offered: ['article'] });
    expect(await read('link', picture)).toEqual({ url: [null], offered: [] });
    const about = 'https://example.org/wiki/File:Wana.jpg';
    expect(await read('link', about)).toEqual({ url: [about], offered: [] });
  });
});

describe('how first rows would be read', () => {
  const rows = [
    { line: 1, cells: ['My incidents', '', '', ''] },
    { line: 2, cells: ['Wann', 'Breite', 'Länge', 'Tote'] },
    { line: 3, cells: ['05/03/2021', '32,298', '69,572', '2'] },
    { line: 4, cells: ['16/03/2021', '33,92', '71,46', ''] },
    { line: 6, cells: ['soon', '33,92', '71,46', '1'] },
  ];
  const sample: Sample = { kind: 'table', rows, headerLine: 2, format: null, sheets: [], sheet: null };
  const mapping = { start: 'Wann', lat: 'Breite', lon: 'Länge', best: 'Tote' };

  it('is told with the order of dates that these rows tell', () => {
    const read = previewOf(sample, { headerLine: 2, format: 'table', mapping }, 5);
    expect(read?.map(({ line }) => line)).toEqual([3, 4, 6]);
    expect(read?.map((row) => ('rejected' in row.read ? row.read.rejected.code : row.read.event))).toMatchObject([
      { lat: 32.298, lon: 69.572, recorded: { start: '2021-03-05', fatalities: { best: 2 } } },
      { recorded: { start: '2021-03-16', fatalities: { best: null } } },
      'not-date',
    ]);
  });

  it('or with the one that was chosen', () => {
    const chosen = { ...mapping, dateOrder: 'month first' };
    const read = previewOf(sample, { headerLine: 2, format: 'table', mapping: chosen }, 2);
    expect(read?.[0].read).toMatchObject({ event: { recorded: { start: '2021-05-03' } } });
    expect(read?.[1].read).toHaveProperty('rejected');
  });

  it('is not known where a column is missing', () => {
    expect(previewOf(sample, { headerLine: 1, format: 'table', mapping }, 5)).toBeNull();
    expect(previewOf(sample, { headerLine: 2, format: 'acled', mapping: {} }, 5)).toBeNull();
  });
});
