import type { Writer } from './writer.ts';

/** GeoJSON (RFC 7946); the provenance is a member of the collection, the dataset one of each feature. */
export const geojsonWriter: Writer = {
  extension: 'geojson',
  type: 'application/geo+json',
  head: (provenance) => `{"type":"FeatureCollection","provenance":${JSON.stringify(provenance)},"features":[\n`,
  line: ({ incident, dataset }, first) => `${first ? '' : ',\n'}${JSON.stringify({ ...incident, dataset })}`,
  end: '\n]}\n',
};
