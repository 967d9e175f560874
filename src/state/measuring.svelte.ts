import type { DistrictDistance, PlaceKnown } from '../../geo/ground/measured-geojson.ts';
import type { PlaceGrade } from '../../geo/ground/uncertainty.ts';
import type { Measurement } from '../../geo/model/border.ts';
import type { Position } from '../../geo/model/incident.ts';
import { byName } from '../text/locale.ts';
import type { MEASURING_MODES } from '../choices.ts';
import type { Data } from './data.svelte.ts';
import { groundLayersOf } from './layers.ts';
import type { MeasuringTools } from './measuring-tools.ts';

export type MeasuringMode = 'off' | (typeof MEASURING_MODES)[number];

/** A path: the length of each leg and of all together, km. */
export interface PathLength {
  legsKm: number[];
  totalKm: number;
}

/** What is asked of a measured place, as the page opens. */
export const MEASURED_AT_FIRST: Readonly<{ grade: PlaceGrade; districtId: string | null }> = Object.freeze({
  grade: 'exact',
  districtId: null,
});

/** The measuring tool: a point's distance from the Durand Line, or the length of a path. */
export class Measuring {
  #data: Data;
  #mode = $state<MeasuringMode>('off');
  #points = $state.raw<readonly Position[]>([]);
  /** How well the measured place is known. */
  grade = $state(MEASURED_AT_FIRST.grade);
  /** The district whose distance is asked for. */
  districtId = $state(MEASURED_AT_FIRST.districtId);

  /** What measures, which the page opens without. */
  #tools = $state.raw<MeasuringTools | null>(null);
  #ground = $derived.by(() => {
    const [layers, tools] = [this.#data.layers, this.#tools];
    return layers && tools && tools.createGround(groundLayersOf(layers));
  });
  #measure = $derived(this.#ground && this.#tools && this.#tools.createMeasure(this.#ground));
  #measurement = $derived.by<Measurement | null>(() => {
    const point = this.#points.at(-1);
    return this.#mode === 'point' && point && this.#measure ? this.#measure(point[0], point[1]) : null;
  });
  #looksSwapped = $derived.by(() => {
    const [ground, tools] = [this.#ground, this.#tools];
    if (!this.#measurement || !ground || !tools) return false;
    return tools.looksSwapped(this.#measurement, (lon, lat) => ground.border.nearest(lon, lat).borderKm);
  });
  #known = $derived.by<PlaceKnown>(() => {
    const [measurement, grade, tools] = [this.#measurement, this.grade, this.#tools];
    if (!measurement || !tools) return { grade, interval: null };
    const range = measurement.district && this.#ground ? this.#ground.ranges(measurement.district.id) : null;
    return { grade, interval: tools.gradeInterval(grade, measurement.borderKm, range) };
  });
  #districts = $derived.by<DistrictDistance[]>(() => {
    const [point, layers, ground] = [this.#points.at(-1), this.#data.layers, this.#ground];
    if (!point || !layers || !ground) return [];
    return layers.districts.features
      .map(({ properties: { id, name } }) => ({ id, name, km: ground.districts.distanceKm(id, point[0], point[1]) }))
      .sort((a, b) => byName(a.name, b.name));
  });
  #path = $derived.by<PathLength | null>(() => {
    if (this.#mode !== 'path' || this.#points.length < 2 || !this.#tools) return null;
    const legs = this.#tools.legsKm(this.#points);
    return { legsKm: legs, totalKm: legs.reduce((sum, km) => sum + km, 0) };
  });

  constructor(data: Data) {
    this.#data = data;
  }

  /** Takes what measures; until then there are places and no figures. */
  equip(tools: MeasuringTools): void {
    this.#tools = tools;
  }

  get mode(): MeasuringMode {
    return this.#mode;
  }

  /** The measured point (mode `point`), or the vertices of the path (mode `path`). */
  get points(): readonly Position[] {
    return this.#points;
  }

  /** Of the measured point, in mode `point`. */
  get measurement(): Measurement | null {
    return this.#measurement;
  }

  /** Whether latitude and longitude of the measured point look exchanged. */
  get looksSwapped(): boolean {
    return this.#looksSwapped;
  }

  /** How well the measured place is known, and what its distance may therefore be. */
  get known(): PlaceKnown {
    return this.#known;
  }

  /** All districts by name, with their distances from the last point; none without a point. */
  get districts(): DistrictDistance[] {
    return this.#districts;
  }

  /** The district that was asked for, with its distance from the last point. */
  get toDistrict(): DistrictDistance | null {
    return this.#districts.find(({ id }) => id === this.districtId) ?? null;
  }

  /** Of the path, in mode `path`, from two vertices on. */
  get path(): PathLength | null {
    return this.#path;
  }

  /** Starts to measure anew in the mode; `off` puts the tool away. */
  use(mode: MeasuringMode): void {
    this.#mode = mode;
    this.#points = [];
  }

  /** Takes a point, in degrees: the one to measure, or the path's next. */
  add(lon: number, lat: number): void {
    if (this.#mode === 'off') this.#mode = 'point';
    this.#points = this.#mode === 'path' ? [...this.#points, [lon, lat]] : [[lon, lat]];
  }

  /** Takes the last point back. */
  undo(): void {
    this.#points = this.#points.slice(0, -1);
  }

  clear(): void {
    this.#points = [];
  }
}
