import { describe, expect, it } from 'vitest';
import { importFile } from '../../geo/import/imported.ts';
import { flawInRejects, flawInRows } from '../../../../src/workers/kept-check.ts';
import { partsOfContent, type KeptContent } from '../../../../src/workers/kept-database.ts';

const TEXT = `id,date,wkt,title
a,2024-03-06,"MULTIPOINT (71.5 34, 72 35)",One
b,2024-03-05,POINT (70.1 33),Two
c,2024-13-01,POINT (70.1 33),No such month
`;
const SIZES = { accepted: 2, rejected: 1 };

async function contentOf(): Promise<KeptContent> {
  const { rows, rejects } = await importFile(TEXT);
  return { rows, rejects };
}

/** Does something to the part at a path; a part that is made undefined is missing. */
function change(content: KeptContent, path: string, to: (part: unknown) => unknown): KeptContent {
  const names = path.split('/').slice(1);
  const last = names.pop() ?? '';
  let at = content as unknown as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = to(at[last]);
  return content;
}

const flawIn = ({ rows, rejects }: KeptContent) => flawInRows(rows, SIZES) ?? flawInRejects(rejects, SIZES);

describe('what comes back', () => {
  it('is whole where nothing happened to it', async () => {
    expect(flawIn(await contentOf())).toBe(null);
  });

  it('is refused where any part is missing, is shorter or is of another kind, by the name of the part', async () => {
    const paths = [...partsOfContent(await contentOf())].map(([path]) => path);
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const plain = path.replace(/\/\d+$/, '').slice(1);
      expect(flawIn(change(await contentOf(), path, () => undefined)), path).toBe(plain);
      const shorter = (part: unknown) => (part as { slice?: (from: number) => unknown }).slice?.(1) ?? 99;
      const flaw = flawIn(change(await contentOf(), path, shorter));
      expect(flaw, path).not.toBe(null);
    }
  });

  it('is refused where a code stands for nothing', async () => {
    const beyond = (part: unknown) => (part as Uint32Array).fill(99);
    for (const path of [
      '/rows/words/title/codes',
      '/rows/otherPlaces/rows',
      '/rows/columns/district',
      '/rejects/codes',
    ])
      expect(flawIn(change(await contentOf(), path, beyond))).toBe(path.slice(1));
    for (const path of ['/rows/raw/end', '/rows/ids/chunk'])
      expect(flawIn(change(await contentOf(), path, (part) => (part as Uint32Array).fill(9999)))).not.toBe(null);
  });
});
