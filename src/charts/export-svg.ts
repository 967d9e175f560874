import { wrapped } from './wrap.ts';
import { inLight, measuringContext, paintOf } from './export-paint.ts';

/** A chart as it stands on the page. */
export interface ChartOnPage {
  /** What of the page is the chart, from above to below: svg and the words around it. */
  parts: readonly Element[];
  /** What its colours stand for, where the parts do not say it; `like` is drawn in the colour. */
  key?: readonly { label: string; like: Element }[];
}

/** What stands around the chart, and for those who do not see it. */
export interface ChartCaption {
  title: string;
  /** the alternative text */
  alternative: string;
  /** below it: time, filters, sources, what must be known; a line each */
  lines: readonly string[];
}

const SVG = 'http://www.w3.org/2000/svg';
const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', sans-serif";
const [INK, MUTED, PAPER] = ['#1f2328', '#5b626b', '#ffffff'];
/** CSS pixels. */
const [PAD, GAP, LEAST_WIDTH] = [16, 8, 480];
const [TITLE, TEXT, NOTE] = [16, 12, 11];
const LEADING = 1.4;

/** What is there for pointers and screen readers, and no part of the picture. */
const APART =
  'input, select, figcaption, .thumbs, .unseen, .away, .panel, .drawn, .pointed, [data-testid=trend-surface]';

/** What surrounds an element: what its places are told from, what cuts it, and how much is seen of it. */
interface Around {
  left: number;
  top: number;
  /** on the page, pixels */
  clip: Edges | null;
  opacity: number;
}
interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** XML has no place for these, and a text of a file may hold them. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const clean = (text: string) => text.replaceAll(NOT_XML, '');

/** Collects the elements of one picture; ids are its own. */
class SvgDrawing {
  readonly root = document.implementation.createDocument(SVG, 'svg').documentElement as unknown as SVGSVGElement;
  readonly defs = this.#create('defs', {});
  #ids = 0;

