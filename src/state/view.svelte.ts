import type { Grouping } from '../../geo/model/groupings.ts';
import { FILTER_KEYS, isOn, NO_FILTERS, type Filters, type Range } from '../../geo/store/filter.ts';
import { FIRST_WITHIN_KM } from '../../geo/store/along.ts';
import { FIRST_MEASURE, type Measure } from '../../geo/store/count.ts';
import type { Order } from '../../geo/store/sort.ts';
import type { Day } from '../../geo/model/day.ts';
import { ALL_AREAS } from '../../geo/story/census.ts';
import { fitThumbs, positionAt, thumbsAt, windowAt, type ThumbPosition } from '../../geo/time/position.ts';
import { axisWith, fitAxis, zoomAxis } from '../../geo/time/axis.ts';
import { FIRST_MODE, FIRST_STEP, type Mode, type Step, type Window } from '../../geo/time/window.ts';
import { FIRST_OPTIONS, type ViewOptions } from '../../geo/views/options.ts';
import type {
  Analysis,
  Choropleth,
  DensityChoice,
  DiagramSides,
  Difference,
  Panel,
  StoryPlace,
  Theme,
  Units,
} from '../choices.ts';
import type { Camera } from '../scene/scene.ts';

/** The settings that are one value each. */
interface Settings {
  mode: Mode;
  step: Step;
  /** The id of the incident whose panel is open. */
  selected: string | null;
  /** The id of the phase that was chosen last and whose window still stands. */
  phase: string | null;
  /** What the colours tell. */
  grouping: Grouping;
  choropleth: Choropleth;
  bands: boolean;
  density: DensityChoice;
  /** What the histogram stacks. */
  histogram: Measure;
  /** The area whose census stands behind the histogram: its name, ALL_AREAS or NO_CENSUS. */
  census: string;
  /** The series of annual totals under the histogram, `source|scope`. */
  totals: string | null;
  theme: Theme;
  units: Units;
  panel: Panel | null;
  /** What stands above the timeline. */
  analysis: Analysis | null;
  withinKm: number;
  diagramSides: DiagramSides;
  /** What two windows differ by, and whether each has a map of its own. */
  difference: Difference;
  twoMaps: boolean;
  /** What of the stories is open. */
  story: StoryPlace | null;
  /** How the list is sorted. */
  order: Order;
  /** Whether the map is a globe. */
  globe: boolean;
  /** Where the map looks; `null` until it has come to rest for the first time. */
  camera: Camera | null;
}

/** What is open first where none was. */
const FIRST_ANALYSIS: Analysis = 'trends';

/** What holds until the reader chooses otherwise. */
export const AT_FIRST: Readonly<Settings> = Object.freeze({
  mode: FIRST_MODE,
  step: FIRST_STEP,
  selected: null,
  phase: null,
  grouping: 'type',
  choropleth: 'none',
  bands: false,
  density: 'auto',
  histogram: FIRST_MEASURE,
  census: ALL_AREAS,
  totals: null,
  theme: 'system',
  units: 'km',
  panel: null,
  analysis: null,
  withinKm: FIRST_WITHIN_KM,
  diagramSides: 'both',
  difference: 'rate',
  twoMaps: false,
  story: null,
  order: Object.freeze({ key: 'date', descending: true } as const),
  globe: false,
  camera: null,
});

interface DataReach {
  all: Window;
  near: Window;
}

