import * as z from 'zod';
import { formatDay, parseDay } from '../../geo/model/day.ts';
import { MEASURES } from '../../geo/store/count.ts';
import { filtersSchema, NO_FILTERS, type Range } from '../../geo/store/filter.ts';
import { MODES, STEPS } from '../../geo/time/window.ts';
import type { View } from './view.svelte.ts';
import { CHOROPLETHS, DENSITIES, DIAGRAM_SIDES, PANELS, THEMES, UNITS, WITHIN_KM } from '../choices.ts';

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e[+-]\d+)?$/)
  .refine((text) => Number.isFinite(Number(text)));

const list = <S extends z.ZodType<string[], string[]>>(schema: S) =>
  z.codec(z.string(), schema, {
    decode: (text) => (text === '' ? [] : text.split(',')) as z.input<S>,
    encode: (values) => values.join(','),
  });

const range = z.codec(
  z.string().refine((text) => {
    const ends = text.split('..');
    if (ends.length !== 2 || !ends.every((end) => end === '' || number.safeParse(end).success)) return false;
    return ends.includes('') || Number(ends[0]) <= Number(ends[1]);
  }, 'is not written as 5..25'),
  z.custom<Range>(),
  {
    decode: (text) => {
      const [min, max] = text.split('..').map((end) => (end === '' ? null : Number(end)));
      return { min, max };
    },
    encode: ({ min, max }) => `${min ?? ''}..${max ?? ''}`,
  },
);

const camera = z.codec(
  z.string().refine((text) => {
    const [zoom, lat, lon, ...turn] = text
      .split('/')
      .map((part) => (number.safeParse(part).success ? Number(part) : NaN));
    const inWorld = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    return inWorld && turn.length <= 2 && turn.every((angle) => Math.abs(angle) <= 180);
  }, 'is not written as zoom/latitude/longitude'),
  z.object({ lon: z.number(), lat: z.number(), zoom: z.number(), bearing: z.number(), pitch: z.number() }),
  {
    decode: (text) => {
      const [zoom, lat, lon, bearing = 0, pitch = 0] = text.split('/').map(Number);
      return { lon, lat, zoom, bearing, pitch };
    },
    encode: ({ lon, lat, zoom, bearing, pitch }) => {
      // a map that shows the world more than once counts its longitudes on
      const onceRound = Math.abs(lon) <= 180 ? lon : lon - 360 * Math.round(lon / 360);
      const place = [Math.max(0, zoom).toFixed(2), lat.toFixed(4), onceRound.toFixed(4)];
      return (bearing || pitch ? [...place, bearing.toFixed(1), pitch.toFixed(1)] : place).join('/');
    },
  },
);

const days = z.codec(
  z.string().refine((text) => {
    const ends = text.split('/').map(parseDay);
    return ends.length === 2 && ends[0] !== null && ends[1] !== null;
  }, 'is not written as 2025-01-01/2025-12-31'),
  z.object({ start: z.int(), end: z.int() }),
  {
    decode: (text) => {
      const [start, end] = text.split('/').map((day) => parseDay(day) ?? 0);
      return { start, end };
    },
    encode: ({ start, end }) => `${formatDay(start)}/${formatDay(end)}`,
  },
);

const on = z.codec(z.enum(['1', '0']), z.boolean(), {
  decode: (text) => text === '1',
  encode: (yes) => (yes ? '1' : '0'),
});

const withinKm = z.codec(
  z.string().refine((text) => WITHIN_KM.some((km) => String(km) === text), `is not one of ${WITHIN_KM.join(', ')}`),
  z.number(),
  { decode: Number, encode: String },
);

const filters = filtersSchema.shape;

/** The hash: one key for each thing that the reader has chosen. What is missing is at its default. */
const linkSchema = z
  .strictObject({
    map: camera,
    t: days,
    mode: z.enum(MODES),
    phase: z.string(),
    step: z.enum(STEPS),
    types: list(filters.types.unwrap()),
    sides: list(filters.sides.unwrap()),
    districts: list(filters.districts.unwrap()),
    countries: list(filters.countries.unwrap()),
    confidence: list(filters.confidences.unwrap()),
    deaths: range,
    border: range,
    side: filters.borderSide.unwrap(),
    along: range,
    across: range,
    q: z.string(),
    incident: z.string(),
    shade: z.enum(CHOROPLETHS),
    bands: on,
    density: z.enum(DENSITIES),
    bars: z.enum(MEASURES),
    totals: z.string(),
    units: z.enum(UNITS),
    theme: z.enum(THEMES),
    panel: z.enum(PANELS),
    diagram: z.enum(DIAGRAM_SIDES),
    within: withinKm,
  })
  .partial();
