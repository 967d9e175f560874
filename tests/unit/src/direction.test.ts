import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

/** What holds text from data: names of what files hold, and the functions of ours that put it into a sentence. */
const DATA =
  /\.(?:title|by|note|admin|recorded|publisher|sentence|description|attribution|vintage|licence)\b|\b(?:actor|dataset|phase|district|file)\.name\b|^(?:title|name|column|remark|place|example)$|^row\[i\]|\b(?:notice|chip)\.text\b|\b(?:whereText|sourceText|recordText|rowsText|noteText|phaseSourceText|districtOf)\(|\b(?:mappingHelp|failed|allThere|nothing|reading|byPoint|recordedAs|claimFrom|about)\(/;
/** Words of ours: those of a table of words, and titles and names of parts of the page. */
const OURS =
  /: [A-Z_]+\.\w+$|^src\/panels\/(?:Dock|data\/Report)\.svelte: title$|^src\/analyses\/Head\.svelte: ANALYSIS_WORDS\[\w+\]\.\w+$|^src\/(?:App|panels\/Measure)\.svelte: name$/;

const ROOT = join(import.meta.dirname, '..', '..', '..');
const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => join('src', file));

interface Node {
  type: string;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The expressions that are shown as text where the element around them does not take its direction from it. */
function undirected(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found: string[] = [];
  const visit = (node: Node, isAuto: boolean): void => {
    if (node.type === 'Attribute' || node.type === 'Script') return;
    if (node.type === 'ExpressionTag') {
      const { start, end } = node.expression as { start: number; end: number };
      const words = text.slice(start, end);
      if (!isAuto && DATA.test(words) && !OURS.test(`${file}: ${words}`)) found.push(`${file}: ${words}`);
      return;
    }
    const isElement = node.type === 'RegularElement';
    const attributes = isElement ? (node.attributes as AST.Attribute[]) : [];
    const auto = attributes.some(({ type, name, value }) => {
      const [part] = Array.isArray(value) ? value : [];
      return type === 'Attribute' && name === 'dir' && part?.type === 'Text' && part.data === 'auto';
    });
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, isElement ? auto : isAuto);
  };
  visit(parse(text, { modern: true }).fragment as unknown as Node, false);
  return found;
}

describe('text from data', () => {
  test('takes its direction from itself wherever it is shown', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap(undirected)).toEqual([]);
  });

  test.each(['value={dataset.name}', 'value={dataset.licence}'])('so does a field with %s', (value) => {
    const text = readFileSync(join(ROOT, 'src/panels/data/Datasets.svelte'), 'utf8');
    const field = text.split('<input').find((part) => part.includes(value));
    expect(field).toContain('dir="auto"');
  });
});
