import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../../geo/formats/parquet.ts';
import { createDeltas, createRuns } from '../../../../geo/formats/parquet-runs.ts';
import { endOfStruct } from '../../../../geo/formats/parquet-thrift.ts';
import { unfoldSnappy } from '../../../../geo/formats/snappy.ts';

type Options = Parameters<typeof parquetWriteBuffer>[0];
type Encoding = NonNullable<Options['columnData'][number]['encoding']>;
type SchemaElement = NonNullable<Options['schema']>[number];

/** The cells of all rows, the header's first. */
async function cellsIn(bytes: Uint8Array): Promise<string[][]> {
  const cells: string[][] = [];
  async function* open() {
    yield await Promise.resolve(bytes);
  }
  for await (const batch of readParquet({ name: 'x.parquet', open }, () => undefined)) {
    cells.push(...batch.map((record) => record.cells));
  }
  return cells;
}

const written = (options: Options) => new Uint8Array(parquetWriteBuffer(options));
const span = (...bytes: number[]) => ({ bytes: Uint8Array.from(bytes), from: 0, to: bytes.length });
const times = <T>(count: number, next: () => T) => Array.from({ length: count }, next);

describe('a Parquet file', () => {
  const ENCODINGS: Readonly<Record<'STRING' | 'INT32' | 'INT64' | 'DOUBLE', Encoding[]>> = {
    STRING: ['PLAIN', 'RLE_DICTIONARY', 'DELTA_BYTE_ARRAY', 'DELTA_LENGTH_BYTE_ARRAY'],
    INT32: ['PLAIN', 'RLE_DICTIONARY', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT'],
    INT64: ['PLAIN', 'RLE_DICTIONARY', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT'],
    DOUBLE: ['PLAIN', 'RLE_DICTIONARY', 'BYTE_STREAM_SPLIT'],
  };
  const values = {
    STRING: fc.stringMatching(/^[a-cپ]{1,4}$/),
    INT32: fc.integer(),
    INT64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    DOUBLE: fc.double({ noNaN: true }),
  };

  it.each(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])(
    'gives %s as it was written, in every way of writing and whatever is unknown',
    async (type) => {
      const cells = fc.array(fc.option(values[type] as fc.Arbitrary<string | number | bigint>), {
        minLength: 1,
        maxLength: 300,
      });
      const made = fc.tuple(
        cells,
        fc.constantFrom(...ENCODINGS[type]),
        fc.constantFrom(1, 7, 1000),
        fc.constantFrom(64, 4096),
      );
      await fc.assert(
        fc.asyncProperty(made, async ([data, encoding, rowGroupSize, pageSize]) => {
          // the last keeps rows from being empty
          const columnData = [
            { name: 'x', data, type, encoding, nullable: true },
            { name: 'n', data: data.map((_, i) => i), type: 'INT32' as const },
          ];
          const [, ...rows] = await cellsIn(written({ columnData, rowGroupSize, pageSize }));
          expect(rows).toEqual(data.map((value, i) => [value === null ? '' : String(value), String(i)]));
        }),
        { numRuns: 200 },
      );
    },
  );

  it('gives lists and columns within a column as JSON', async () => {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: 2 },
      { name: 'tags', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL', converted_type: 'UTF8' },
      { name: 'at', repetition_type: 'OPTIONAL', num_children: 2 },
      { name: 'x', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
      { name: 'y', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
    ];
    const tags = [['a', 'b'], null, [], ['c', null]];
    const at = [{ x: 71.5, y: 34 }, { x: 71, y: null }, { x: 1, y: 2 }, null];
    const columnData = [
      { name: 'tags', data: tags },
      { name: 'at', data: at },
    ];
    expect(await cellsIn(written({ columnData, schema, rowGroupSize: 3 }))).toEqual([
      ['tags', 'at'],
      ['["a","b"]', '{"x":71.5,"y":34}'],
      ['', '{"x":71,"y":null}'],
      ['[]', '{"x":1,"y":2}'],
      ['["c",null]'],
    ]);
  });

  it('is read to its end where it says that a column has fewer than no columns in it', async () => {
    // what hyparquet makes of the columns of a GeoParquet goes round for ever here
    const schema: SchemaElement[] = [
      { name: 'root', num_children: 1 },
      { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED', num_children: -2 },
    ];
    const kvMetadata = [{ key: 'geo', value: '{}' }];
    expect(await cellsIn(written({ columnData: [{ name: 'x', data: [1.5] }], schema, kvMetadata }))).toEqual([
      ['x'],
      ['1.5'],
    ]);
  });
});

describe('runs', () => {
  it('are read as the specification writes them: 0 to 7 in three bits', () => {
    // parquet.apache.org/docs/file-format/data-pages/encodings: 10001000 11000110 11111010
    expect(times(8, createRuns(span(0b11, 0b10001000, 0b11000110, 0b11111010), 3))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // five times 4, then eight of one bit
    expect(times(5, createRuns(span(10, 4), 3))).toEqual([4, 4, 4, 4, 4]);
  });

  it('take no room however long they say that they are, and end with the page', () => {
    const next = createRuns(span(0xfe, 0xff, 0xff, 0xff, 0x0f, 7), 3);
    expect(times(3, next)).toEqual([7, 7, 7]);
    expect(() => times(20, createRuns(span(0xff, 0xff, 0xff, 0xff, 0x0f, 7), 3))).toThrow(RangeError);
    expect(() => createRuns(span(0, 0, 0, 0), 3)()).toThrow(RangeError);
    expect(() => createRuns(span(0xff, 0xff, 0xff, 0xff, 0xff, 0xff), 3)()).toThrow(RangeError);
  });

  it('of steps are those of the specification', () => {
    // the specification's first example: 1 to 5, of which the least step is 1 and all widths are 0
    const { next, count } = createDeltas(span(0x80, 1, 4, 5, 2, 2, 0, 0, 0, 0), 32);
    expect(times(count, next)).toEqual([1n, 2n, 3n, 4n, 5n]);
    expect(next).toThrow(RangeError);
    expect(() => createDeltas(span(0x80, 1, 0, 5, 2, 2), 32)).toThrow(RangeError);
    expect(() => createDeltas(span(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), 32)).toThrow(
      RangeError,
    );
  });
});

describe('Snappy', () => {
  it('is unfolded as it was packed', () => {
    const parts = fc.array(fc.oneof(fc.uint8Array({ maxLength: 90 }), fc.constant(new Uint8Array(200).fill(7))), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, (all) => {
        const whole = Uint8Array.from(all.flatMap((part) => [...part]));
        expect(unfoldSnappy(snappyCompress(whole), whole.length)).toEqual(whole);
      }),
    );
  });

  it.each([
    ['a text as long as goes back to its own beginning', [8, 0xfc, 0xfb, 0xff, 0xff, 0xff, 1, 2, 3]],
    ['a copy from before the beginning', [8, 0, 1, 0x15, 9]],
    ['a copy of nothing', [8, 0, 1, 0x15, 0]],
    ['too little', [8, 0, 1]],
    ['too much', [1, 4, 1, 2]],
    ['no end of its length', [0xff, 0xff]],
  ])('is refused where it holds %s', (_, bytes) => {
    expect(() => unfoldSnappy(Uint8Array.from(bytes), 8)).toThrow(RangeError);
  });
});

describe('the structures of Thrift', () => {
  const endOf = (...bytes: number[]) => endOfStruct(new DataView(Uint8Array.from(bytes).buffer), 0);

  it('end where they say', () => {
    // a number of 32 bits in field 1, a text in field 2, a list of two truths in field 3, a structure in field 4
    expect(endOf(0x15, 0x96, 1, 0x18, 2, 65, 66, 0x19, 0x21, 1, 2, 0x1c, 0, 0, 99)).toBe(14);
  });

  it.each([
    ['a list longer than what is left', [0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ['a text longer than what is left', [0x18, 9, 65]],
    ['a number of eleven bytes', [0x16, ...Array<number>(11).fill(0xff), 0, 0]],
    ['lists in lists without end', [0x19, ...Array<number>(40).fill(0x19)]],
    ['no end', [0x15, 2]],
    ['what there is not', [0x1e, 0]],
  ])('are refused where they hold %s', (_, bytes) => {
    expect(() => endOf(...bytes)).toThrow(RangeError);
  });
});
