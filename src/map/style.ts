import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { LandAndLine } from '../state/layers.ts';
import { FAINT } from '../scene/classes.ts';
import { fontFaces } from './fonts.ts';
import { nameLayers, namesOverPoints } from './names.ts';
import { mixed, type Palette } from '../scene/palette.ts';
import { sourcesOf } from './sources.ts';

/** The layer below which the incidents are drawn. */
export const ABOVE_POINTS = 'line-over-casing';
/** Drawn only while districts are shaded. */
export const SHADE_LAYERS = ['district-shades', 'district-hatching'] as const;
export const BAND_LAYERS = ['bands', 'band-names'] as const;
/** The image of the hatching for districts without data, and of that of disputed areas. */
export const HATCH = 'hatch';
export const DISPUTED = 'disputed';

/** The whole style. Sources are made from what is here; no address of another host is in it. */
export function styleOf(ground: LandAndLine, palette: Palette): StyleSpecification {
  return {
    version: 8,
    name: 'Durand Map',
    'font-faces': fontFaces(),
    sources: sourcesOf(ground),
    layers: layersOf(palette).map(heldBack),
    transition: { duration: 0, delay: 0 },
  };
}

/** The first picture: land and the Durand Line, under the incidents. The rest takes several times as long to draw. */
const FIRST: readonly string[] = [
  'water',
  'countries',
  'line-casing',
  'line-ribbon',
  'line',
  ABOVE_POINTS,
  'line-over',
];
/** Layers that are switched on their own. */
const SWITCHED: readonly string[] = [...BAND_LAYERS, ...SHADE_LAYERS];

function heldBack(layer: LayerSpecification): LayerSpecification {
  const isFirst = FIRST.includes(layer.id) || layer.type === 'background';
  return isFirst ? layer : { ...layer, layout: { ...layer.layout, visibility: 'none' } };
}

/** The ids of the layers that `styleOf` holds back until the first picture is drawn. */
export function heldBackLayers(palette: Palette): string[] {
  return layersOf(palette).flatMap(({ id }) => (FIRST.includes(id) || SWITCHED.includes(id) ? [] : [id]));
}

/** The style's layers, from the bottom up; they alone depend on the theme. */
export function layersOf(palette: Palette): LayerSpecification[] {
  const [casing, ...selection] = overlayLayers('selection', palette, 1.5);
  return [
    ...groundLayers(palette),
    ...districtLayers(palette),
    ...borderLayers(palette),
    ...nameLayers(palette),
    casing, // over the incidents it would hide the one that is selected
    ...borderOverPoints(palette),
    ...namesOverPoints(palette),
    ...selection,
    ...overlayLayers('measure', palette, 2),
  ];
}

const isOfTheStory: ExpressionSpecification = ['in', ['coalesce', ['get', 'iso'], ''], ['literal', ['PK', 'AF']]];

function groundLayers({ water, land, neighbours, river, edge }: Palette): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': water } },
    { id: 'world', type: 'fill', source: 'world', paint: { 'fill-color': neighbours, 'fill-antialias': false } },
    countryEdges('world-edges', edge),
    {
      id: 'countries',
      type: 'fill',
      source: 'countries',
      paint: { 'fill-color': ['case', isOfTheStory, land, neighbours], 'fill-antialias': false },
    },
    {
      id: 'disputed',
      type: 'fill',
      source: 'disputed',
      paint: { 'fill-pattern': DISPUTED, 'fill-antialias': false },
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': river, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1.4, 12, 2.4] },
    },
    countryEdges('country-edges', edge),
    countryEdges('disputed-edges', edge, [3, 2]),
  ];
}

function countryEdges(
  source: 'world-edges' | 'country-edges' | 'disputed-edges',
  edge: string,
  dashes?: number[],
): LayerSpecification {
  return {
    id: source,
    type: 'line',
    source,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': edge,
      'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.8, 8, 1.4],
      ...(dashes && { 'line-dasharray': dashes }),
    },
  };
}

