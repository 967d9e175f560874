import { placesOfIncident } from '../model/incident-places.ts';
import type { IncidentProperties, Position } from '../model/incident.ts';
import { provenanceLines } from './provenance.ts';
import type { Writer } from './writer.ts';

/** KML 2.2 (OGC 12-007r2): a placemark with a time span for each incident, its properties as extended data. */
export const kmlWriter: Writer = {
  extension: 'kml',
  type: 'application/vnd.google-earth.kml+xml',
  head: (provenance) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n' +
    `<name>Durand Map</name>\n<description>${escaped(provenanceLines(provenance).join('\n'))}</description>\n`,
  line: ({ incident, incident: { properties: p }, dataset }) =>
    // an xs:ID, which begins with a letter; the id as it is stands among the data
    `<Placemark id="incident-${p.id.replace(/[^\w.-]/g, '_')}">` +
    `<name>${escaped(p.title)}</name>` +
    `<description>${escaped(p.remarks.join('\n'))}</description>` +
    `<TimeSpan><begin>${p.start}</begin><end>${p.end}</end></TimeSpan>` +
    `<ExtendedData>${dataOf(p, dataset.name)}</ExtendedData>` +
    geometryOf(placesOfIncident(incident)) +
    '</Placemark>\n',
  end: '</Document>\n</kml>\n',
};

/** One incident at several places is one placemark. */
function geometryOf(places: readonly Position[]): string {
  const points = places.map((place) => `<Point><coordinates>${place.join(',')}</coordinates></Point>`).join('');
  return places.length > 1 ? `<MultiGeometry>${points}</MultiGeometry>` : points;
}

function dataOf(p: IncidentProperties, dataset: string): string {
  const values: Record<string, string | number | null> = {
    id: p.id,
    type: p.type,
    datePrecision: p.datePrecision,
    place: p.place,
    locationPrecision: p.locationPrecision,
    actors: p.actors.map(({ name }) => name).join('; '),
    killed: p.fatalities.best,
    killedLow: p.fatalities.low,
    killedHigh: p.fatalities.high,
    injured: p.injured,
    district: p.district?.name ?? null,
    borderKm: p.borderKm,
    borderKmMin: p.borderKmMin,
    borderKmMax: p.borderKmMax,
    side: p.side,
    alongKm: p.alongKm,
    sources: p.sources.map(({ publisher }) => publisher).join('; '),
    dataset,
  };
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<Data name="${name}"><value>${escaped(String(value))}</value></Data>`)
    .join('');
}

/** What XML 1.0 cannot hold at all: control characters, halves of pairs and two that are no characters. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** XML text; what XML cannot hold becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(NOT_XML, '\ufffd');
}
