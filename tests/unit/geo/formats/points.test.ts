import { describe, expect, it } from 'vitest';
import { readPoints } from '../../../../geo/formats/points.ts';
import { InputError } from '../../../../geo/model/errors.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = text.length || 1) {
  const points = [];
  for await (const point of readPoints(inPieces(text, size)))
    points.push(
      point instanceof InputError
        ? [point.problem.where.row, point.problem.where.field]
        : [point.row, point.lon, point.lat],
    );
  return points;
}

describe('points of an input', () => {
  it.each([
    [
      'a table, its line breaks in quotes',
      '\uFEFF\nname,lat,lon\r\n"a\n,b",34,71\r\n\r\nc,30.5,66\r\n',
      [
        [3, 71, 34],
        [6, 66, 30.5],
      ],
    ],
    ['a table with semicolons', 'LON;Lat;note\n71;34;"x;y"\n', [[2, 71, 34]]],
    ['a table with tabs, and quoted names', '"lon"\t"lat"\n71\t34', [[2, 71, 34]]],
    [
      'JSON lines',
      '\n{"lon":71,"lat":34,"x":"a,\\"b"}\n\n{"lat":30.5,"lon":66}',
      [
        [2, 71, 34],
        [4, 66, 30.5],
      ],
    ],
  ])('are read from %s, however they come', async (_, text, expected) => {
    for (const size of [1, 2, 7, 1000]) expect(await read(text, size), `pieces of ${size}`).toEqual(expected);
  });

  it('are named by line and field where they are none, and the others are read', async () => {
    const text = 'lon,lat,note\n"open,1\n71,34,x\n72\n,34,\n1e2,-3.5,\n';
    expect(await read(text)).toEqual([
      [2, null],
      [3, 71, 34],
      [4, 'lat'],
      [5, 'lon'],
      [6, 100, -3.5],
    ]);
    expect(await read('{"lon":71,"lat":34}\nlon,lat\n{"lon":"71","lat":34}\n')).toEqual([
      [1, 71, 34],
      [2, null],
      [3, 'lon'],
    ]);
  });

  it.each(['', '\n \n', 'a,b\n1,2\n', 'lon,latitude\n1,2\n'])('are refused as a whole in %j', async (text) => {
    await expect(read(text)).rejects.toThrow(InputError);
  });
});
