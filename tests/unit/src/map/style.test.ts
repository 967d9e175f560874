import { describe, expect, test } from 'vitest';
import { mixed, type Palette } from '../../../../src/scene/palette.ts';
import { palette } from '../palette.ts';
import { ABOVE_POINTS, layersOf, paintForCells } from '../../../../src/map/style.ts';

describe('the order of the layers', () => {
  const layers = layersOf(palette);
  const ids = layers.map(({ id }) => id);
  const at = (id: string) => {
    expect(ids).toContain(id);
    return ids.indexOf(id);
  };

  test('ground, districts, provinces, the Durand Line, names, incidents, selection', () => {
    const order = ['water', 'countries', 'district-hover', 'district-edges', 'province-edges', 'line', 'place-names'];
    expect([...order, ABOVE_POINTS].map(at)).toEqual([...order, ABOVE_POINTS].map(at).sort((a, b) => a - b));
  });

  test('of the names only those of great towns, of crossings and of the line lie above the incidents', () => {
    const names = layers.filter(({ type, id }) => type === 'symbol' && !/^(selection|measure)-/.test(id));
    const above = names.filter(({ id }) => at(id) >= at(ABOVE_POINTS)).map(({ id }) => id);
    expect(above).toEqual(['town-names', 'crossings', 'line-name']);
    expect(names.length).toBeGreaterThan(6);
  });

  test('the Durand Line lies below the incidents with its casing', () => {
    for (const id of ['line-casing', 'line-ribbon', 'line']) expect(at(id)).toBeLessThan(at(ABOVE_POINTS));
    for (const id of [ABOVE_POINTS, 'line-over']) expect(layers[at(id)].paint).toMatchObject({ 'line-opacity': 0 });
  });

  test('cells leave the line above them, and shades faint; without them all is as it was', () => {
    const paintOf = (id: string, name: string) => (layers[at(id)].paint as Record<string, unknown>)[name];
    for (const { layer, name, value } of paintForCells(false)) expect(paintOf(layer, name) ?? 1).toEqual(value);
    const shown = paintForCells(true).map(({ layer, value }) => [layer, value]);
    expect(shown).toEqual([
      [ABOVE_POINTS, 1],
      ['line-over', 1],
      ['district-shades', 0.4],
    ]);
  });

  test('the casing and the ribbon lie below the dashes', () => {
    expect(at('line-casing')).toBeLessThan(at('line-ribbon'));
    expect(at('line-ribbon')).toBeLessThan(at('line'));
  });

  test('no layer is named twice', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('the themes have the same layers in the same order: only paint and layout change', () => {
  const shapeOf = (p: Palette) => layersOf(p).map(({ id, type }) => `${id} ${type}`);
  expect(shapeOf({ ...palette, land: '#1b1f24' })).toEqual(shapeOf(palette));
});

test('mixing colours', () => {
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mixed('#f5f2ec', '#8a1c7c', 0)).toBe('#f5f2ec');
  expect(mixed('#f5f2ec', '#8a1c7c', 1)).toBe('#8a1c7c');
});
