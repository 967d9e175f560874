import type { Grid } from '../../geo/store/grid.ts';

/** Where the map looks: degrees; bearing and pitch in degrees. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

/** A grid that is drawn, with the least value of each of its classes, see classIn. */
export interface Cells {
  grid: Grid;
  limits: readonly number[];
}

/** What is written around a picture of the map. */
export interface PictureWords {
  title: string;
  /** the window and the filters */
  shown: string;
  datasets: string;
  attribution: string;
  /** a colour and what it stands for */
  legend: readonly (readonly [color: string, label: string])[];
}
