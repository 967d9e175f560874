import * as z from 'zod/mini';
import { GROUPINGS, type Grouping } from '../../geo/model/groupings.ts';
import { PLACE_GRADES } from '../../geo/ground/uncertainty.ts';
import { isPlace } from '../../geo/line/wgs84.ts';
import type { Position } from '../../geo/model/incident.ts';
import { WITHIN_KM } from '../../geo/store/along.ts';
import { MEASURES } from '../../geo/store/count.ts';
import { FILTER_KEYS, NO_FILTERS, type FilterKey, type Filters } from '../../geo/store/filter.ts';
import { SORT_KEYS } from '../../geo/store/sort.ts';
import {
  daysText as days,
  numberText,
  oneOf,
  onText as on,
  WRITTEN_FILTERS,
  writtenFilter,
} from '../../geo/store/written-filters.ts';
import { readHash, type ReadHash } from '../../geo/views/hash.ts';
import type { LinkKey } from '../../geo/views/link.ts';
import { OPTION_KEYS, VIEW_OPTIONS, viewOption, type OptionKey, type ViewOptions } from '../../geo/views/options.ts';
import { needsAnchor, positionFrom } from '../../geo/time/position.ts';
import { MODES, STEPS } from '../../geo/time/window.ts';
import { MEASURED_AT_FIRST, type Measuring } from './measuring.svelte.ts';
import { PLAYED_AT_FIRST, SPEEDS, type Playback, type Speed } from './playback.svelte.ts';
import { AT_FIRST, type View } from './view.svelte.ts';
import {
  ANALYSES,
  CHOROPLETHS,
  DENSITIES,
  DIAGRAM_SIDES,
  DIFFERENCES,
  MEASURING_MODES,
  PANELS,
  THEMES,
  UNITS,
} from '../choices.ts';

/** A map that shows the world more than once counts its longitudes on. */
function onceRound(lon: number): number {
  return Math.abs(lon) <= 180 ? lon : lon - 360 * Math.round(lon / 360);
}

const camera = z.codec(
  z.string().check(
    z.refine((text) => {
      const [zoom, lat, lon, ...turn] = text
        .split('/')
        .map((part) => (numberText.safeParse(part).success ? Number(part) : NaN));
      const isZoom = zoom >= 0 && zoom <= 24;
      return isZoom && isPlace(lon, lat) && turn.length <= 2 && turn.every((angle) => Math.abs(angle) <= 180);
    }, 'is not written as zoom/latitude/longitude'),
  ),
  z.object({ lon: z.number(), lat: z.number(), zoom: z.number(), bearing: z.number(), pitch: z.number() }),
  {
    decode: (text) => {
      const [zoom, lat, lon, bearing = 0, pitch = 0] = text.split('/').map(Number);
      return { lon, lat, zoom, bearing, pitch };
    },
    encode: ({ lon, lat, zoom, bearing, pitch }) => {
      const place = [Math.max(0, zoom).toFixed(2), lat.toFixed(4), onceRound(lon).toFixed(4)];
      return (bearing || pitch ? [...place, bearing.toFixed(1), pitch.toFixed(1)] : place).join('/');
    },
  },
);

/** Down to a decimetre. */
const DEGREES = 1e6;

const places = z.codec(
  z.string().check(
    z.refine(
      (text) =>
        text.split(',').every((place) => {
          const parts = place.split('/');
          const [lat, lon] = parts.map((part) => (numberText.safeParse(part).success ? Number(part) : NaN));
          return parts.length === 2 && isPlace(lon, lat);
        }),
      'is not written as latitude/longitude,latitude/longitude',
    ),
  ),
  z.custom<readonly Position[]>(),
  {
    decode: (text) =>
      text.split(',').map((place): Position => {
        const [lat, lon] = place.split('/').map(Number);
        return [lon, lat];
      }),
    encode: (points) =>
      points
        .map(([lon, lat]) => [lat, onceRound(lon)].map((degrees) => Math.round(degrees * DEGREES) / DEGREES).join('/'))
        .join(','),
  },
);