/** What the reader has chosen to see: the only state that user actions write and that the permalink keeps. */
export class View implements Settings {
  /** First to last day of the data, and of those that are not far from the rest in time. */
  #reach = $state.raw<DataReach>({ all: { start: 0, end: 0 }, near: { start: 0, end: 0 } });
  #leavesOutFar = $state(false);
  /** The stretch of time that the reader has zoomed to; `null` for all that the slider can reach. */
  #zoom = $state.raw<Window | null>(null);
  /** Where the thumbs were put, and how many steps they have gone from there. */
  position = $state.raw<ThumbPosition>(positionAt({ start: 0, end: 0 }));
  filters = $state.raw<Filters>(NO_FILTERS);
  selected = $state(AT_FIRST.selected);
  phase = $state(AT_FIRST.phase);
  grouping = $state(AT_FIRST.grouping);
  choropleth = $state(AT_FIRST.choropleth);
  bands = $state(AT_FIRST.bands);
  density = $state(AT_FIRST.density);
  histogram = $state(AT_FIRST.histogram);
  census = $state(AT_FIRST.census);
  totals = $state(AT_FIRST.totals);
  theme = $state(AT_FIRST.theme);
  units = $state(AT_FIRST.units);
  panel = $state(AT_FIRST.panel);
  options = $state.raw(FIRST_OPTIONS);
  withinKm = $state(AT_FIRST.withinKm);
  diagramSides = $state(AT_FIRST.diagramSides);
  difference = $state(AT_FIRST.difference);
  twoMaps = $state(AT_FIRST.twoMaps);
  story = $state.raw(AT_FIRST.story);
  order = $state.raw(AT_FIRST.order);
  globe = $state(AT_FIRST.globe);
  camera = $state.raw(AT_FIRST.camera);

  #analysis = $state(AT_FIRST.analysis);
  #lastAnalysis = $state<Analysis>(FIRST_ANALYSIS);

  #extent = $derived(this.#leavesOutFar ? this.#reach.near : this.#reach.all);
  #axis = $derived(this.#zoom ? fitAxis(this.#zoom, this.extent) : this.extent);
  #mode = $state(AT_FIRST.mode);
  #step = $state(AT_FIRST.step);
  #thumbs = $derived(thumbsAt(this.position, this));
  #window = $derived(windowAt(this.position, this));

  /** First to last day that the slider can reach. */
  get extent(): Window {
    return this.#extent;
  }

  set extent(extent: Window) {
    this.#reach = { all: extent, near: extent };
  }

  /** Whether the slider leaves out the incidents that are far from the rest in time. */
  get leavesOutFar(): boolean {
    return this.#leavesOutFar;
  }

  /** The days along which the timeline goes: the extent, or a part of it. */
  get axis(): Window {
    return this.#axis;
  }

  get zoomed(): boolean {
    return !isSame(this.axis, this.extent);
  }

  /** The two thumbs of the slider; what they stand for depends on `mode`. Only as a window must they be in order. */
  get thumbs(): Window {
    return this.#thumbs;
  }

  set thumbs(thumbs: Window) {
    this.position = positionAt(thumbs);
  }

  get mode(): Mode {
    return this.#mode;
  }

  get analysis(): Analysis | null {
    return this.#analysis;
  }

  set analysis(analysis: Analysis | null) {
    this.#analysis = analysis;
    if (analysis) this.#lastAnalysis = analysis;
  }

  /** Opens an analysis or, where it is open, closes it; the one that was open last, if none is named. */
  toggleAnalysis(which: Analysis = this.analysis ?? this.#lastAnalysis): void {
    this.analysis = this.analysis === which ? null : which;
  }

  /** Changes some options of the analyses. */
  choose(change: Partial<ViewOptions>): void {
    this.options = { ...this.options, ...change };
  }

  /** The thumbs stay where they are, and steps count from there. */
  set mode(mode: Mode) {
    const { thumbs } = this;
    this.#mode = mode;
    this.thumbs = thumbs;
  }

  get step(): Step {
    return this.#step;
  }

  /** The thumbs stay where they are, and steps count from there. */
  set step(step: Step) {
    const { thumbs } = this;
    this.#step = step;
    this.thumbs = thumbs;
  }

  /** The days on show. */
  get window(): Window {
    return this.#window;
  }

  /**
   * Sets how far the data reach: all of them, and those near each other in time. A window over all time stays one; any
   * other stays where it is, inside the extent.
   */
  setExtent(all: Window, near: Window = all): void {
    this.#stretch(() => (this.#reach = { all, near }));
  }

