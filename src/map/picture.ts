import { MAP } from '../text/map.ts';
import type { PictureWords } from '../scene/scene.ts';
import type { Palette } from '../scene/palette.ts';

/** CSS pixels */
const MARGIN = 16;
const LINE = 20;
const FONT = '"Inter Variable", system-ui, sans-serif';

/** The map with its title above and its legend and sources below, so that it can stand alone. `ratio` is pixels to a CSS pixel. */
export function framed(
  map: HTMLCanvasElement,
  ratio: number,
  words: PictureWords,
  palette: Palette,
): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  const context = picture.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on.');
  const width = map.width / ratio;
  const height = map.height / ratio;
  const write = (size: number, weight: number, color: string) => {
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillStyle = color;
  };
  write(13, 420, palette.ink);
  const room = width - 2 * MARGIN;
  const shown = wrapped(context, words.shown, room);
  write(11, 420, palette.muted);
  const sources = [words.datasets, words.attribution].flatMap((text) => wrapped(context, text, room));
  const legend = rows(context, words.legend, room);

  const top = MARGIN * 1.5 + LINE * (1 + shown.length);
  const bottom = MARGIN * 2 + LINE * (legend.length + sources.length);
  picture.width = Math.round(width * ratio);
  picture.height = Math.round((top + height + bottom) * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, width, top + height + bottom);
  context.drawImage(map, 0, top, width, height);
  context.textBaseline = 'middle';

  write(17, 620, palette.ink);
  context.fillText(words.title, MARGIN, MARGIN + LINE / 2);
  write(13, 420, palette.ink);
  shown.forEach((text, i) => context.fillText(text, MARGIN, MARGIN + LINE * (1.5 + i)));

  let y = top + height + MARGIN + LINE / 2;
  for (const row of legend) {
    for (const { color, label, x } of row) {
      context.fillStyle = color;
      context.beginPath();
      context.arc(MARGIN + x + 5, y, 5, 0, 2 * Math.PI);
      context.fill();
      write(12, 420, palette.ink);
      context.fillText(label, MARGIN + x + KEY, y);
    }
    y += LINE;
  }
  write(11, 420, palette.muted);
  for (const text of sources) {
    context.fillText(text, MARGIN, y);
    y += LINE;
  }
  return picture;
}

/** Pixels from a legend's dot to its label, and from a label to the next dot. */
const KEY = 16;
const GAP = 18;

interface LegendKey {
  color: string;
  label: string;
  x: number;
}

function rows(context: CanvasRenderingContext2D, legend: PictureWords['legend'], room: number): LegendKey[][] {
  context.font = `420 12px ${FONT}`;
  const found: LegendKey[][] = [[]];
  let x = 0;
  for (const [color, label] of legend) {
    const width = KEY + context.measureText(label).width + GAP;
    if (x > 0 && x + width > room) {
      found.push([]);
      x = 0;
    }
    found[found.length - 1].push({ color, label, x });
    x += width;
  }
  return found;
}

/** A text in lines that fit. */
function wrapped(context: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** A canvas as PNG. Rejects where the browser makes none: it is too large, or memory is short. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(MAP.noPicture))), 'image/png'),
  );
}
