import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { createStore } from '../../../../geo/store/store.ts';
import { BaseMap } from '../../../../src/map/base-map.ts';
import { layersOf } from '../../../../src/map/style.ts';
import { NOTHING } from '../../../../src/scene/overlay.ts';
import type { Scene } from '../../../../src/scene/scene.ts';
import type { Layers } from '../../../../src/state/layers.ts';
import { palette } from '../palette.ts';

const empty = { type: 'FeatureCollection', features: [] };
const layers = { countries: empty } as unknown as Layers;

const SCENE: Scene = {
  palette,
  units: 'km',
  camera: null,
  store: createStore([]),
  frame: { window: { start: 0, end: 0 }, mask: new Uint8Array(0), groups: 0, grouping: 'type' },
  isPlaying: false,
  cells: null,
  areCellsPending: false,
  crossings: [],
  shading: null,
  outlined: [],
  bands: null,
  selection: null,
  measured: null,
  sketch: null,
  isGlobe: false,
  isOpen: false,
  world: null,
};

/** A base map on a map that only notes what it is told. */
function noted() {
  const told: string[] = [];
  const note = (text: string) => void told.push(text);
  const map = {
    hasImage: () => false,
    addImage: (name: string) => note(`image ${name}`),
    setLayoutProperty: (id: string, _: string, value: string) => note(`${id} ${value}`),
    setPaintProperty: (id: string, name: string) => note(`${id} ${name}`),
    setFeatureState: ({ id }: { id: string }, state: object) => note(`${id} ${JSON.stringify(state)}`),
    removeFeatureState: ({ id }: { id: string }, key: string) => note(`${id} no ${key}`),
    getSource: (name: string) => ({ type: 'geojson', setData: () => note(`data ${name}`) }),
    setProjection: ({ type }: { type: string }) => note(type),
    isMoving: () => false,
    getZoom: () => 6,
  } as unknown as MapLibreMap;
  return { baseMap: new BaseMap(map, layers, palette, () => {}), told: () => told.splice(0) };
}

const line = {
  lines: [{ from: [70, 33] as [number, number], to: [70.1, 33] as [number, number], label: '' }],
  dots: [],
};
const FULL: Scene = {
  ...SCENE,
  shading: { limits: [1], classOf: new Map([['khyber', 1]]) },
  outlined: ['swat'],
  bands: empty as unknown as Scene['bands'],
  crossings: [{ name: 'Torkham', position: [71.1, 34.1], passage: 'closed' }],
  measured: line,
  isGlobe: true,
};
const IMAGES = ['hatch', 'disputed', 'town', 'gate', 'shut-gate'].map((name) => `image ${name}`);
const FULL_TOLD = [
  'globe',
  'data bands',
  'bands visible',
  'band-names visible',
  'khyber {"shade":1}',
  'swat {"chosen":true}',
  'district-shades visible',
  'district-hatching visible',
  'data measure',
  'data crossings',
];

test('all that was shown before takes effect once the style is there', () => {
  const { baseMap, told } = noted();
  baseMap.show(SCENE);
  baseMap.show(FULL);
  expect(told()).toEqual([]);
  baseMap.furnish();
  expect(told()).toEqual([...IMAGES, ...FULL_TOLD]);
});

test('a scene like the last one tells the map nothing; another tells what differs', () => {
  const { baseMap, told } = noted();
  baseMap.furnish();
  baseMap.show(FULL);
  told();
  baseMap.show({ ...FULL, frame: { ...FULL.frame, window: { start: 1, end: 2 } } });
  expect(told()).toEqual([]);
  baseMap.show({ ...FULL, outlined: ['swat', 'khyber'] });
  expect(told()).toEqual(['khyber {"chosen":true}']);
  baseMap.show({ ...SCENE, outlined: ['khyber'] });
  expect(told()).toEqual([
    'mercator',
    'bands none',
    'band-names none',
    'khyber no shade',
    'swat no chosen',
    'district-shades none',
    'district-hatching none',
    'data measure',
    'data crossings',
  ]);
});

test('the bands’ names follow the units', () => {
  const { baseMap, told } = noted();
  baseMap.furnish();
  baseMap.show(FULL);
  told();
  baseMap.show({ ...FULL, units: 'mi' });
  expect(told()).toContain('data bands');
});

test('a style that comes anew after a lost context is told all of it again', () => {
  const { baseMap, told } = noted();
  baseMap.furnish();
  baseMap.show(FULL);
  told();
  baseMap.furnish();
  // MapLibre gives its sources back with their data
  expect(told()).toEqual([...IMAGES, ...FULL_TOLD.filter((what) => what !== 'data bands')]);
});

test('other colours before the style is there are the style’s own colours then', () => {
  const { baseMap, told } = noted();
  const dark = { ...palette, water: '#101c26' };
  baseMap.show({ ...SCENE, palette: dark });
  baseMap.furnish();
  expect(told()).toContain('water background-color');
  expect(layersOf(dark)[0].paint).toEqual({ 'background-color': '#101c26' });
});

test('nothing is drawn of nothing', () => {
  const { baseMap, told } = noted();
  baseMap.furnish();
  told();
  baseMap.show({ ...SCENE, measured: NOTHING });
  expect(told()).toEqual([]);
});
