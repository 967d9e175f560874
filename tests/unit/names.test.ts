import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What a component is given is called the same in each. */
const OF_EACH = ['Props'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.parentPath.includes('extract'))
    .map((entry) => join(entry.parentPath, entry.name));
}

it('a type’s name means one thing: no two files declare the same', () => {
  const declared = new Map<string, string[]>();
  for (const file of [...filesIn('geo'), ...filesIn('src')]) {
    const text = readFileSync(file, 'utf8');
    const names = text.matchAll(/^\s*(?:export )?(?:interface|class|type) ([A-Z]\w*)(?=[^,;]*[={])/gm);
    for (const [, name] of names) declared.set(name, [...(declared.get(name) ?? []), file]);
  }
  expect(declared.size).toBeGreaterThan(200);
  const twice = [...declared].filter(([name, files]) => new Set(files).size > 1 && !OF_EACH.includes(name));
  expect(twice.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
});