export type Link = z.output<typeof linkSchema>;

/** The hash for the view, without `#`. Only what differs from the default is written. */
export function encodeView(view: View): string {
  const { filters: f, thumbs, extent } = view;
  const allTime = thumbs.start === extent.start && thumbs.end === extent.end;
  const link: { [K in keyof Link]: Link[K] | null | undefined } = {
    map: view.camera,
    t: allTime ? null : thumbs,
    mode: unless(view.mode, 'window'),
    phase: view.phase,
    step: unless(view.step, 'month'),
    types: f.types,
    sides: f.sides,
    districts: f.districts,
    countries: f.countries,
    confidence: f.confidences,
    deaths: unlessCrossed(f.deaths),
    border: unlessCrossed(f.borderKm),
    side: f.borderSide,
    along: unlessCrossed(f.alongKm),
    across: unlessCrossed(f.acrossKm),
    q: unless(f.text, ''),
    incident: view.selected,
    shade: unless(view.choropleth, 'none'),
    bands: unless(view.bands, false),
    density: unless(view.density, 'auto'),
    bars: unless(view.histogram, 'incidents'),
    totals: view.totals,
    units: unless(view.units, 'km'),
    theme: unless(view.theme, 'system'),
    panel: view.panel,
    diagram: view.diagram ? view.diagramSides : null,
    within: unless(view.withinKm, 100),
  };
  const chosen = Object.fromEntries(Object.entries(link).filter(([, value]) => value !== null && value !== undefined));
  const text = z.encode(linkSchema, chosen as Link);
  // readable: the characters that a hash may hold as they are
  return new URLSearchParams(text as Record<string, string>).toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
}

function unless<T>(value: T, usual: T): T | null {
  return value === usual ? null : value;
}

/** Bounds that cross are a slip while typing, which its field tells of; no link keeps them. */
function unlessCrossed(range: Range | null): Range | null {
  return range && range.min !== null && range.max !== null && range.min > range.max ? null : range;
}

/** What a hash asks for, or in words what is wrong with it. */
export function decodeHash(hash: string): { link: Link } | { problem: string } {
  const text = hash.replace(/^#/, '');
  const malformed = text.split('&').find((part) => !isEncoded(part));
  if (malformed !== undefined) return { problem: malformed };
  const parameters = new URLSearchParams(text);
  const twice = [...parameters.keys()].find((key) => parameters.getAll(key).length > 1);
  if (twice !== undefined) return { problem: `${twice}=${parameters.getAll(twice).join(` and ${twice}=`)}` };
  const parsed = linkSchema.safeDecode(Object.fromEntries(parameters) as z.input<typeof linkSchema>);
  if (parsed.success) {
    const { t, mode = 'window' } = parsed.data;
    // only a window must be in order: in the other modes one of the days is hidden
    if (t && mode === 'window' && t.start > t.end) return { problem: `t=${parameters.get('t') ?? ''}` };
    return { link: parsed.data };
  }
  const issue = parsed.error.issues[0];
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : String(issue.path[0] ?? '');
  return { problem: `${key}=${parameters.get(key) ?? ''}` };
}

/** Whether the percent signs of a part of the hash stand for text. */
function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** Puts what the link asks for into the view; what it does not name stays at its default. */
export function applyLink(view: View, link: Link): void {
  view.camera = link.map ?? null;
  view.mode = link.mode ?? 'window';
  view.step = link.step ?? 'month';
  const window = link.t ?? view.extent;
  view.setThumbs(window.start, window.end);
  view.phase = link.phase ?? null;
  view.filters = {
    ...NO_FILTERS,
    types: link.types ?? null,
    sides: link.sides ?? null,
    districts: link.districts ?? null,
    countries: link.countries ?? null,
    confidences: link.confidence ?? null,
    deaths: link.deaths ?? null,
    borderKm: link.border ?? null,
    borderSide: link.side ?? null,
    alongKm: link.along ?? null,
    acrossKm: link.across ?? null,
    text: link.q ?? '',
  };
  view.selected = link.incident ?? null;
  view.choropleth = link.shade ?? 'none';
  view.bands = link.bands ?? false;
  view.density = link.density ?? 'auto';
  view.histogram = link.bars ?? 'incidents';
  view.totals = link.totals ?? null;
  view.units = link.units ?? 'km';
  view.theme = link.theme ?? 'system';
  view.panel = link.panel ?? null;
  view.diagram = link.diagram !== undefined;
  view.diagramSides = link.diagram ?? 'both';
  view.withinKm = link.within ?? 100;
}
