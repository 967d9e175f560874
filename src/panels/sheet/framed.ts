import { isFromRight, wrapped } from '../../charts/wrap.ts';
import { contextOf } from '../../scene/canvas.ts';
import type { Palette } from '../../scene/palette.ts';
import type { KeySymbol } from './symbols.ts';
import type { KeyGroup, MapSheet } from './sheet.ts';

/** CSS pixels */
const MARGIN = 16;
const LINE = 20;
/** of what is in the smallest letters, and the room above it */
const [FINE_LINE, TO_FINE] = [16, 6];
const FONT = '"Inter Variable", system-ui, sans-serif';
/** From a symbol to its label, from a head to the first symbol, from a label to the next symbol and to the next group. */
const [TO_LABEL, TO_ENTRY, GAP, GROUP_GAP] = [6, 8, 14, 24];
const [TITLE, TEXT, KEY, FINE] = [17, 13, 12, 11];
const STRONG = 620;

/** What stands in a row of the key. */
interface Placed {
  head: string | null;
  symbol: KeySymbol;
  label: string;
  x: number;
}
interface Row {
  height: number;
  placed: Placed[];
}

/** A sheet laid out for a width: what stands above the map, and what below it. CSS pixels. */
export interface SheetFrame {
  width: number;
  top: number;
  bottom: number;
  title: readonly string[];
  shown: readonly string[];
  /** of whoever makes it; empty for none */
  note: readonly string[];
  key: readonly Row[];
  /** caveats and sources */
  fine: readonly string[];
}

/** Lays out the words and the key of a sheet. */
export function frameOf(sheet: MapSheet, width: number): SheetFrame {
  const context = contextOf(document.createElement('canvas'));
  const room = width - 2 * MARGIN;
  const wrap = (text: string, size: number, weight?: number) =>
    wrapped(text, (part) => textWidth(context, part, size, weight), room);
  const title = wrap(sheet.title, TITLE, STRONG);
  const shown = wrap(sheet.shown, TEXT);
  const note = sheet.note === '' ? [] : wrap(sheet.note, TEXT);
  const key = rowsOf(context, sheet.key, room);
  const fine = [sheet.caveats.join(' '), sheet.sources].flatMap((text) => wrap(text, FINE));
  const keyHeight = key.reduce((sum, { height }) => sum + height, 0);
  return {
    ...{ width, title, shown, note, key, fine },
    top: MARGIN * 1.5 + LINE * (title.length + shown.length),
    bottom: MARGIN * 2 + noteHeight(note) + keyHeight + TO_FINE + FINE_LINE * fine.length,
  };
}

/** What a note takes of the height, with the room below it. */
function noteHeight(note: readonly string[]): number {
  return note.length === 0 ? 0 : LINE * note.length + TO_ENTRY;
}

/** The map with its title above and its note, key, caveats and sources below, so that it can stand alone. `ratio` is pixels to a CSS pixel. */
export function framed(map: HTMLCanvasElement, ratio: number, frame: SheetFrame, palette: Palette): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  const [width, height] = [map.width / ratio, map.height / ratio];
  picture.width = Math.round(frame.width * ratio); // the map is up to a CSS pixel wider where that is no whole number
  picture.height = Math.round((frame.top + height + frame.bottom) * ratio);
  const context = contextOf(picture);
  context.scale(ratio, ratio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(map, 0, Math.round(frame.top * ratio) / ratio, width, height);
  context.textBaseline = 'middle';

  write(context, TITLE, palette.ink, STRONG);
  drawLines(context, frame.title, MARGIN, frame.width);
  write(context, TEXT, palette.ink);
  drawLines(context, frame.shown, MARGIN + LINE * frame.title.length, frame.width);

  let y = frame.top + height + MARGIN;
  drawLines(context, frame.note, y, frame.width);
  y += noteHeight(frame.note);
  for (const row of frame.key) {
    drawRow(context, row, y, palette);
    y += row.height;
  }
  write(context, FINE, palette.muted);
  drawLines(context, frame.fine, y + TO_FINE, frame.width, FINE_LINE);
  return picture;
}

/** Lines of text, from the side that their first letter begins at. */
function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  top: number,
  width: number,
  height = LINE,
): void {
  const fromRight = isFromRight(lines.join(' '));
  context.direction = fromRight ? 'rtl' : 'ltr';
  lines.forEach((text, i) => context.fillText(text, fromRight ? width - MARGIN : MARGIN, top + height * (i + 0.5)));
  context.direction = 'ltr';
}

function drawRow(context: CanvasRenderingContext2D, { height, placed }: Row, top: number, { ink }: Palette): void {
  const y = top + height / 2;
  for (const { head, symbol, label, x } of placed) {
    let at = MARGIN + x;
    if (head !== null) {
      write(context, KEY, ink, STRONG);
      context.fillText(head, at, y);
      at += context.measureText(head).width + TO_ENTRY;
    }
    drawSymbol(context, symbol, at, y - symbol.height / 2);
    write(context, KEY, ink);
    context.fillText(label, at + symbol.width + TO_LABEL, y);
  }
}

function drawSymbol(context: CanvasRenderingContext2D, { strokes }: KeySymbol, x: number, y: number): void {
  for (const { d, fill, stroke, width = 1, dash = [], cap = 'round', opacity = 1 } of strokes) {
    const path = new Path2D(d);
    context.save();
    context.translate(x, y);
    context.globalAlpha = opacity;
    if (fill) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.lineCap = cap;
      context.setLineDash([...dash]);
      context.stroke(path);
    }
    context.restore();
  }
}

/** The key in rows: a group that has room in one is not parted, and a head stays with its first entry. */
function rowsOf(context: CanvasRenderingContext2D, key: readonly KeyGroup[], room: number): Row[] {
  const rows: Row[] = [];
  let x = Infinity;
  for (const { head, entries } of key) {
    const widths = entries.map(({ symbol, label }, i) => {
      const leading = head === null || i > 0 ? 0 : textWidth(context, head, KEY, STRONG) + TO_ENTRY;
      return leading + symbol.width + TO_LABEL + textWidth(context, label, KEY);
    });
    const whole = widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1));
    if (x + whole > room && whole <= room) x = Infinity;
    for (const [i, { symbol, label }] of entries.entries()) {
      if (x + widths[i] > room) {
        rows.push({ height: LINE, placed: [] });
        x = 0;
      }
      const row = rows[rows.length - 1];
      row.placed.push({ head: i === 0 ? head : null, symbol, label, x });
      row.height = Math.max(row.height, symbol.height + 4);
      x += widths[i] + (i === entries.length - 1 ? GROUP_GAP : GAP);
    }
  }
  return rows;
}

function textWidth(context: CanvasRenderingContext2D, text: string, size: number, weight = 420): number {
  write(context, size, '#000000', weight);
  return context.measureText(text).width;
}

function write(context: CanvasRenderingContext2D, size: number, color: string, weight = 420): void {
  context.font = `${weight} ${size}px ${FONT}`;
  context.fillStyle = color;
}
