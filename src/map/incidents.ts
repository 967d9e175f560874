import { NO_DISTRICT, pick as picked } from '../../geo/store/columns.ts';
import type { Grouping } from '../../geo/model/groupings.ts';
import { groupCodes, rangeOf } from '../../geo/store/count.ts';
import { cellAt, type Grid } from '../../geo/store/grid.ts';
import type { Store } from '../../geo/store/store.ts';
import type { Sums } from '../../geo/store/sums.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { upperBound } from '../../geo/time/bins.ts';
import { meets, type Window } from '../../geo/time/window.ts';
import { areaCells, areaCounts, areaTally, OPEN_ZOOM, type AreaCounts } from '../scene/areas.ts';
import type { Seen } from '../scene/crowding.ts';
import { SHORT_DAYS } from '../scene/marks.ts';
import { firstMark, rowOfMark } from '../scene/mark-rows.ts';
import { mercatorX, mercatorY, type MercatorPlace } from '../scene/mercator.ts';
import { areaAt, createPicker, type Pick } from '../scene/picking.ts';
import { FORM, type Areas } from '../scene/places.ts';
import { placesOfRows, type Prepared } from '../scene/prepared.ts';
import type { Cells, Frame, Scene } from '../scene/scene.ts';
import { createSeats, type Seats, type ShownRows } from '../scene/seats.ts';
import type { PreparingClient } from '../workers/preparing-client.ts';
import { createPreparer, type Preparer } from '../workers/preparer.ts';
import { AreasDrawing } from './areas.ts';
import { CellsDrawing } from './cells.ts';
import { LeadersDrawing } from './leaders.ts';
import { NO_MARKS, Points, type DrawnRows, type MarkSpan } from './points.ts';
import type { Stage } from './stage.ts';

/** What becomes of the incidents while nothing is asked. */
interface IncidentEvents {
  /** Marks stand for them where cells did, or cells where marks did, or those of other incidents. */
  onStanding: () => void;
  /** Their marks can be drawn. */
  onPrepared: () => void;
  /** They have been seated anew: another may lie under the pointer. */
  onSeated: () => void;
}

/** What can be asked of the marks of a store, once they are prepared. */
interface Ready extends Prepared {
  seats: Seats;
  pick: ReturnType<typeof createPicker>;
  /** `null` where no incident is known to an area only */
  sumsIn: ((window: Window) => Sums) | null;
  /** the mask that `sumsIn` is of, and its grouping */
  mask: Uint8Array | null;
  grouping: Grouping | null;
  sums: Sums | null;
  counts: AreaCounts | null;
  /** the last mask of rows that was drawn, as one of marks */
  drawnMask: { of: Uint8Array; marks: Uint8Array } | null;
}

/** Incidents that are known to a district, or to a region, only. */
export interface HoveredArea {
  /** where their symbol stands, Web Mercator */
  place: MercatorPlace;
  isDistrict: boolean;
  /** of the store; NO_DISTRICT where it knows none of that name */
  district: number;
  tally: ReturnType<typeof areaTally>;
  /** some of them */
  rows: number[];
}

/** So many rows of an area tell what its name is. */
const MOST_NAMED = 50;
/** Marks are seated anew, ms after time was last moved by hand. */
const REST_MS = 700;

/** The scene's incidents on the stage, as marks or as cells, and what of them lies at a place. */
export class Incidents {
  readonly #leaders: LeadersDrawing;
  readonly #areas: AreasDrawing;
  readonly #points: Points;
  readonly #cells: CellsDrawing;
  readonly #preparer: Preparer;
  readonly #events: IncidentEvents;
  #store: Store | null = null;
  #drawn: DrawnRows | null = null;
  #isPlaying = false;
  #selected = -1;
  /** `null` until the marks of the store are prepared */
  #ready: Ready | null = null;
  #grid: Grid | null = null;
  #isLeavingCells = false;
  /** Whether the seats may be given anew, and when. */
  #isToDeal = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #seen: Seen | null = null;
  #waiting: (() => void)[] = [];