/** A column of the list, after `-` where it descends. */
const order = z.codec(
  z.templateLiteral([z.enum(['', '-']), z.enum(SORT_KEYS)]),
  z.object({ key: z.enum(SORT_KEYS), descending: z.boolean() }),
  {
    decode: (text) => {
      const descending = text.startsWith('-');
      return { key: (descending ? text.slice(1) : text) as (typeof SORT_KEYS)[number], descending };
    },
    encode: ({ key, descending }) => `${descending ? '-' : ''}${key}` as const,
  },
);

/** A story and its step, from 1; or the list of stories. */
const storyPlace = z.codec(
  z.string().check(z.regex(/^(list|[a-z0-9-]{1,60}\/[1-9]\d{0,2})$/)),
  z.object({ id: z.nullable(z.string()), step: z.number() }),
  {
    decode: (text) => {
      const [id, step] = text.split('/');
      return step === undefined ? { id: null, step: 0 } : { id, step: Number(step) - 1 };
    },
    encode: ({ id, step }) => (id === null ? 'list' : `${id}/${step + 1}`),
  },
);

/** Where all that the reader has chosen stands. */
export interface Chosen {
  view: View;
  measuring: Measuring;
  playback: Playback;
}

/** One thing that the link keeps: how it is written, and how it is taken from what is chosen and put there. */
interface Setting<T> {
  codec: z.ZodMiniType<T, string>;
  /** A list, of which what can be read is kept. */
  isList?: boolean | undefined;
  /**
   * What a change is to the browser's Back. Where nothing is said, a choice, which it undoes; `typed`, one choice with
   * the changes before it; `moved`, none, as a step in time or on the map; `with time`, none where it goes as time moves.
   */
  back?: 'typed' | 'moved' | 'with time' | undefined;
  /** `null` where it is as at first, and the link does not name it. */
  read: (chosen: Chosen) => T | null;
  /** `null` puts it as it is at first. */
  put: (chosen: Chosen, value: T | null) => void;
}

function setting<T>(made: Setting<T>): Setting<T> {
  return made;
}

/** A setting that is one value of something. */
function valueOf<O extends object, K extends keyof O>(
  of: (chosen: Chosen) => O,
  key: K,
  first: O[K],
  codec: z.ZodMiniType<NonNullable<O[K]>, string>,
) {
  return setting({
    codec,
    read: (chosen) => {
      const value = of(chosen)[key];
      return value === first ? null : (value ?? null);
    },
    put: (chosen, value) => Object.assign(of(chosen), { [key]: value ?? first }),
  });
}

type Plain = typeof AT_FIRST;

/** A setting that is one value of the view. */
function plain<K extends keyof Plain>(key: K, codec: z.ZodMiniType<NonNullable<Plain[K]>, string>) {
  return valueOf(({ view }): Plain => view, key, AT_FIRST[key], codec);
}

/** What a tool that is put away would do is nothing to keep. */
function whileMeasuring<T>(one: Setting<T>): Setting<T> {
  return { ...one, read: (chosen) => (chosen.measuring.mode === 'off' ? null : one.read(chosen)) };
}

type Measured = typeof MEASURED_AT_FIRST;
type Played = typeof PLAYED_AT_FIRST;

/** A setting that is one value of what is asked of a measured place. */
function measured<K extends keyof Measured>(key: K, codec: z.ZodMiniType<NonNullable<Measured[K]>, string>) {
  return whileMeasuring(valueOf(({ measuring }): Measured => measuring, key, MEASURED_AT_FIRST[key], codec));
}

/** A setting that is one value of how time is played. */
function played<K extends keyof Played>(key: K, codec: z.ZodMiniType<NonNullable<Played[K]>, string>) {
  return valueOf(({ playback }): Played => playback, key, PLAYED_AT_FIRST[key], codec);
}

/** What is set by typing or by drawing. */
const TYPED: readonly FilterKey[] = ['deaths', 'borderKm', 'alongKm', 'acrossKm', 'text'];

function filterSetting<K extends FilterKey>(key: K): Setting<NonNullable<Filters[K]>> {
  const { codec, isList } = writtenFilter(key);
  return {
    ...{ codec, isList, back: TYPED.includes(key) ? 'typed' : undefined },
    read: ({
      view: {
        filters: { [key]: value },
      },
    }) => {
      if (value === null || value === NO_FILTERS[key]) return null;
      // of bounds that cross their field tells; no link keeps them
      return z.safeEncode(codec, value).success ? value : null;
    },
    put: ({ view }, value) => view.filter({ [key]: value ?? NO_FILTERS[key] }),
  };
}