  #create(name: string, attributes: Attributes, text: string | null = null): Element {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes))
      if (value !== null) element.setAttribute(key, typeof value === 'number' ? String(round(value)) : clean(value));
    if (text !== null) element.textContent = clean(text);
    return element;
  }

  add(to: Element, name: string, attributes: Attributes, text: string | null = null): Element {
    return to.appendChild(this.#create(name, attributes, text));
  }

  /** A definition; gives its id. */
  define(name: string, attributes: Attributes): { element: Element; id: string } {
    const id = `d${++this.#ids}`;
    return { id, element: this.add(this.defs, name, { id, ...attributes }) };
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The chart as an SVG file that stands alone: on a light ground, with heading, key and sources, and no style to look up. */
export function chartSvg(chart: ChartOnPage, caption: ChartCaption): string {
  const drawing = new SvgDrawing();
  const { root, defs } = drawing;
  const sizes = chart.parts.map(sizeOf);
  const width = Math.ceil(Math.max(LEAST_WIDTH, ...sizes.map((size) => size.width)) + 2 * PAD);
  drawing.add(root, 'title', {}, caption.title);
  drawing.add(root, 'desc', {}, caption.alternative);
  root.appendChild(defs);
  const ground = drawing.add(root, 'rect', { width, height: 0, fill: PAPER });

  let y = PAD;
  /** Lines of words, as many as the width takes. */
  const write = (text: string, size: number, fill: string, weight: number | null = null) => {
    for (const line of wrapped(text, (part) => textWidth(part, size, weight), width - 2 * PAD)) {
      y += size * LEADING;
      const style = { fill, 'font-size': size, 'font-weight': weight };
      drawing.add(root, 'text', { x: PAD, y: y - size * (LEADING - 1), ...style }, line);
    }
  };
  write(caption.title, TITLE, INK, 600);
  y += GAP;
  inLight(() => {
    chart.parts.forEach((part, i) => {
      const { left, top } = part.getBoundingClientRect();
      const group = drawing.add(root, 'g', { transform: `translate(${PAD} ${round(y)})` });
      drawElement(drawing, group, part, { left, top, clip: null, opacity: 1 });
      y += sizes[i].height + GAP;
      y = drawTimes(drawing, part, { left, top: y });
    });
    y = drawKey(drawing, chart.key ?? [], width, y);
  });
  for (const line of caption.lines) write(line, NOTE, MUTED);

  const height = Math.ceil(y + PAD);
  ground.setAttribute('height', String(height));
  for (const [name, value] of Object.entries({
    ...{ width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'font-family': FONT, 'font-size': TEXT },
  }))
    root.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(root);
}

/** What the lines of a chart stand for that takes its axis from the page's timeline; gives where it ends. */
function drawTimes(drawing: SvgDrawing, part: Element, { left, top }: { left: number; top: number }): number {
  const lines = [...part.querySelectorAll<SVGElement>('[data-time]')];
  for (const line of lines) {
    const x = PAD + line.getBoundingClientRect().left - left;
    const style = { fill: MUTED, 'font-size': NOTE };
    drawing.add(drawing.root, 'text', { x, y: top + NOTE - GAP / 2, ...style }, line.dataset['time'] ?? '');
  }
  return lines.length > 0 ? top + NOTE * LEADING : top;
}

/** What a part takes, also of what is scrolled out of sight. */
function sizeOf(part: Element): { width: number; height: number } {
  const { width, height } = part.getBoundingClientRect();
  return { width: Math.max(width, part.scrollWidth), height: Math.max(height, part.scrollHeight) };
}

function drawElement(drawing: SvgDrawing, to: Element, element: Element, around: Around): void {
  if (element.matches(APART)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility !== 'visible') return;
  const own = { ...around, opacity: around.opacity * Number(style.opacity) };
  if (element instanceof SVGSVGElement) return drawSvg(drawing, to, element, style, own);
  const box = element.getBoundingClientRect();
  drawBox(drawing, to, box, style, own);
  if (/hidden|clip/.test(style.overflowX)) own.clip = cut(own.clip, box);
  for (const child of element.childNodes) {
    if (child instanceof Text) drawText(drawing, to, child, style, own);
    else if (child instanceof Element) drawElement(drawing, to, child, own);
  }
}

function cut(a: Edges | null, b: Edges): Edges {
  if (!a) return { left: b.left, top: b.top, right: b.right, bottom: b.bottom };
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The ground and the edges of an element of the page. */
function drawBox(drawing: SvgDrawing, to: Element, box: DOMRect, style: CSSStyleDeclaration, around: Around): void {
  const { left, top, right, bottom } = around.clip ? cut(around.clip, box) : box;
  if (right <= left || bottom <= top) return;
  const [x, y, width, height] = [left - around.left, top - around.top, right - left, bottom - top];
  const ground = paintOf(style.backgroundColor);
  const opacity = (own: number) => seen(own * around.opacity);
  if (ground)
    drawing.add(to, 'rect', { x, y, width, height, fill: ground.color, 'fill-opacity': opacity(ground.opacity) });
  const edges = [
    [style.borderTopWidth, style.borderTopStyle, style.borderTopColor, `M${round(x)} ${round(y)}h${round(width)}`],
    [
      style.borderBottomWidth,
      style.borderBottomStyle,
      style.borderBottomColor,
      `M${round(x)} ${round(y + height)}h${round(width)}`,
    ],
    [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor, `M${round(x)} ${round(y)}v${round(height)}`],
    [
      style.borderRightWidth,
      style.borderRightStyle,
      style.borderRightColor,
      `M${round(x + width)} ${round(y)}v${round(height)}`,
    ],
  ] as const;
  for (const [size, kind, color, d] of edges) {
    const line = parseFloat(size) > 0 && kind !== 'none' ? paintOf(color) : null;
    if (!line) continue;
    const dashes = kind === 'dashed' ? '3 2' : null;
    drawing.add(to, 'path', {
      ...{ d, stroke: line.color, 'stroke-width': parseFloat(size), 'stroke-opacity': opacity(line.opacity) },
      'stroke-dasharray': dashes,
    });
  }
}

/** An opacity worth writing. */
const seen = (opacity: number) => (opacity < 0.995 ? opacity : null);

/** The words of a text node, line by line as the page has broken them; what its box cuts ends with dots. */
function drawText(drawing: SvgDrawing, to: Element, node: Text, style: CSSStyleDeclaration, around: Around): void {
  if (node.data.trim() === '') return;
  const paint = paintOf(style.color);
  if (!paint) return;
  for (const line of linesOf(node, around.clip)) {
    const anchor: string = ANCHORS[style.textAlign] ?? 'start';
    const x = anchor === 'start' ? line.left : anchor === 'end' ? line.right : (line.left + line.right) / 2;
    drawing.add(
      ...([to, 'text'] as const),
      {
        ...{
          x: x - around.left,
          y: baselineOf(line, style) - around.top,
          'text-anchor': anchor === 'start' ? null : anchor,
        },
        ...fontOf(style),
        ...{ fill: paint.color, 'fill-opacity': seen(paint.opacity * around.opacity) },
      },
      line.text,
    );
  }
}

const ANCHORS: Readonly<Record<string, 'middle' | 'end'>> = { center: 'middle', end: 'end', right: 'end' };

function fontOf({ fontSize, fontWeight }: CSSStyleDeclaration): Attributes {
  return { 'font-size': parseFloat(fontSize), 'font-weight': Number(fontWeight) >= 550 ? 600 : null };
}

interface TextLine extends Edges {
  text: string;
}

function linesOf(node: Text, clip: Edges | null): TextLine[] {
  const lines: TextLine[] = [];
  const range = document.createRange();
  for (let at = 0; at < node.length;) {
    const end = at + ((node.data.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    range.setStart(node, at);
    range.setEnd(node, end);
    const letter = node.data.slice(at, end);
    at = end;
    const box = range.getClientRects()[0];
    if (!box || box.height === 0) continue;
    const line = lines.at(-1);
    const isSame = line !== undefined && Math.abs(line.top - box.top) < box.height / 2;
    if (isSame) Object.assign(line, { text: line.text + letter, ...joined(line, box) });
    else lines.push({ text: letter, left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text, top, bottom }) => text !== '' && (!clip || (top + bottom) / 2 < clip.bottom + 1))
    .flatMap((line) => (clip && line.right > clip.right + 1 ? shortened(line, clip) : [line]));
}

const joined = (a: Edges, b: Edges): Edges => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** As much of a line as its box has room for. */
function shortened(line: TextLine, clip: Edges): TextLine[] {
  const letters = [...line.text];
  const share = (clip.right - line.left) / (line.right - line.left);
  const room = Math.floor(letters.length * share) - 1;
  if (room < 1) return [];
  return [{ ...line, right: clip.right, text: `${letters.slice(0, room).join('').trimEnd()}…` }];
}

function baselineOf({ top, bottom }: Edges, { fontSize, fontWeight, fontFamily }: CSSStyleDeclaration): number {
  const context = measuringContext();
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x');
  return top + ((bottom - top) * above) / (above + below);
}

/** An svg of the page: each of its shapes where it is seen, cut as the page cuts it. */
function drawSvg(
  drawing: SvgDrawing,
  to: Element,
  svg: SVGSVGElement,
  style: CSSStyleDeclaration,
  around: Around,
): void {
  const box = svg.getBoundingClientRect();
  const inset = insetOf(style.clipPath);
  const own: Edges = {
    left: box.left + inset[3],
    top: box.top + inset[0],
    right: box.right - inset[1],
    bottom: box.bottom - inset[2],
  };
  const clip = style.overflowX === 'visible' && style.clipPath === 'none' ? around.clip : cut(around.clip, own);
  if (clip && (clip.right <= clip.left || clip.bottom <= clip.top)) return;
  const ground = paintOf(style.backgroundColor);
  const [x, y] = [box.left - around.left, box.top - around.top];
  if (ground) drawing.add(to, 'rect', { x, y, width: box.width, height: box.height, fill: ground.color });
  const group = drawing.add(to, 'g', { 'clip-path': clip && `url(#${clipId(drawing, clip, around)})` });
  for (const child of svg.children) drawShape(drawing, group, child, around);
  if (!group.hasChildNodes()) group.remove();
}

function clipId(drawing: SvgDrawing, { left, top, right, bottom }: Edges, around: Around): string {
  const { id, element } = drawing.define('clipPath', {});
  drawing.add(element, 'rect', {
    ...{ x: left - around.left, y: top - around.top, width: right - left, height: bottom - top },
  });
  return id;
}

/** `inset(0px 12px 0px 44px)`, with one to four figures, as pixels. */
function insetOf(clipPath: string): readonly number[] {
  const figures = /^inset\(([^)]*)\)$/.exec(clipPath)?.[1].split(/\s+/).map(parseFloat) ?? [0];
  const [top = 0, right = top, bottom = top, left = right] = figures;
  return [top, right, bottom, left];
}

/** What tells where a shape is and what it looks like without any style. */
const GEOMETRY = ['d', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'x2', 'y1', 'y2', 'points'];
const SHAPES = 'path, rect, circle, ellipse, line, polygon, polyline, text';

function drawShape(drawing: SvgDrawing, to: Element, element: Element, around: Around): void {
  if (!(element instanceof SVGGraphicsElement)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility !== 'visible') return;
  const own = { ...around, opacity: around.opacity * Number(style.opacity) };
  if (!element.matches(SHAPES)) {
    for (const child of element.children) drawShape(drawing, to, child, own);
    return;
  }
  const look = lookOf(drawing, style, own.opacity);
  if (!look) return;
  const text = element instanceof SVGTextElement ? element.textContent : null;
  const font =
    text === null ? {} : { ...fontOf(style), 'text-anchor': style.textAnchor === 'start' ? null : style.textAnchor };
  drawing.add(
    to,
    element.localName,
    { ...geometryOf(element), transform: matrixOf(element, around), ...look, ...font },
    text,
  );
}

function geometryOf(element: Element): Attributes {
  return Object.fromEntries(GEOMETRY.map((name) => [name, element.getAttribute(name)]));
}

/** From the shape's own places to those of the part; styles that move or scale it are in it. */
function matrixOf(element: SVGGraphicsElement, around: Around): string | null {
  const on = element.getScreenCTM();
  if (!on) return null;
  const { a, b, c, d } = on;
  const [e, f] = [on.e - around.left, on.f - around.top];
  const isMoved = [a - 1, b, c, d - 1].every((part) => Math.abs(part) < 1e-6);
  if (isMoved) return e === 0 && f === 0 ? null : `translate(${round(e)} ${round(f)})`;
  return `matrix(${[a, b, c, d].map((part) => Math.round(part * 1e6) / 1e6).join(' ')} ${round(e)} ${round(f)})`;
}

/** Fill and stroke of a shape; `null` where it has neither. */
function lookOf(drawing: SvgDrawing, style: CSSStyleDeclaration, opacity: number): Attributes | null {
  const pattern = /^url\(["']?#([^"')]+)/.exec(style.fill)?.[1];
  const fill = pattern === undefined ? paintOf(style.fill) : null;
  const line = parseFloat(style.strokeWidth) > 0 ? paintOf(style.stroke) : null;
  const patternId = pattern === undefined ? null : patternOf(drawing, pattern);
  if (!fill && !line && patternId === null) return null;
  const dashes =
    style.strokeDasharray === 'none' ? null : style.strokeDasharray.replaceAll('px', '').replaceAll(',', ' ');
  return {
    fill: patternId === null ? (fill?.color ?? 'none') : `url(#${patternId})`,
    'fill-opacity': fill && seen(fill.opacity * opacity * Number(style.fillOpacity)),
    ...(line && {
      stroke: line.color,
      'stroke-width': parseFloat(style.strokeWidth),
      'stroke-opacity': seen(line.opacity * opacity * Number(style.strokeOpacity)),
      'stroke-dasharray': dashes,
      'stroke-linecap': style.strokeLinecap === 'butt' ? null : style.strokeLinecap,
      'stroke-linejoin': style.strokeLinejoin === 'miter' ? null : style.strokeLinejoin,
      'paint-order': style.paintOrder === 'normal' ? null : style.paintOrder,
    }),
    'shape-rendering': /^crispedges$/i.test(style.shapeRendering) ? 'crispEdges' : null,
  };
}

/** The pattern of the page that a shape is filled with, as one of the picture; `null` where there is none such. */
function patternOf(drawing: SvgDrawing, pageId: string): string | null {
  const pattern = document.getElementById(pageId);
  if (!(pattern instanceof SVGPatternElement)) return null;
  const names = ['width', 'height', 'patternUnits', 'patternTransform'];
  const { id, element: made } = drawing.define(
    'pattern',
    Object.fromEntries(names.map((name) => [name, pattern.getAttribute(name)])),
  );
  for (const child of pattern.children) {
    const look = lookOf(drawing, getComputedStyle(child), 1);
    if (look) drawing.add(made, child.localName, { ...geometryOf(child), ...look });
  }
  return id;
}

/** The key, in rows; gives where it ends. */
function drawKey(drawing: SvgDrawing, key: NonNullable<ChartOnPage['key']>, width: number, top: number): number {
  const [sample, height, apart] = [20, 10, 14];
  let [x, y] = [PAD, top];
  for (const { label, like } of key) {
    const style = getComputedStyle(like);
    const isSvg = like instanceof SVGElement;
    const look = isSvg ? lookOf(drawing, style, 1) : { fill: paintOf(style.backgroundColor)?.color ?? 'none' };
    if (!look) continue;
    const wide = sample + 6 + textWidth(label, NOTE, null);
    if (x > PAD && x + wide > width - PAD) [x, y] = [PAD, y + NOTE * LEADING + 4];
    const isLine = isSvg && look.fill === 'none';
    if (isLine) drawing.add(drawing.root, 'path', { ...look, d: `M${x} ${y + height / 2}h${sample}` });
    else drawing.add(drawing.root, 'rect', { ...look, x, y, width: sample, height });
    drawing.add(drawing.root, 'text', { x: x + sample + 6, y: y + height - 1, fill: INK, 'font-size': NOTE }, label);
    x += wide + apart;
  }
  return key.length > 0 ? y + height + GAP : y;
}

function textWidth(text: string, size: number, weight: number | null): number {
  const context = measuringContext();
  context.font = `${weight ?? 420} ${size}px "Inter Variable", system-ui, sans-serif`;
  return context.measureText(text).width;
}
