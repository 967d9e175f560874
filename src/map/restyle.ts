import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

// the names and values come from a specification of layers, whose type has been checked
type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type LayoutName = Parameters<MapLibreMap['setLayoutProperty']>[1];

/** Takes over what differs in paint and layout between two states of the same layers. No source is loaded again. */
export function restyle(
  map: MapLibreMap,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  after.forEach((layer, i) => {
    for (const [name, value] of changed(before[i].paint, layer.paint))
      map.setPaintProperty(layer.id, name as PaintName, value as never);
    for (const [name, value] of changed(before[i].layout, layer.layout)) {
      if (name !== 'visibility') map.setLayoutProperty(layer.id, name as LayoutName, value as never);
    }
  });
}

function changed(before: object | undefined, after: object | undefined): [string, unknown][] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  return Object.entries(after ?? {}).filter(([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value));
}
