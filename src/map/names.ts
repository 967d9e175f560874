import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { CROSSINGS_ZOOM } from '../scene/scene.ts';
import { REGULAR, STRONG } from './fonts.ts';
import type { Palette } from '../scene/palette.ts';
import type { NameKind } from './sources.ts';

/** The image of a town's dot. */
export const TOWN = 'town';
/** The images of crossings. */
export const GATE = 'gate';
export const SHUT_GATE = 'shut-gate';
/** Farther out, where the map shows the world, they would cover the region. */
const TOWNS_FROM = 2.5;

type TextLayout = NonNullable<SymbolLayerSpecification['layout']>;
type Paint = NonNullable<SymbolLayerSpecification['paint']>;

/** The names below the incidents, from the bottom up; where two do not fit, the later in this list wins. */
export function nameLayers(palette: Palette): LayerSpecification[] {
  const { ink, muted, band } = palette;
  const halo = haloOf(palette);
  return [
    names('district', {
      minzoom: 6.4,
      layout: {
        'text-field': twoLines(9),
        'text-font': [REGULAR],
        'text-size': ['interpolate', ['linear'], ['zoom'], 6, 10.5, 9, 12.5],
        'text-max-width': 7,
        'text-letter-spacing': 0.04,
        'text-padding': 4,
      },
      paint: { 'text-color': muted, ...halo },
    }),
    names('place', {
      id: 'town-dots',
      minzoom: TOWNS_FROM,
      filter: ['==', ['get', 'rank'], 1],
      layout: { 'icon-image': TOWN, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
      paint: {},
    }),
    names('place', {
      filter: ['all', ['>', ['get', 'rank'], 1], isOfRank],
      layout: {
        ...besideItsDot(11, 13),
        'text-font': [REGULAR],
        'icon-image': TOWN,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': ink, ...halo },
    }),
    names('province', {
      minzoom: 5,
      maxzoom: 8.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [REGULAR],
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10.5, 8, 13],
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.14,
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: { 'text-color': muted, ...halo },
    }),
    names('country', {
      maxzoom: 7.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [STRONG],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 7, 16],
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.22,
        'text-max-width': 8,
      },
      paint: { 'text-color': muted, ...halo },
    }),
    {
      id: 'band-names',
      type: 'symbol',
      source: 'bands',
      layout: {
        visibility: 'none',
        'symbol-placement': 'line',
        'symbol-spacing': 260,
        'text-field': ['get', 'label'],
        'text-font': [REGULAR],
        'text-size': 10.5,
        'text-max-angle': 40,
        'text-padding': 1,
      },
      paint: { 'text-color': band, ...halo },
    },
  ];
}

/** The names that stay whole among incidents: great towns and the Durand Line. They win over those below. */
export function namesOverPoints(palette: Palette): LayerSpecification[] {
  const { ink, land, line } = palette;
  return [
    names('place', {
      id: 'town-names',
      minzoom: TOWNS_FROM,
      filter: ['==', ['get', 'rank'], 1],
      layout: { ...besideItsDot(12.5, 16), 'text-font': [STRONG] },
      paint: { 'text-color': ink, ...haloOf(palette), 'text-halo-width': 2 },
    }),
    {
      id: 'crossings',
      type: 'symbol',
      source: 'crossings',
      minzoom: CROSSINGS_ZOOM,
      layout: {
        'icon-image': ['case', ['==', ['get', 'passage'], ''], GATE, SHUT_GATE],
        'icon-allow-overlap': true,
        'text-field': [
          'case',
          ['==', ['get', 'passage'], ''],
          ['get', 'name'],
          ['concat', ['get', 'name'], '\n', ['get', 'passage']],
        ],
        'text-font': [STRONG],
        'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 10, 13],
        'text-variable-anchor': ['right', 'left', 'top', 'bottom'],
        'text-radial-offset': 0.8,
        'text-justify': 'auto',
        'text-optional': true,
      },
      paint: { 'text-color': ink, ...haloOf(palette), 'text-halo-width': 2 },
    },
    {
      id: 'line-name',
      type: 'symbol',
      source: 'course',
      filter: ['all', ['>=', ['zoom'], ['get', 'from']], ['<', ['zoom'], ['get', 'to']]],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 300,
        'text-field': ['get', 'name'],
        'text-font': [STRONG],
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 8, 15],
        'text-letter-spacing': 0.12,
        'text-max-angle': 35,
        // on the Afghan side, where fewer incidents are
        'text-offset': [0, 1.2],
        'text-padding': 4,
      },
      paint: { 'text-color': line, 'text-halo-color': land, 'text-halo-width': 2.2 },
    },
  ];
}

const haloOf = ({ land }: Palette): Paint => ({ 'text-halo-color': land, 'text-halo-width': 1.6 });

/** A town's name beside its dot, on whichever side has room; its size at zoom 5 and at zoom 10. */
function besideItsDot(small: number, large: number): TextLayout {
  return {
    'text-field': twoLines(8),
    'text-size': ['interpolate', ['linear'], ['zoom'], 5, small, 10, large],
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.5,
    'text-justify': 'auto',
  };
}

const isKind = (kind: NameKind): ExpressionSpecification => ['==', ['get', 'kind'], kind];

/** Great towns always, lesser ones only where there is room for them. */
const isOfRank: ExpressionSpecification = ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 5, 2, 6.5, 3, 8, 4]];

/** The name; from a zoom on, where it is known, the Urdu or Pashto name below it. */
function twoLines(zoom: number): ExpressionSpecification {
  const both: ExpressionSpecification = [
    'case',
    ['==', ['get', 'local'], ''],
    ['get', 'name'],
    ['concat', ['get', 'name'], '\n', ['get', 'local']],
  ];
  return ['step', ['zoom'], ['get', 'name'], zoom, both];
}

interface Names {
  id?: string;
  filter?: ExpressionSpecification;
  minzoom?: number;
  maxzoom?: number;
  layout: TextLayout;
  paint: Paint;
}

function names(kind: NameKind, { id = `${kind}-names`, filter, ...rest }: Names): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'names',
    filter: filter ? ['all', isKind(kind), filter] : isKind(kind),
    ...rest,
  };
}
