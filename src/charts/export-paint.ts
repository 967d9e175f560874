/** A colour as SVG of any age can have it: `#rrggbb`, and how opaque it is. */
export interface ChartPaint {
  color: string;
  opacity: number;
}

/** Puts the page into its light colours while something is read off it: all in one task, so that nobody sees it. */
export function inLight<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  if (theme === 'light') return read();
  dataset['theme'] = 'light';
  try {
    return read();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}

const paints = new Map<string, ChartPaint | null>();
let context: CanvasRenderingContext2D | null = null;

/** A 2D context for measuring texts and reading colours. Throws an Error where the browser gives none. */
export function measuringContext(): CanvasRenderingContext2D {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gives no canvas to measure on.');
  return context;
}

/** A computed colour, in whatever form the browser has it; `null` for none and what is not to be seen. */
export function paintOf(computed: string): ChartPaint | null {
  const known = paints.get(computed);
  if (known !== undefined) return known;
  const made = computed === 'none' ? null : readPaint(computed);
  paints.set(computed, made);
  return made;
}

/** Drawn by the browser and read back: it knows all forms of colours. */
function readPaint(computed: string): ChartPaint | null {
  const canvas = measuringContext();
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = '#000000';
  canvas.fillStyle = computed;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return null;
  const color = `#${[r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
  return { color, opacity: Math.round((alpha / 255) * 100) / 100 };
}
