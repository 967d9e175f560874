/** A held pointer that is less far from where it was pressed has clicked, not dragged. */
const CLICK_PIXELS = 4;

/** A place on a chart, in pixels from its left and its top. */
export interface ChartPlace {
  x: number;
  y: number;
}

/** What is drawn with a pointer that is held: from where it was pressed to where it is. */
export interface Stroke {
  from: ChartPlace;
  to: ChartPlace;
  /** It has been wide, though it may be narrow again. */
  dragged: boolean;
}

interface Listeners {
  /** The pointer is here, held or not; `null` when it has left. */
  onpoint?: (place: ChartPlace | null) => void;
  /** The chart is pressed. */
  onpress?: (place: ChartPlace, event: PointerEvent) => void;
  /** The pointer moves while it is held, once the stroke has been wide. */
  ondrag?: (stroke: Stroke) => void;
  /** The pointer is let go: the stroke is done. Not where the browser takes the pointer away. */
  onrelease?: (stroke: Stroke) => void;
}

type On = PointerEvent & { currentTarget: HTMLElement };

/** Whether a stroke is more than a click: across the chart alone, as that is the way that time and distance go. */
export function isWide({ from, to }: Pick<Stroke, 'from' | 'to'>): boolean {
  return Math.abs(from.x - to.x) >= CLICK_PIXELS;
}

/** What lets a chart be drawn on with the pointer: `handlers` go on its surface, `stroke` is what is being drawn. */
export function createBrush({ onpoint, onpress, ondrag, onrelease }: Listeners) {
  let stroke = $state.raw<Stroke | null>(null);

  const handlers = {
    onpointerdown(event: On) {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeOf(event);
      stroke = { from: place, to: place, dragged: false };
      onpress?.(place, event);
    },
    onpointermove(event: On) {
      const to = placeOf(event);
      onpoint?.(to);
      if (!stroke) return;
      const { from, dragged } = stroke;
      stroke = { from, to, dragged: dragged || isWide({ from, to }) };
      if (stroke.dragged) ondrag?.(stroke);
    },
    onpointerup() {
      const done = stroke;
      stroke = null;
      if (done) onrelease?.(done);
    },
    onpointercancel() {
      stroke = null;
    },
    onpointerleave() {
      onpoint?.(null);
    },
  };

  return {
    handlers,
    get stroke() {
      return stroke;
    },
    /** Lets go of what is drawn: nothing was. */
    cancel() {
      stroke = null;
    },
  };
}

function placeOf({ clientX, clientY, currentTarget }: On): ChartPlace {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