  constructor(stage: Stage, scene: Scene, askMarks: PreparingClient['askMarks'], events: IncidentEvents) {
    this.#leaders = new LeadersDrawing(scene.palette, stage);
    this.#areas = new AreasDrawing(scene.palette, stage);
    this.#points = new Points(scene.palette, stage);
    this.#cells = new CellsDrawing(scene.palette, stage);
    for (const drawing of [this.#cells, this.#leaders, this.#areas, this.#points]) stage.add(drawing);
    this.#preparer = createPreparer(askMarks, this.#takePrepared);
    this.#events = events;
  }

  /** Whether cells stand for the marks now. */
  get areCells(): boolean {
    return this.#grid !== null;
  }

  /** Whether there is something to be drawn of the incidents, be they none. */
  get areThere(): boolean {
    return this.#ready !== null || this.#grid !== null;
  }

  /** Takes over what differs from the scene before. Until the marks of new incidents are prepared those from before stay and cannot be picked. */
  show(scene: Scene, before: Scene | null): void {
    const { palette, store, frame, cells, areCellsPending, selection, isPlaying } = scene;
    if (before && palette !== before.palette)
      for (const drawing of [this.#leaders, this.#areas, this.#points, this.#cells]) drawing.setPalette(palette);
    const isNew = store !== before?.store;
    if (isNew) this.#takeStore(store);
    // cells stand for marks that are not prepared: these can wait until all has been at rest for a while
    if (isNew || cells !== before.cells || areCellsPending !== before.areCellsPending)
      this.#preparer.prepare(store, areCellsPending || cells ? 'later' : 'now');
    this.#isPlaying = isPlaying;
    if (isNew || frame !== before.frame) this.#setFrame(store, frame);
    else if (isPlaying !== before.isPlaying) this.#restLater();
    if (isNew || cells !== before.cells) this.#setCells(cells);
    if (isNew || selection !== before.selection) this.#setSelected(selection?.row ?? -1);
  }

  /** Takes what the map shows now: near by, the incidents of areas stand around their symbols. */
  see(seen: Seen): void {
    this.#seen = seen;
    this.#openAreas();
  }

  /** The row or the area under the pointer, -1 for none. */
  setHovered(row: number, area: number): void {
    this.#points.setHovered(this.#marksOf(row));
    this.#areas.setHovered(area);
  }

  /** Draws a cell that is not seen, see CellsDrawing. */
  warm(): void {
    this.#cells.warm();
  }

  /** Whether the incidents of the store can be drawn as they are to be. */
  get isThere(): boolean {
    return this.areThere && !this.#isLeavingCells;
  }

  /** Resolves when the incidents of the store can be drawn. */
  whenThere(): Promise<void> {
    return this.isThere ? Promise.resolve() : new Promise((done) => this.#waiting.push(done));
  }

  /** Gives the seats anew that are to be given anew once all is at rest. */
  rest(): void {
    clearTimeout(this.#resting);
    if (!this.#isToDeal || this.#isPlaying) return;
    this.#seat(true);
    this.#events.onSeated();
  }

  /** The middle of the cell with incidents at a place, degrees. */
  cellAt(lon: number, lat: number): MercatorPlace | null {
    const grid = this.#grid;
    if (!grid) return null;
    const cell = cellAt(grid, mercatorX(lon), mercatorY(lat));
    return cell < 0 ? null : { x: grid.x[cell], y: grid.y[cell] };
  }

  /** The row whose mark lies at the pointer, or -1. */
  rowAt(pointer: Pick): number {
    const { isShown } = this.#shown() ?? {};
    if (!isShown || !this.#ready || this.#grid) return -1;
    const mark = this.#ready.pick(pointer, isShown);
    return mark < 0 ? -1 : rowOfMark(this.#ready.rows, mark);
  }

  /** The area whose symbol lies at the pointer, or -1. */
  areaAt(pointer: Pick): number {
    const { places, counts } = this.#ready ?? {};
    return places && counts && !this.#grid ? areaAt(pointer, places.areas, counts) : -1;
  }

  /** What is known to an area only, of what is shown. */
  areaOf(area: number): HoveredArea | null {
    const [store, drawn, shown] = [this.#store, this.#drawn, this.#shown()];
    const { places, sums, rows: markRows = null } = this.#ready ?? {};
    if (!store || !drawn || !shown || !places || !sums) return null;
    const { areas, groups } = places;
    const { district } = store.columns;
    const [from, to] = [groups.begin[areas.place[area]], groups.begin[areas.place[area] + 1]];
    const rows: number[] = [];
    for (let i = from; i < to && rows.length < MOST_NAMED; i++)
      if (shown.isShown(groups.rows[i])) rows.push(rowOfMark(markRows, groups.rows[i]));
    return {
      place: { x: areas.x[area], y: areas.y[area] },
      isDistrict: areas.form[area] === FORM.ring,
      district: areas.form[area] === FORM.ring && rows.length > 0 ? district[rows[0]] : NO_DISTRICT,
      tally: areaTally(sums, area, drawn.groups, drawn.grouping),
      rows,
    };
  }

  destroy(): void {
    clearTimeout(this.#resting);
    this.#preparer.end();
  }

  #takeStore(store: Store): void {
    this.#store = store;
    this.#drawn = this.#ready = null;
    this.#selected = -1;
    clearTimeout(this.#resting);
    this.#events.onStanding();
  }

  readonly #takePrepared = (prepared: Prepared, store: Store): void => {
    if (store !== this.#store) return;
    const { marks, places, index } = prepared;
    const seats = createSeats(marks, places);
    const pick = createPicker(marks, places, index, seats);
    const counted = { sumsIn: null, mask: null, grouping: null, sums: null, counts: null };
    this.#ready = { ...prepared, seats, pick, ...counted, drawnMask: null };
    this.#points.setMarks(marks, seats.offsets);
    this.#leaders.setMarks(marks);
    this.#areas.setAreas(places.areas);
    this.#openAreas();
    if (this.#drawn) this.#draw(this.#drawn, true);
    this.#setSelected(this.#selected);
    if (this.#isLeavingCells) this.#setCells(null);
    this.#events.onPrepared();
    this.#tell();
  };

  /** Cheap where the mask is the same object as before. */
  #setFrame(store: Store, frame: Frame): void {
    const { start } = store.columns;
    const { from, to } = rangeOf(store, frame.window);
    const near = upperBound(start, frame.window.start - SHORT_DAYS - 1, from, Math.max(from, to));
    const before = this.#drawn;
    this.#drawn = { ...frame, from, to, near };
    if (!this.#ready) return;
    const goesOn = before?.mask === frame.mask && before.groups === frame.groups && isNear(before.window, frame.window);
    this.#draw(this.#drawn, !goesOn);
  }

  #draw(drawn: DrawnRows, isAnew: boolean): void {
    const [ready, store] = [this.#ready, this.#store];
    if (!ready || !store) return;
    this.#countAreas(ready, store, drawn);
    this.#seat(isAnew);
    this.#points.setFrame(drawnMarks(ready, drawn));
    if (!isAnew) this.#restLater();
  }

  #countAreas(ready: Ready, store: Store, { mask, window, groups, grouping }: DrawnRows): void {
    if (ready.places.areas.place.length === 0) return;
    if (!ready.sumsIn || ready.mask !== mask || ready.grouping !== grouping) {
      ready.sumsIn = tallyBy(store, mask, areaCells(placesOfRows(ready), groupCodes(store, grouping), grouping));
      Object.assign(ready, { mask, grouping });
    }
    ready.sums = ready.sumsIn(window);
    ready.counts = areaCounts(ready.sums, groups, grouping);
    this.#areas.setCounts(ready.counts, grouping);
  }

  /** Gives seats to what is shown: anew, or so that what stays keeps its own. While cells stand for the marks nobody sees them. */
  #seat(isAnew: boolean): void {
    const shown = this.#shown();
    if (!shown || !this.#ready) return;
    const { seats } = this.#ready;
    this.#isToDeal = this.#grid !== null || !isAnew;
    if (this.#grid) return;
    if (isAnew) seats.deal(shown);
    else seats.move(shown);
    this.#showSeats(seats);
  }

  #showSeats(seats: Seats): void {
    const change = seats.takeChange();
    if (!change) return;
    this.#points.moveMarks(...change);
    this.#leaders.setLeaders(seats);
  }

  #restLater(): void {
    clearTimeout(this.#resting);
    if (this.#isToDeal && !this.#isPlaying) this.#resting = setTimeout(() => this.rest(), REST_MS);
  }

  #openAreas(): void {
    if (!this.#ready || !this.#seen) return;
    const { seats, places } = this.#ready;
    const open = openedBy(this.#seen, places.areas);
    const before = seats.opened();
    if (open.length === before.length && open.every((area, i) => area === before[i])) return;
    seats.open(open);
    this.#showSeats(seats);
    this.#setSelected(this.#selected);
  }

  /** Of the marks. */
  #shown(): ShownRows | null {
    const [store, drawn, ready] = [this.#store, this.#drawn, this.#ready];
    if (!store || !drawn || !ready) return null;
    const { start, end, group } = store.columns;
    const { window, mask, groups } = drawn;
    const { rows } = ready;
    const isShown = (row: number) =>
      mask[row] === 1 && ((groups >> group[row]) & 1) === 1 && meets(start[row], end[row], window);
    const [from, to] = [firstMark(rows, drawn.from), firstMark(rows, drawn.to)];
    return { from, to, isShown: rows === null ? isShown : (mark) => isShown(rows[mark]) };
  }

  /** Draws cells; `null` draws marks, once these are prepared. */
  #setCells(cells: Cells | null): void {
    this.#isLeavingCells = cells === null && this.#grid !== null && !this.#ready;
    if (this.#isLeavingCells) return;
    const isSame = (cells !== null) === (this.#grid !== null);
    this.#grid = cells?.grid ?? null;
    this.#cells.setCells(cells);
    if (isSame) return;
    if (cells === null) this.#seat(true);
    for (const drawing of [this.#leaders, this.#areas, this.#points]) drawing.setShown(cells === null);
    this.#events.onStanding();
    this.#tell();
  }

  /** A ring is around each of its marks, or around the symbol that it stands in. */
  #setSelected(row: number): void {
    this.#selected = row;
    if (!this.#ready) return;
    const { places, seats } = this.#ready;
    const { from, to } = this.#marksOf(row);
    const area = row < 0 ? -1 : places.areas.at[places.of[from]];
    const isInSymbol = area >= 0 && !seats.opened().includes(area);
    this.#points.setSelected({ from: isInSymbol ? from + 1 : from, to });
    this.#areas.setSelected(isInSymbol ? area : -1);
  }

  /** The marks of a row; none of -1. */
  #marksOf(row: number): MarkSpan {
    if (row < 0 || !this.#ready) return NO_MARKS;
    const { rows } = this.#ready;
    return { from: firstMark(rows, row), to: firstMark(rows, row + 1) };
  }

  #tell(): void {
    for (const done of this.#waiting.splice(0)) done();
  }
}

/** The rows of a frame as marks. The mask stays the same object as long as that of the rows does. */
function drawnMarks(ready: Ready, drawn: DrawnRows): DrawnRows {
  const { rows } = ready;
  if (rows === null) return drawn;
  if (ready.drawnMask?.of !== drawn.mask) ready.drawnMask = { of: drawn.mask, marks: picked(drawn.mask, rows) };
  const [from, to, near] = [drawn.from, drawn.to, drawn.near].map((row) => firstMark(rows, row));
  return { ...drawn, mask: ready.drawnMask.marks, from, to, near };
}

/** Whether what one window shows may be shown by the other too. */
function isNear(a: Window, b: Window): boolean {
  return a.start <= b.end && b.start <= a.end;
}

const NONE: readonly number[] = [];

function openedBy({ zoom, box: [west, north, east, south] }: Seen, { x, y }: Areas) {
  if (zoom < OPEN_ZOOM) return NONE;
  const open: number[] = [];
  for (let area = 0; area < x.length; area++)
    if (x[area] >= west && x[area] <= east && y[area] >= north && y[area] <= south) open.push(area);
  return open;
}
