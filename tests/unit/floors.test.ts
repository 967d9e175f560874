import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = process.cwd();

/** The rooms of the house from the ground up: folders, and files that stand alone. Each imports only what stands below it. */
const FLOORS: readonly (readonly string[])[] = [
  ['geo/bbox.ts', 'geo/citation.ts', 'geo/memo.ts', 'geo/next-task.ts', 'geo/collection.ts', 'geo/html.ts'],
  ['geo/region.ts'],
  ['geo/model'],
  ['geo/time'],
  ['geo/line', 'geo/areas', 'geo/statistics'],
  ['geo/ground'],
  ['geo/store'],
  ['geo/story'],
  ['geo/views'],
  ['geo/formats'],
  ['geo/import', 'geo/near'],
  ['geo/export'],
  ['geo/layers', 'geo/synth', 'geo/words', 'geo/get'],
  ['geo/commands'],
  ['geo/cli.ts', 'geo/sources'],
  ['src/choices.ts', 'src/no-eval.ts'],
  ['src/text'],
  ['src/scene'],
  ['src/workers'],
  ['src/state'],
  ['src/one-file'],
  ['src/commands.ts', 'src/OnDemand.svelte'],
  ['src/charts'],
  ['src/analyses'],
  ['src/timeline'],
  ['src/map'],
  ['src/stories'],
  ['src/panels'],
  ['src/App.svelte'],
  ['src/page.ts'],
  ['src/main.ts'],
];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** The files of the house that a file imports: types, workers and what is loaded on demand among them. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*['"](\.{1,2}\/[^'"?]+)/g);
  return [...found]
    .map(([, path]) => normalize(join(dirname(file), path)))
    .filter((path) => /\.(ts|svelte)$/.test(path));
}

const files = [...filesIn('geo'), ...filesIn('src')];
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The room of a file: the file itself where that is one, else its folder below `geo` or `src`. */
function roomOf(file: string): string {
  const rooms = FLOORS.flat();
  return rooms.includes(file) ? file : file.split('/').slice(0, 2).join('/');
}

/** A way from a node back to itself, or `null` where there is none anywhere. */
function circleIn(next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  function walk(node: string, way: readonly string[]): string[] | null {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const other of next.get(node) ?? []) {
      const circle = walk(other, [...way, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  }
  for (const node of next.keys()) {
    const circle = walk(node, []);
    if (circle) return circle;
  }
  return null;
}

describe('the house', () => {
  it('has a floor for every file', () => {
    const rooms = FLOORS.flat();
    expect(files.filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
  });

  it('imports only what stands below', () => {
    const floorOf = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));
    const upwards = [...imports].flatMap(([file, others]) =>
      others
        .filter((other) => roomOf(other) !== roomOf(file))
        .filter((other) => (floorOf.get(roomOf(other)) ?? 0) >= (floorOf.get(roomOf(file)) ?? 0))
        .map((other) => `${file} → ${other}`),
    );
    expect(upwards).toEqual([]);
  });

  it('has no circle of folders', () => {
    const rooms = new Map<string, string[]>();
    for (const [file, others] of imports) {
      const outside = others.map(roomOf).filter((room) => room !== roomOf(file));
      rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...outside]);
    }
    expect(circleIn(rooms)).toBeNull();
  });

  it('has no circle of files', () => {
    expect(circleIn(imports)).toBeNull();
  });

  it('imports nothing that is not there', () => {
    const known = new Set(files);
    expect(
      [...imports].flatMap(([file, others]) =>
        others.filter((other) => !known.has(other)).map((other) => `${file} → ${other}`),
      ),
    ).toEqual([]);
  });

  it('has its tests in the same rooms', () => {
    const astray = filesIn('tests/unit')
      .map((file) => relative('tests/unit', file))
      .filter((file) => !existsSync(join(ROOT, dirname(file))));
    expect(astray).toEqual([]);
  });
});