type FilterSettings = { [K in FilterKey as (typeof WRITTEN_FILTERS)[K]['name']]: Setting<NonNullable<Filters[K]>> };
const filterSettings = Object.fromEntries(
  FILTER_KEYS.map((key) => [WRITTEN_FILTERS[key].name, filterSetting(key)]),
) as unknown as FilterSettings;

function optionSetting<K extends OptionKey>(key: K): Setting<NonNullable<ViewOptions[K]>> {
  const { codec, first, isList } = viewOption(key);
  const isFirst = (value: NonNullable<ViewOptions[K]>) =>
    first !== null && z.encode(codec, value) === z.encode(codec, first);
  return {
    ...{ codec, isList },
    read: ({
      view: {
        options: { [key]: value },
      },
    }) => (value === null || isFirst(value) ? null : value),
    put: ({ view }, value) => view.choose({ [key]: value ?? first }),
  };
}

type OptionSettings = { [K in OptionKey as (typeof VIEW_OPTIONS)[K]['name']]: Setting<NonNullable<ViewOptions[K]>> };
const optionSettings = Object.fromEntries(
  OPTION_KEYS.map((key) => [VIEW_OPTIONS[key].name, optionSetting(key)]),
) as unknown as OptionSettings;

/** All that the reader can choose, by its key in the hash, in the order in which a hash has it. */
const SETTINGS = {
  map: setting({ ...plain('camera', camera), back: 'moved' }),
  /** before the days, which lie in what is left */
  far: setting({
    codec: on,
    read: ({ view }) => (view.leavesOutFar ? false : null),
    put: ({ view }, takesIn) => view.leaveOutFar(takesIn === false),
  }),
  t: setting({
    codec: days,
    back: 'moved',
    read: ({ view: { thumbs, extent } }) =>
      thumbs.start === extent.start && thumbs.end === extent.end ? null : thumbs,
    // the mode, which comes next, puts them in order and inside the extent
    put: ({ view }, days) => (view.thumbs = days ?? view.extent),
  }),
  mode: setting({ ...plain('mode', z.enum(MODES)), put: ({ view }, mode) => view.setMode(mode ?? AT_FIRST.mode) }),
  phase: setting({ ...plain('phase', z.string()), back: 'with time' }),
  step: plain('step', z.enum(STEPS)),
  /** from where steps are counted to `t`, where that alone does not tell how they go on */
  anchor: setting({
    codec: days,
    back: 'moved',
    read: ({ view }) => {
      const { anchor } = view.position;
      return needsAnchor(view.position, view) && positionFrom(anchor, view.thumbs, view) ? anchor : null;
    },
    put: ({ view }, anchor) => {
      const position = anchor && positionFrom(anchor, view.thumbs, view);
      if (position) view.position = position;
    },
  }),
  axis: setting({
    codec: days,
    back: 'moved',
    read: ({ view: { axis, zoomed } }) => (zoomed ? axis : null),
    put: ({ view }, axis) => view.zoomTo(axis),
  }),
  ...filterSettings,
  incident: plain('selected', z.string()),
  color: plain('grouping', z.enum(Object.keys(GROUPINGS) as [Grouping, ...Grouping[]])),
  shade: plain('choropleth', z.enum(CHOROPLETHS)),
  bands: plain('bands', on),
  density: plain('density', z.enum(DENSITIES)),
  bars: plain('histogram', z.enum(MEASURES)),
  census: plain('census', z.string()),
  totals: plain('totals', z.string()),
  units: plain('units', z.enum(UNITS)),
  theme: plain('theme', z.enum(THEMES)),
  panel: plain('panel', z.enum(PANELS)),
  analysis: setting({
    codec: z.enum(ANALYSES),
    read: ({ view: { analysis } }) => (analysis === 'border' ? null : analysis),
    put: ({ view }, analysis) => (view.analysis = analysis),
  }),
  /** that the border through time is open, and which sides it counts: what a closed one would is nothing to keep */
  diagram: setting({
    codec: z.enum(DIAGRAM_SIDES),
    read: ({ view: { analysis, diagramSides } }) => (analysis === 'border' ? diagramSides : null),
    put: ({ view }, sides) => {
      if (sides !== null) view.analysis = 'border';
      view.diagramSides = sides ?? AT_FIRST.diagramSides;
    },
  }),
  ...optionSettings,
  difference: plain('difference', z.enum(DIFFERENCES)),
  maps: plain('twoMaps', on),
  within: plain('withinKm', oneOf(WITHIN_KM)),
  order: setting({
    codec: order,
    read: ({ view: { order } }) =>
      order.key === AT_FIRST.order.key && order.descending === AT_FIRST.order.descending ? null : order,
    put: ({ view }, order) => (view.order = order ?? AT_FIRST.order),
  }),
  globe: plain('globe', on),
  measure: setting({
    codec: z.enum(MEASURING_MODES),
    read: ({ measuring: { mode } }) => (mode === 'off' ? null : mode),
    put: ({ measuring }, mode) => measuring.use(mode ?? 'off'),
  }),
  at: setting({
    codec: places,
    back: 'moved',
    read: ({ measuring: { points } }) => (points.length > 0 ? points : null),
    // the mode, which comes before, begins without any
    put: ({ measuring }, points) => points?.forEach(([lon, lat]) => measuring.add(lon, lat)),
  }),
  known: measured('grade', z.enum(PLACE_GRADES)),
  to: measured('districtId', z.string()),
  speed: played('speed', oneOf<Speed>(SPEEDS)),
  loop: played('loop', on),
  story: plain('story', storyPlace),
  backwards: setting({
    codec: on,
    read: ({ playback: { direction } }) => (direction < 0 ? true : null),
    put: ({ playback }, isBackwards) => (playback.direction = isBackwards ? -1 : 1),
  }),
} satisfies Record<LinkKey, unknown>;
type SettingKey = keyof typeof SETTINGS;
type Value<K extends SettingKey> = z.output<(typeof SETTINGS)[K]['codec']>;
const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];
const settings: { readonly [K in SettingKey]: Setting<Value<K>> } = SETTINGS;