function districtLayers({ classes, noData, hairline, edge, ink, land }: Palette): LayerSpecification[] {
  const shade: ExpressionSpecification = ['coalesce', ['feature-state', 'shade'], -1];
  const isNoData: ExpressionSpecification = ['==', ['feature-state', 'shade'], 'none'];
  const [c0, c1, c2, c3, c4] = classes;
  return [
    {
      id: 'district-shades',
      type: 'fill',
      source: 'districts',
      layout: { visibility: 'none' },
      paint: {
        'fill-color': ['case', isNoData, noData, ['match', shade, 0, c0, 1, c1, 2, c2, 3, c3, 4, c4, land]],
        'fill-antialias': false,
      },
    },
    {
      id: 'district-hatching',
      type: 'fill',
      source: 'districts',
      layout: { visibility: 'none' },
      paint: { 'fill-pattern': HATCH, 'fill-opacity': ['case', isNoData, 1, 0], 'fill-antialias': false },
    },
    {
      id: 'district-hover',
      type: 'fill',
      source: 'districts',
      paint: {
        'fill-color': ink,
        'fill-opacity': ['case', ['boolean', ['feature-state', 'hovered'], false], 0.06, 0],
        'fill-antialias': false,
      },
    },
    {
      id: 'district-edges',
      type: 'line',
      source: 'districts',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': hairline, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.5, 9, 1, 12, 1.5] },
    },
    {
      id: 'province-edges',
      type: 'line',
      source: 'provinces',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': edge, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 9, 1.4] },
    },
    {
      id: 'district-chosen',
      type: 'line',
      source: 'districts',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ink,
        'line-width': 2,
        'line-opacity': ['case', ['boolean', ['feature-state', 'chosen'], false], 1, 0],
      },
    },
  ];
}

const LINE_WIDTH: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 4, 2.2, 7, 3.2, 11, 4.5];
/** A long dash and a dot. */
const LINE_DASHES = [5, 2.2, 0.01, 2.2];

function borderLayers({ band, land, line }: Palette): LayerSpecification[] {
  const casing: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 4, 8, 7, 11, 11, 15];
  const ribbon: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 4, 6, 7, 8.5, 11, 12];
  return [
    {
      id: 'bands',
      type: 'line',
      source: 'bands',
      layout: { 'line-join': 'round', visibility: 'none' },
      paint: { 'line-color': mixed(land, band, 0.55), 'line-width': 1 },
    },
    {
      id: 'line-casing',
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': land, 'line-width': casing },
    },
    {
      id: 'line-ribbon',
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': mixed(land, line, 0.22), 'line-width': ribbon },
    },
    {
      id: 'line',
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': line, 'line-width': LINE_WIDTH, 'line-dasharray': LINE_DASHES },
    },
  ];
}

/** What makes room for cells, or takes it back: paint by layer. Cells hide what is below them, so the line lies above; marks are above the line. */
export function paintForCells(areShown: boolean) {
  const overIncidents = areShown ? 1 : 0;
  return [
    { layer: ABOVE_POINTS, name: 'line-opacity', value: overIncidents },
    { layer: 'line-over', name: 'line-opacity', value: overIncidents },
    { layer: 'district-shades', name: 'fill-opacity', value: areShown ? FAINT : 1 },
  ] as const;
}

/** The line once more, slim, above the cells; not seen before cells come. */
function borderOverPoints({ land, line }: Palette): LayerSpecification[] {
  const casing: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 4, 4.4, 7, 5.8, 9, 6.8];
  return [
    {
      id: ABOVE_POINTS,
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': land, 'line-width': casing, 'line-opacity': 0 },
    },
    {
      id: 'line-over',
      type: 'line',
      source: 'line',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': line,
        'line-width': LINE_WIDTH,
        'line-dasharray': LINE_DASHES,
        'line-opacity': 0,
      },
    },
  ];
}

/** What is drawn over the incidents: lines with a casing, dots, and words on paper. */
function overlayLayers(source: 'selection' | 'measure', palette: Palette, width: number): LayerSpecification[] {
  const { ink, paper } = palette;
  const isKind = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];
  return [
    {
      id: `${source}-casing`,
      type: 'line',
      source,
      filter: isKind('line'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': paper, 'line-width': width + 3, 'line-opacity': 0.85 },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      filter: isKind('line'),
      paint: { 'line-color': ink, 'line-width': width, 'line-dasharray': [3, 1.6] },
    },
    {
      id: `${source}-dots`,
      type: 'circle',
      source,
      filter: isKind('dot'),
      paint: {
        'circle-radius': 4,
        'circle-color': paper,
        'circle-stroke-color': ink,
        'circle-stroke-width': 2,
        'circle-pitch-alignment': 'map',
      },
    },
    {
      id: `${source}-names`,
      type: 'symbol',
      source,
      filter: ['!=', ['get', 'label'], ''],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['Strong'],
        'text-size': 13,
        // above a line's middle: beside it the words would lie on the line's ends
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.8,
        'text-justify': 'auto',
        'text-allow-overlap': true,
      },
      paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': 2.5 },
    },
  ];
}
