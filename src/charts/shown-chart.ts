import type { ChartOnPage } from './export-svg.ts';

/** A chart that can be taken elsewhere: as SVG, and in words. All of it is asked for when that is done. */
export interface ShownChart {
  title: () => string;
  /** `null` where none is shown */
  onPage: () => ChartOnPage | null;
  alternative: () => string;
}
