import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
} from 'maplibre-gl';
import type { Palette } from '../scene/palette.ts';
import { sketchFeatures, type Sketch } from '../scene/sketch.ts';
import { restyle } from './restyle.ts';
import { EMPTY } from './sources.ts';

const SOURCE = 'sketch';

/** Draws what an analysis shows, fetched with the first of them: its source and layers are added when they are not there yet. */
export function drawSketch(map: MapLibreMap, sketch: Sketch | null, palette: Palette): void {
  const data = sketch ? sketchFeatures(sketch) : EMPTY;
  const source = map.getSource(SOURCE);
  if (source) {
    void (source as GeoJSONSource).setData(data);
    const layers = layersOf(palette);
    // whatever colours they have: MapLibre passes over what is the same
    restyle(
      map,
      layers.map((layer) => ({ ...layer, paint: {} }) as LayerSpecification),
      layers,
    );
    return;
  }
  map.addSource(SOURCE, { type: 'geojson', data, tolerance: 0.3 });
  for (const [below, layers] of Object.entries(placed(palette))) for (const layer of layers) map.addLayer(layer, below);
}

function layersOf(palette: Palette): LayerSpecification[] {
  return Object.values(placed(palette)).flat();
}

const isStrong: ExpressionSpecification = ['==', ['get', 'strong'], 1];

/** The layers by the one that each lies below: areas under names, lines under the marks, places and years over them. */
function placed({ hot, cold, edge, ink, muted, paper }: Palette): Record<string, LayerSpecification[]> {
  const isKind = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]];
  const width = (strong: number, other: number): ExpressionSpecification => ['case', isStrong, strong, other];
  return {
    'district-hover': [
      {
        id: 'sketch-areas',
        type: 'fill',
        source: SOURCE,
        filter: isKind('hot', 'cold'),
        paint: {
          'fill-color': ['match', ['get', 'kind'], 'hot', hot, cold],
          'fill-opacity': ['get', 'opacity'],
          'fill-antialias': false,
        },
      },
      {
        id: 'sketch-area-edges',
        type: 'line',
        source: SOURCE,
        filter: isKind('hot', 'cold', 'plain'),
        paint: { 'line-color': edge, 'line-width': width(1.2, 0.5) },
      },
    ],
    incidents: [
      {
        id: 'sketch-outlines',
        type: 'line',
        source: SOURCE,
        filter: isKind('outline'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': 1.8, 'line-dasharray': [4, 2] },
      },
    ],
    'selection-line': [
      {
        id: 'sketch-path-casing',
        type: 'line',
        source: SOURCE,
        filter: isKind('path'),
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': paper, 'line-width': 4, 'line-opacity': 0.85 },
      },
      {
        id: 'sketch-path',
        type: 'line',
        source: SOURCE,
        filter: isKind('path'),
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': ink, 'line-width': 1.5 },
      },
      {
        id: 'sketch-dots',
        type: 'circle',
        source: SOURCE,
        filter: isKind('dot'),
        paint: {
          'circle-radius': width(4, 3),
          'circle-color': ['case', isStrong, ink, paper],
          'circle-stroke-color': ['case', isStrong, paper, muted],
          'circle-stroke-width': 1.5,
        },
      },
      {
        id: 'sketch-names',
        type: 'symbol',
        source: SOURCE,
        filter: isKind('dot'),
        layout: {
          'text-field': ['get', 'label'],
          'text-font': ['Strong'],
          'text-size': 12,
          'symbol-sort-key': ['-', 1, ['get', 'strong']],
          'text-variable-anchor': ['bottom', 'top', 'left', 'right', 'bottom-left', 'top-right'],
          'text-radial-offset': 0.7,
        },
        paint: {
          'text-color': ['case', isStrong, ink, muted],
          'text-halo-color': paper,
          'text-halo-width': 2,
        },
      },
    ],
  };
}
