import type { Incident } from '../../geo/model/incident.ts';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import type { Units } from '../choices.ts';
import { NOTHING, type Overlay } from '../scene/overlay.ts';
import { distanceText } from '../text/numbers.ts';
import type { Measuring } from './measuring.svelte.ts';

/** An incident's shortest way to the Durand Line, from its first place; nothing where that is too coarse for one. */
export function selectionOverlay(incident: Incident, units: Units): Overlay {
  const { borderKm, borderPoint, locationPrecision } = incident.properties;
  if (borderKm === null || borderPoint === null) return NOTHING;
  const isOfDistrict = locationPrecision === 'district';
  const [from] = placesOfIncident(incident);
  // no mark stands at the place from which the distance of a district is taken
  const ends = isOfDistrict ? [from, borderPoint] : [borderPoint];
  return {
    lines: [{ from, to: borderPoint, label: distanceText(borderKm, units, isOfDistrict ? 0 : 1) }],
    dots: ends.map((at) => ({ at, label: '' })),
  };
}

/** What is being measured: a point's shortest way to the Durand Line, or a path with the length of each leg. */
export function measureOverlay({ mode, points, measurement, path }: Measuring, units: Units): Overlay {
  if (mode === 'path') {
    const total = path && path.legsKm.length > 1 ? distanceText(path.totalKm, units) : '';
    return {
      lines: points.slice(1).map((to, i) => ({
        from: points[i],
        to,
        label: path ? distanceText(path.legsKm[i], units) : '',
      })),
      dots: points.map((at, i) => ({ at, label: i === points.length - 1 ? total : '' })),
    };
  }
  const dots = points.map((at) => ({ at, label: '' }));
  if (!measurement) return { lines: [], dots };
  const { lon, lat, borderPoint, borderKm } = measurement;
  return {
    lines: [{ from: [lon, lat], to: borderPoint, label: distanceText(borderKm, units) }],
    dots: [...dots, { at: borderPoint, label: '' }],
  };
}