/** What a hash names, by its keys; what it does not name is as at first. */
export type Link = { [K in SettingKey]?: Value<K> | undefined };

/** The hash for what is chosen, without `#`. Only what is not as at first is written. */
export function encodeView(chosen: Chosen): string {
  const written = SETTING_KEYS.flatMap((key) => {
    const text = encoded(chosen, key);
    return text === null ? [] : [[key, text]];
  });
  // readable: the characters that a hash may hold as they are
  return new URLSearchParams(written).toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
}

function encoded<K extends SettingKey>(chosen: Chosen, key: K): string | null {
  const { codec, read } = settings[key];
  const value = read(chosen);
  return value === null ? null : z.encode(codec, value);
}

/** What of a hash can be read. */
export interface Decoded extends Omit<ReadHash, 'values'> {
  link: Link;
}

/** What a hash asks for, part by part, as `readHash` has it. */
export function decodeHash(hash: string): Decoded {
  const { values, ...read } = readHash(hash, settings);
  return { link: values, ...read };
}

/** Puts what the link asks for where it stands; what it does not name is put as it is at first. */
export function applyLink(chosen: Chosen, link: Link): void {
  for (const key of SETTING_KEYS) put(chosen, link, key);
}

function put<K extends SettingKey>(chosen: Chosen, link: Link, key: K): void {
  settings[key].put(chosen, link[key] ?? null);
}

/** The keys of what was chosen between two hashes, and whether all of it was typed; `null` where nothing was. */
export function choiceBetween(before: string, after: string): { keys: string; isTyped: boolean } | null {
  const [old, now] = [new URLSearchParams(before), new URLSearchParams(after)];
  const changed = SETTING_KEYS.filter((key) => old.get(key) !== now.get(key));
  const chosen = changed.filter((key) => {
    const { back } = settings[key];
    return back !== 'moved' && !(back === 'with time' && !now.has(key) && changed.includes('t'));
  });
  if (chosen.length === 0) return null;
  return { keys: chosen.join(), isTyped: chosen.every((key) => settings[key].back === 'typed') };
}
