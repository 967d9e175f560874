import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/**
 * Styles say start and end, never left and right: the page may run either way. Inside an island (an element with
 * `dir="ltr"`) the two are the same, so styles have no exception; only `style:left={…}` in markup, pixels from the left,
 * is right in a component that is or holds one.
 */
const INSTEAD: readonly (readonly [physical: RegExp, instead: (property: string) => string])[] = [
  [/^(left|right)$/, (property) => `inset-inline-${toward(property)}`],
  [
    /^(scroll-)?(margin|padding)-(left|right)$/,
    (property) => property.replace(/left|right/, (side) => `inline-${toward(side)}`),
  ],
  [
    /^border-(left|right)(-(color|style|width))?$/,
    (property) => property.replace(/left|right/, (side) => `inline-${toward(side)}`),
  ],
  [
    /^border-(top|bottom)-(left|right)-radius$/,
    (property) =>
      property.replace('top', 'start').replace('bottom', 'end').replace('left', 'start').replace('right', 'end'),
  ],
];
/** Words in values, and what to write instead; of these properties alone, whose other values may hold such words. */
const SIDED = /^(text-align(-last)?|float|clear)$/;
/** Shorthands of four sides: their second and fourth values lie left and right. */
const FOUR_SIDES = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

function toward(side: string): 'start' | 'end' {
  return side === 'left' ? 'start' : 'end';
}

/** The values of a shorthand, each with its brackets. */
function valuesOf(value: string): string[] {
  return value.match(/(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];
}

/** What is wrong with a declaration and what to write, or `null`. */
function faultOf(property: string, value: string): string | null {
  for (const [physical, instead] of INSTEAD) {
    if (physical.test(property)) return `${property}: write ${instead(property)}`;
  }
  if (SIDED.test(property) && /^(left|right)$/.test(value))
    return `${property}: ${value}: write ${property.startsWith('text') ? '' : 'inline-'}${toward(value)}`;
  const values = valuesOf(value);
  if (FOUR_SIDES.test(property) && values.length === 4 && values[1] !== values[3])
    return `${property}: ${value}: write ${property}-block and ${property}-inline`;
  if (property === 'border-radius' && !isSymmetric(values))
    return `${property}: ${value}: write border-start-start-radius and its like`;
  return null;
}

/** Whether corners at the left are as those at the right. */
function isSymmetric([topLeft, topRight = topLeft, bottomRight = topLeft, bottomLeft = topRight]: string[]): boolean {
  return topLeft === topRight && bottomRight === bottomLeft;
}

function faultsIn(node: AST.CSS.StyleSheet | AST.CSS.Node): string[] {
  switch (node.type) {
    case 'Declaration': {
      const fault = faultOf(node.property, node.value);
      return fault === null ? [] : [fault];
    }
    case 'Rule':
    case 'Atrule':
      return node.block ? node.block.children.flatMap(faultsIn) : [];
    case 'StyleSheet':
      return node.children.flatMap(faultsIn);
    default:
      return [];
  }
}

function faultsOf(file: string, text: string): string[] {
  const source = file.endsWith('.css') ? `<style>${text}</style>` : text;
  const { css } = parse(source, { modern: true });
  return css ? css.children.flatMap(faultsIn).map((fault) => `${file}: ${fault}`) : [];
}

/** What markup says of left and right in a component without an island. */
function sidesIn(file: string, text: string): string[] {
  if (/<[a-z][^>]*\sdir="ltr"/.test(text)) return [];
  const found = text.matchAll(/\sstyle:((?:[a-z]+-)*(?:left|right)(?:-[a-z]+)*)\b/g);
  return [...found].map(
    ([, property]) => `${file}: style:${property}: write start or end, or give the chart around it dir="ltr"`,
  );
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|css)$/.test(file))
  .map((file) => join('src', file));

describe('styles', () => {
  it('say start and end, not left and right', () => {
    expect(files.flatMap((file) => faultsOf(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('say left and right in markup in islands alone', () => {
    expect(files.flatMap((file) => sidesIn(file, readFileSync(file, 'utf8')))).toEqual([]);
    expect(sidesIn('A.svelte', '<i style:margin-left="1px"></i>')).toHaveLength(1);
    expect(sidesIn('A.svelte', '<div class="plot" dir="ltr"><i style:left="1px"></i></div>')).toEqual([]);
  });

  it('are read in rules within rules and in media queries', () => {
    expect(faultsOf('a.css', '@media print { .a { margin-left: 1px; .b { float: right } } } .c { right: 0 }')).toEqual([
      'a.css: margin-left: write margin-inline-start',
      'a.css: float: right: write inline-end',
      'a.css: right: write inset-inline-end',
    ]);
  });

  it('have four sides only where left is as right', () => {
    expect(faultOf('padding', '0 1px 2px 1px')).toBeNull();
    expect(faultOf('padding', '0 calc(var(--step) * 2) 0 calc(var(--step) * 4)')).toContain('padding-inline');
    expect(faultOf('border-radius', '8px 8px 0 0')).toBeNull();
    expect(faultOf('border-radius', '6px 0 0 6px')).toContain('border-start-start-radius');
    expect(faultOf('border-top-left-radius', '6px')).toContain('border-start-start-radius');
    expect(faultOf('text-align', 'left')).toContain('write start');
  });
});
