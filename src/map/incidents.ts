import { rangeOf } from '../../geo/store/count.ts';
import { cellAt, type Grid } from '../../geo/store/grid.ts';
import type { Store } from '../../geo/store/store.ts';
import { upperBound } from '../../geo/time/bins.ts';
import { SHORT_DAYS } from '../scene/marks.ts';
import { mercatorX, mercatorY, type MercatorPlace } from '../scene/mercator.ts';
import { createPicker, type Pick } from '../scene/picking.ts';
import type { Prepared } from '../scene/prepared.ts';
import type { Cells, Frame, Scene } from '../scene/scene.ts';
import type { PreparingClient } from '../workers/preparing-client.ts';
import { createPreparer, type Preparer } from '../workers/preparer.ts';
import { CellsDrawing } from './cells.ts';
import { Points, type DrawnRows } from './points.ts';
import type { Stage } from './stage.ts';

/** What becomes of the incidents while nothing is asked. */
interface IncidentEvents {
  /** Marks stand for them where cells did, or cells where marks did, or those of other incidents. */
  onStanding: () => void;
  /** Their marks can be drawn. */
  onPrepared: () => void;
}

/** The scene's incidents on the stage, as marks or as cells, and what of them lies at a place. */
export class Incidents {
  readonly #points: Points;
  readonly #cells: CellsDrawing;
  readonly #preparer: Preparer;
  readonly #events: IncidentEvents;
  #store: Store | null = null;
  #drawn: DrawnRows | null = null;
  #selected = -1;
  /** `null` until the marks of the store are prepared */
  #pick: ((pick: Pick) => number) | null = null;
  #grid: Grid | null = null;
  #isLeavingCells = false;
  #waiting: (() => void)[] = [];

  constructor(stage: Stage, scene: Scene, askMarks: PreparingClient['askMarks'], events: IncidentEvents) {
    this.#points = new Points(scene.palette, stage);
    this.#cells = new CellsDrawing(scene.palette, stage);
    stage.add(this.#cells);
    stage.add(this.#points);
    this.#preparer = createPreparer(askMarks, this.#takePrepared);
    this.#events = events;
  }

  /** Whether cells stand for the marks now. */
  get areCells(): boolean {
    return this.#grid !== null;
  }

  /** Whether there is something to be drawn of the incidents, be they none. */
  get areThere(): boolean {
    return this.#pick !== null || this.#grid !== null;
  }

  /** Takes over what differs from the scene before. Until the marks of new incidents are prepared those from before stay and cannot be picked. */
  show(scene: Scene, before: Scene | null): void {
    const { palette, store, frame, cells, areCellsPending, selection } = scene;
    if (before && palette !== before.palette) {
      this.#points.setPalette(palette);
      this.#cells.setPalette(palette);
    }
    const isNew = store !== before?.store;
    if (isNew) this.#takeStore(store);
    // cells stand for marks that are not prepared: these can wait until all has been at rest for a while
    if (isNew || cells !== before.cells || areCellsPending !== before.areCellsPending)
      this.#preparer.prepare(store, areCellsPending || cells ? 'later' : 'now');
    if (isNew || frame !== before.frame) this.#setFrame(store, frame);
    if (isNew || cells !== before.cells) this.#setCells(cells);
    if (isNew || selection !== before.selection) this.#setSelected(selection?.row ?? -1);
  }

  /** The row under the pointer, or -1. */
  setHovered(row: number): void {
    this.#points.setHovered(row);
  }

  /** Draws a cell that is not seen, see CellsDrawing. */
  warm(): void {
    this.#cells.warm();
  }

  /** Resolves when the incidents of the store can be drawn. */
  whenThere(): Promise<void> {
    return this.areThere && !this.#isLeavingCells ? Promise.resolve() : new Promise((done) => this.#waiting.push(done));
  }

  /** The middle of the cell with incidents at a place, degrees. */
  cellAt(lon: number, lat: number): MercatorPlace | null {
    const grid = this.#grid;
    if (!grid) return null;
    const cell = cellAt(grid, mercatorX(lon), mercatorY(lat));
    return cell < 0 ? null : { x: grid.x[cell], y: grid.y[cell] };
  }

  /** The row whose mark lies at the pointer, or -1. */
  rowAt(pointer: Omit<Pick, 'isDrawn'>): number {
    const [store, drawn] = [this.#store, this.#drawn];
    if (!store || !drawn || !this.#pick || this.#grid) return -1;
    const { end, group } = store.columns;
    const { window, mask, groups, from, to } = drawn;
    return this.#pick({
      ...pointer,
      // no row before `to` begins after the window
      isDrawn: (row) =>
        row >= from && row < to && mask[row] === 1 && ((groups >> group[row]) & 1) === 1 && end[row] >= window.start,
    });
  }

  destroy(): void {
    this.#preparer.end();
  }

  #takeStore(store: Store): void {
    this.#store = store;
    this.#drawn = this.#pick = null;
    this.#selected = -1;
    this.#events.onStanding();
  }

  readonly #takePrepared = ({ marks, places }: Prepared, store: Store): void => {
    if (store !== this.#store) return;
    this.#points.setMarks(marks);
    this.#pick = createPicker(marks, places);
    this.#points.setSelected(this.#selected);
    if (this.#drawn) this.#points.setFrame(this.#drawn);
    if (this.#isLeavingCells) this.#setCells(null);
    this.#events.onPrepared();
    this.#tell();
  };

  /** Cheap where the mask is the same object as before. */
  #setFrame(store: Store, frame: Frame): void {
    const { start } = store.columns;
    const { from, to } = rangeOf(store, frame.window);
    const near = upperBound(start, frame.window.start - SHORT_DAYS - 1, from, Math.max(from, to));
    this.#drawn = { ...frame, from, to, near };
    if (this.#pick) this.#points.setFrame(this.#drawn);
  }

  /** Draws cells; `null` draws marks, once these are prepared. */
  #setCells(cells: Cells | null): void {
    this.#isLeavingCells = cells === null && this.#grid !== null && !this.#pick;
    if (this.#isLeavingCells) return;
    const isSame = (cells !== null) === (this.#grid !== null);
    this.#grid = cells?.grid ?? null;
    this.#cells.setCells(cells);
    if (isSame) return;
    this.#points.setShown(cells === null);
    this.#events.onStanding();
    this.#tell();
  }

  #setSelected(row: number): void {
    this.#selected = row;
    if (this.#pick) this.#points.setSelected(row);
  }

  #tell(): void {
    for (const done of this.#waiting.splice(0)) done();
  }
}