  /** Leaves out of the slider what is far from the rest in time, or takes it in again. A window over all time stays one. */
  leaveOutFar(leavesOut: boolean): void {
    this.#stretch(() => (this.#leavesOutFar = leavesOut));
  }

  #stretch(change: () => void): void {
    const { thumbs, extent, phase } = this;
    change();
    if (isSame(extent, this.extent)) return;
    const { start, end } = isSame(thumbs, extent) ? this.extent : thumbs;
    this.setThumbs(start, end);
    this.phase = phase;
  }

  /** Shows a stretch of time along the whole timeline; `null` shows all of it. */
  zoomTo(days: Window | null): void {
    const axis = days && fitAxis(days, this.extent);
    this.#zoom = axis && !isSame(axis, this.extent) ? axis : null;
  }

  /** Makes the axis `factor` times as long, about a time: that of the window where it is in sight. */
  zoomBy(factor: number, about = this.#middle()): void {
    this.zoomTo(zoomAxis(this.axis, this.extent, factor, about));
  }

  #middle(): number {
    const [from, to] = [Math.max(this.axis.start, this.window.start), Math.min(this.axis.end, this.window.end) + 1];
    return to > from ? (from + to) / 2 : (this.axis.start + this.axis.end + 1) / 2;
  }

  /** Moves the axis to where the days are in sight; those that the thumbs show and that move, if none are named. */
  bringInSight(days = this.#moving()): void {
    this.zoomTo(axisWith(this.axis, days, this.extent));
  }

  #moving(): Window {
    const { start, end } = this.thumbs;
    if (this.mode === 'from-start') return { start: end, end };
    return this.mode === 'to-end' ? { start, end: start } : this.window;
  }

  /** Sets both thumbs, and brings them in sight. */
  goTo(start: Day, end: Day): void {
    this.setThumbs(start, end);
    this.bringInSight();
  }

  /** Sets both thumbs inside the extent; as a window, in order. */
  setThumbs(start: Day, end: Day): void {
    this.thumbs = fitThumbs({ start, end }, this.extent, this.mode);
    this.phase = null;
  }

  /** Changes what the thumbs stand for. They stay; as a window, one that has passed the other changes place with it. */
  setMode(mode: Mode): void {
    this.mode = mode;
    this.setThumbs(this.thumbs.start, this.thumbs.end);
  }

  /** The whole extent, as at the start. */
  showAllTime(): void {
    this.mode = 'window';
    this.zoomTo(null);
    this.setThumbs(this.extent.start, this.extent.end);
  }

  /** Changes some filters and keeps the others. */
  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
  }

  /**
   * Filters by a stretch of the border, km along it, and by the diagram's distance, so that everything else shows what
   * the stretch of the diagram shows; `null` takes both away.
   */
  brushBorder(alongKm: Range | null): void {
    const { borderKm } = this.filters;
    const brushed = this.filters.alongKm !== null;
    if (alongKm === null) {
      if (brushed)
        this.filter({ alongKm, borderKm: borderKm?.max === this.withinKm && borderKm.min === null ? null : borderKm });
      return;
    }
    // a nearest distance beyond the diagram's would leave nothing
    const min = borderKm?.min ?? null;
    this.filter({ alongKm, borderKm: { min: min !== null && min <= this.withinKm ? min : null, max: this.withinKm } });
  }

  /** Sets the diagram's distance, and with it the filter of a brush. */
  setWithin(km: number): void {
    this.withinKm = km;
    if (this.filters.alongKm) this.brushBorder(this.filters.alongKm);
  }

  clearFilters(): void {
    this.filters = NO_FILTERS;
  }

  /** Whether any filter is on. */
  get filtered(): boolean {
    return FILTER_KEYS.some((key) => isOn(this.filters, key));
  }
}

function isSame(a: Window, b: Window): boolean {
  return a.start === b.start && a.end === b.end;
}
