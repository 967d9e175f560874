import { CLAIM_PARTIES, COUNTED_PEOPLE } from '../../../../geo/model/claim-kinds.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import { COUNTRIES, PROVINCE_IDS } from '../../../../geo/region.ts';
import { ACTOR_SIDES, CONFIDENCES, INCIDENT_TYPES, PLACE_SIDES } from '../../../../geo/model/incident.ts';
import { WITHIN_KM } from '../../../../geo/store/along.ts';
import { MEASURES } from '../../../../geo/store/count.ts';
import { ALL_AREAS, NO_CENSUS } from '../../../../geo/story/census.ts';
import { FILTER_KEYS, NO_FILTERS, type Filters, type Range } from '../../../../geo/store/filter.ts';
import { PLACE_GRADES } from '../../../../geo/ground/uncertainty.ts';
import { SORT_KEYS } from '../../../../geo/store/sort.ts';
import { DIMENSIONS, MOST_DIMENSIONS } from '../../../../geo/views/dimensions.ts';
import { MOST_CHARACTERS } from '../../../../geo/views/hash.ts';
import {
  HOT_AREAS,
  HOT_FIGURES,
  MOVEMENTS,
  PRESET_PAIRS,
  ROLLING_DAYS,
  TOLD_BY,
  type OptionKey,
} from '../../../../geo/views/options.ts';
import { moved, thumbsAt } from '../../../../geo/time/position.ts';
import { MODES, STEPS } from '../../../../geo/time/window.ts';
import type { Data } from '../../../../src/state/data.svelte.ts';
import { Measuring } from '../../../../src/state/measuring.svelte.ts';
import { applyLink, choiceBetween, decodeHash, encodeView, type Chosen } from '../../../../src/state/permalink.ts';
import { Playback, SPEEDS } from '../../../../src/state/playback.svelte.ts';
import { View } from '../../../../src/state/view.svelte.ts';
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
} from '../../../../src/choices.ts';

const EXTENT = { start: 12_478, end: 20_634 };

function freshView(): View {
  const view = new View();
  view.extent = EXTENT;
  view.showAllTime();
  return view;
}

/** A view, with what else stands beside it. */
function around(view: View): Chosen {
  return { view, measuring: new Measuring({ layers: null } as unknown as Data), playback: new Playback(view) };
}

const encoded = (view: View) => encodeView(around(view));

/** All that a link keeps. */
function keptOf({ view, measuring, playback }: Chosen) {
  const {
    thumbs,
    window,
    mode,
    step,
    filters,
    selected,
    grouping,
    choropleth,
    bands,
    histogram,
    census,
    totals,
    theme,
    units,
    panel,
    camera,
  } = view;
  // which sides a closed diagram would count is nothing to keep
  const diagram = view.analysis === 'border' ? view.diagramSides : null;
  const { withinKm, phase, density, order, globe, analysis, options, difference, twoMaps } = view;
  const { grade, districtId } = measuring;
  const { speed, loop, direction } = playback;
  return {
    ...{
      thumbs,
      window,
      mode,
      step,
      filters,
      selected,
      grouping,
      choropleth,
      bands,
      histogram,
      census,
      totals,
      theme,
      units,
      panel,
      camera,
    },
    ...{ diagram, withinKm, phase, density, order, globe, analysis, options, difference, twoMaps },
    measured: {
      mode: measuring.mode,
      points: measuring.points,
      ...(measuring.mode !== 'off' && { grade, districtId }),
    },
    playback: { speed, loop, direction },
  };
}

function readAll(hash: string): Chosen {
  const { link, unread, isTooLong } = decodeHash(hash);
  expect({ unread, isTooLong }).toEqual({ unread: [], isTooLong: false });
  const chosen = around(freshView());
  applyLink(chosen, link);
  return chosen;
}

const readBack = (hash: string) => readAll(hash).view;

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
/** Days in order, also such as are not in the data. */
const someDays = fc
  .tuple(fc.integer({ min: 10_000, max: 22_000 }), fc.nat(4000))
  .map(([start, more]) => ({ start, end: start + more }));
const some = <T>(values: readonly T[]) => maybe(fc.subarray([...values]));
const words = fc.string({ unit: 'grapheme' });
const amount = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const range: fc.Arbitrary<Range | null> = maybe(
  fc
    .record({ min: maybe(amount), max: maybe(amount) })
    .map(({ min, max }) => (min !== null && max !== null && min > max ? { min: max, max: min } : { min, max })),
);
/** A number with as many decimals as a link keeps. */
const rounded = (min: number, max: number, decimals: number) =>
  fc
    .integer({ min: min * 10 ** decimals, max: max * 10 ** decimals })
    .map((n) => Number((n / 10 ** decimals).toFixed(decimals)));

const views = fc
  .record({
    thumbs: fc.tuple(
      fc.integer({ min: EXTENT.start, max: EXTENT.end }),
      fc.integer({ min: EXTENT.start, max: EXTENT.end }),
    ),
    zoom: fc.option(fc.tuple(fc.integer({ min: EXTENT.start, max: EXTENT.end }), fc.nat(3000)), { nil: null }),
    steps: fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 30 })),
    mode: fc.constantFrom(...MODES),
    step: fc.constantFrom(...STEPS),
    filters: fc.record({
      types: some(INCIDENT_TYPES),
      sides: some(ACTOR_SIDES),
      actors: maybe(fc.uniqueArray(fc.constantFrom('TTP', 'A, B and C', 'Bar|Bar', '10 % & more'))),
      districts: some(['khyber', 'north-waziristan', 'swat']),
      provinces: some(PROVINCE_IDS),
      countries: some(COUNTRIES),
      confidences: some(CONFIDENCES),
      deaths: range,
      borderKm: range,
      borderSide: maybe(fc.constantFrom(...PLACE_SIDES)),
      alongKm: range,
      acrossKm: range,
      text: words,
      once: fc.boolean(),
      paired: fc.boolean(),
    }),
    selected: maybe(words.filter((id) => id !== '')),
    grouping: fc.constantFrom('type' as const, 'side' as const),
    choropleth: fc.constantFrom(...CHOROPLETHS),
    bands: fc.boolean(),
    density: fc.constantFrom(...DENSITIES),
    histogram: fc.constantFrom(...MEASURES),
    census: fc.constantFrom(ALL_AREAS, NO_CENSUS, 'KP and former FATA', 'Chitral (Lower and Upper)'),
    totals: maybe(
      fc.constantFrom('UCDP GED|Pakistan events (excl. India-Pakistan dyad)', 'KP Police|KP & more = 100 %'),
    ),
    theme: fc.constantFrom(...THEMES),
    phase: maybe(fc.constantFrom('lull', 'escalation')),
    units: fc.constantFrom(...UNITS),
    panel: maybe(fc.constantFrom(...PANELS)),
    analysis: maybe(fc.constantFrom(...ANALYSES)),
    options: fc.record({
      rolling: fc.constantFrom(...ROLLING_DAYS),
      trend: fc.constantFrom(...TOLD_BY),
      by: fc.shuffledSubarray([...DIMENSIONS], { minLength: 1, maxLength: MOST_DIMENSIONS }),
      moving: fc.constantFrom(...MOVEMENTS),
      hotAreas: fc.constantFrom(...HOT_AREAS),
      hotFigure: fc.constantFrom(...HOT_FIGURES),
      claimsBy: maybe(fc.constantFrom(...CLAIM_PARTIES)),
      claimsOf: maybe(fc.constantFrom(...COUNTED_PEOPLE)),
      pair: fc.oneof(fc.constantFrom(...PRESET_PAIRS), fc.record({ first: someDays, second: someDays })),
    } satisfies { [K in OptionKey]: unknown }),
    withinKm: fc.constantFrom(...WITHIN_KM),
    order: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
    globe: fc.boolean(),
    diagramSides: fc.constantFrom(...DIAGRAM_SIDES),
    difference: fc.constantFrom(...DIFFERENCES),
    twoMaps: fc.boolean(),
    camera: maybe(
      fc.record({
        lon: rounded(-180, 180, 4),
        lat: rounded(-85, 85, 4),
        zoom: rounded(0, 22, 2),
        bearing: rounded(-180, 180, 1),
        pitch: rounded(0, 60, 1),
      }),
    ),
  })
  .map(({ thumbs, steps, zoom, ...rest }) => {
    const view = freshView();
    view.mode = rest.mode;
    view.setThumbs(...thumbs);
    Object.assign(view, rest);
    view.position = moved(view.position, steps, view) ?? view.position;
    view.zoomTo(zoom && { start: zoom[0], end: zoom[0] + zoom[1] });
    return view;
  });

const measured = fc.record({
  mode: fc.constantFrom('off' as const, ...MEASURING_MODES),
  points: fc.array(fc.tuple(rounded(-180, 180, 6), rounded(-90, 90, 6)), { maxLength: 5 }),
  grade: fc.constantFrom(...PLACE_GRADES),
  districtId: maybe(fc.constantFrom('khyber', 'swat')),
});
const played = fc.record({
  speed: fc.constantFrom(...SPEEDS),
  loop: fc.boolean(),
  direction: fc.constantFrom(1 as const, -1 as const),
});

const everything = fc.tuple(views, measured, played).map(([view, { mode, points, ...asked }, playing]): Chosen => {
  const chosen = around(view);
  chosen.measuring.use(mode);
  if (mode !== 'off') for (const [lon, lat] of points) chosen.measuring.add(lon, lat);
  Object.assign(chosen.measuring, asked);
  Object.assign(chosen.playback, playing);
  return chosen;
});

describe('permalink', () => {
  it('gives back every view', () => {
    fc.assert(
      fc.property(everything, (chosen) => {
        const hash = encodeView(chosen);
        expect(keptOf(readAll(`#${hash}`))).toEqual(keptOf(chosen));
        expect(encodeView(readAll(hash))).toBe(hash);
      }),
      { numRuns: 500 },
    );
  });

  it('goes on by the dates from which its steps were counted', () => {
    const view = freshView();
    view.setThumbs(dayOf(2023, 1, 31), dayOf(2023, 2, 27));
    for (let i = 0; i < 3; i++) view.position = moved(view.position, 1, view) ?? view.position;
    expect(encoded(view)).toBe('t=2023-04-30/2023-05-30&anchor=2023-01-31/2023-02-27');
    const again = readBack(encoded(view));
    const next = moved(again.position, 1, again);
    expect(next && thumbsAt(next, again)).toEqual({ start: dayOf(2023, 5, 31), end: dayOf(2023, 6, 29) });
    // one that leads nowhere near is left alone
    expect(readBack('t=2023-04-30/2023-05-30&anchor=2023-01-30/2023-02-27').position.count).toBe(0);
  });

  it('keeps what is left out for being far, and the days in what is left', () => {
    const view = freshView();
    view.setExtent(EXTENT, { start: 18_000, end: EXTENT.end });
    view.leaveOutFar(true);
    expect(encoded(view)).toBe('far=0');
    const again = freshView();
    again.setExtent(EXTENT, { start: 18_000, end: EXTENT.end });
    const decoded = decodeHash('far=0');
    if ('problem' in decoded) throw new Error('it is refused');
    applyLink(around(again), decoded.link);
    expect(again.window).toEqual({ start: 18_000, end: EXTENT.end });
  });

  it('is empty for the view at the start', () => {
    expect(encoded(freshView())).toBe('');
    expect(keptOf(readAll(''))).toEqual(keptOf(around(freshView())));
  });

  it('has everything in the same words and the same order as ever', () => {
    const view = freshView();
    Object.assign(view, {
      mode: 'from-start',
      thumbs: { start: 20_089, end: 20_453 },
      phase: 'escalation',
      step: 'quarter',
      selected: 'PKAF-0250',
      grouping: 'side',
      choropleth: 'deaths',
      bands: true,
      density: 'hexagons',
      histogram: 'deaths',
      census: 'KP and former FATA',
      totals: 'CRSS|KP & more',
      units: 'mi',
      theme: 'dark',
      panel: 'filters',
      analysis: 'border',
      options: {
        rolling: 30,
        trend: 'district',
        by: ['year', 'band'],
        moving: 'along',
        hotAreas: 'hexagon',
        hotFigure: 'deaths',
        claimsBy: 'ttp',
        claimsOf: 'forces',
        pair: { first: { start: 17_897, end: 18_261 }, second: { start: 18_262, end: 18_627 } },
      },
      diagramSides: 'apart',
      difference: 'people',
      twoMaps: true,
      withinKm: 25,
      order: { key: 'killed', descending: true },
      globe: true,
      camera: { lon: 71.58333, lat: 34.01667, zoom: 8.5, bearing: 12, pitch: 30 },
    });
    view.filter({
      types: ['ambush', 'airstrike'],
      sides: ['ttp'],
      actors: ['TTP', 'Police, Levies'],
      districts: ['khyber', 'kurram'],
      provinces: ['PK-BA', 'AF-KNR'],
      countries: ['AF'],
      confidences: ['high', 'low'],
      deaths: { min: 5, max: 20 },
      borderKm: { min: null, max: 25.5 },
      borderSide: 'PK',
      alongKm: { min: 788, max: 901 },
      acrossKm: { min: -75, max: null },
      text: 'Wana camp, 2025',
      once: true,
      paired: true,
    });
    const hash =
      'map=8.50/34.0167/71.5833/12.0/30.0&t=2025-01-01/2025-12-31&mode=from-start&phase=escalation&step=quarter' +
      '&types=ambush,airstrike&sides=ttp&actors=TTP%7CPolice,+Levies&districts=khyber,kurram&provinces=PK-BA,AF-KNR&countries=AF&confidence=high,low&deaths=5..20' +
      '&border=..25.5&side=PK&along=788..901&across=-75..&q=Wana+camp,+2025&once=1&pairs=1&incident=PKAF-0250&color=side&shade=deaths&bands=1' +
      '&density=hexagons&bars=deaths&census=KP+and+former+FATA&totals=CRSS%7CKP+%26+more&units=mi&theme=dark&panel=filters&diagram=apart&rolling=30&trend=district&by=year,band&moving=along&hot-areas=hexagon&hot-by=deaths&claims-by=ttp&claims-of=forces&pair=2019-01-01/2019-12-31,2020-01-01/2020-12-31&difference=people&maps=1&within=25' +
      '&order=-killed&globe=1&measure=path&at=34.01/71.58333,0/-70.5&known=town&to=khyber&speed=16&loop=1&backwards=1';
    const chosen = around(view);
    chosen.measuring.use('path');
    chosen.measuring.add(71.58333, 34.01);
    chosen.measuring.add(-70.5, 1e-7);
    Object.assign(chosen.measuring, { grade: 'town', districtId: 'khyber' });
    Object.assign(chosen.playback, { speed: 16, loop: true, direction: -1 });
    expect(encodeView(chosen)).toBe(hash);
    expect(encodeView(readAll(hash))).toBe(hash);
  });

  it('names every filter that is on, and puts every setting back where it is not named', () => {
    const on: Filters = {
      types: [],
      sides: [],
      actors: ['One, Two', 'Three|Four'],
      districts: [],
      provinces: [],
      countries: [],
      confidences: [],
      deaths: { min: null, max: 1 },
      borderKm: { min: null, max: 1 },
      borderSide: 'AF',
      alongKm: { min: null, max: 1 },
      acrossKm: { min: null, max: 1 },
      text: 'x',
      once: true,
      paired: true,
    };
    for (const key of FILTER_KEYS) {
      const view = freshView();
      view.filter({ [key]: on[key] });
      const hash = encoded(view);
      expect(hash.split('=')).toHaveLength(2);
      expect(readBack(hash).filters).toEqual({ ...NO_FILTERS, [key]: on[key] });
      const chosen = around(view);
      applyLink(chosen, {});
      expect(keptOf(chosen)).toEqual(keptOf(around(freshView())));
    }
  });

  it('any text gives a link, and a link always applies', () => {
    const key = fc.constantFrom('map', 't', 'mode', 'types', 'deaths', 'q', 'bands', '__proto__', 'constructor');
    const pair = fc.tuple(
      key,
      fc.oneof(words, fc.constantFrom('1..2', '..', '5/34/71', '2025-01-01/2025-02-01', '1e%2B999..')),
    );
    const hash = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pair, { maxLength: 3 }).map((pairs) => pairs.map((one) => one.join('=')).join('&')),
    );
    fc.assert(
      fc.property(hash, (text) => {
        const view = freshView();
        applyLink(around(view), decodeHash(text).link);
        expect(() => encoded(view)).not.toThrow();
        expect(view.thumbs.start).toBeGreaterThanOrEqual(EXTENT.start);
        expect(view.thumbs.end).toBeLessThanOrEqual(EXTENT.end);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    't=2025-02-30/2025-03-01',
    't=2025-03-02/2025-03-01',
    't=2025-03-01',
    'mode=sideways',
    'types=nonsense',
    'deaths=5',
    'deaths=a..b',
    'map=5/95/70',
    'map=5/34',
    'bands=yes',
    'order=-nothing',
    'at=34.01/71.5,34',
    'at=95/70',
    'speed=3',
    'density=circles',
    'colour=red',
    'deaths=30..20',
    'across=5..-5',
    'q=%E0%A4%A',
    'q=100%',
    't=2025-01-01/2025-12-31.',
    'newkey=1',
    '__proto__=1',
    'constructor=1',
    'toString=1',
  ])('%s cannot be read and is named; what stands around it is kept', (part) => {
    const rest = { bands: true, districts: ['khyber', 'swat'] };
    for (const hash of [`bands=1&${part}&districts=khyber,swat`, `#bands=1&districts=khyber,swat&${part}`])
      expect(decodeHash(hash)).toEqual({ link: rest, unread: [part], isTooLong: false });
    expect(decodeHash(part)).toEqual({ link: {}, unread: [part], isTooLong: false });
  });

  it('of a list what can be read is kept, each once', () => {
    expect(decodeHash('types=ambush,nonsense,airstrike,ambush,x')).toEqual({
      link: { types: ['ambush', 'airstrike'] },
      unread: ['types=nonsense,x'],
      isTooLong: false,
    });
    expect(decodeHash('districts=swat,swat').link).toEqual({ districts: ['swat'] });
  });

  it.each(['fbclid=abc', 'utm_source=mail&utm_medium=x', 'gclid=1', 'msclkid=1&_ga=2', '&&'])(
    'what others add to a link says nothing: %s',
    (added) => {
      const read = { link: { bands: true }, unread: [], isTooLong: false };
      for (const hash of [`bands=1&${added}`, `${added}&bands=1`]) expect(decodeHash(hash)).toEqual(read);
    },
  );

  it('a megabyte of hash is not read, nor is any that no view needs', () => {
    const refused = { link: {}, unread: [], isTooLong: true };
    expect(decodeHash(`bands=1&q=${'x'.repeat(1 << 20)}`)).toEqual(refused);
    expect(decodeHash('&'.repeat(MOST_CHARACTERS + 1))).toEqual(refused);
    expect(decodeHash(`#q=${'x'.repeat(MOST_CHARACTERS - 2)}`).isTooLong).toBe(false);
  });

  it('the worst hash of that length is read in no time', () => {
    const began = performance.now();
    for (const one of ['a&', 'bands=1&', 'types=x,x,', 'districts=a,b,', 'q=%', '%', 't=1/'])
      decodeHash(one.repeat(MOST_CHARACTERS).slice(0, MOST_CHARACTERS));
    decodeHash(`types=${'x,'.repeat(MOST_CHARACTERS)}`.slice(0, MOST_CHARACTERS));
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('bounds that cross are not written', () => {
    const view = freshView();
    view.filter({ deaths: { min: 30, max: 20 }, text: 'x' });
    expect(encoded(view)).toBe('q=x');
  });

  it('of a key that stands twice the first counts, and another value is named', () => {
    const read = { link: { q: 'a', bands: true }, isTooLong: false };
    expect(decodeHash('q=a&bands=1&q=b')).toEqual({ ...read, unread: ['q=b'] });
    expect(decodeHash('q=a&bands=1&q=a')).toEqual({ ...read, unread: [] });
  });

  it('days in the wrong order are one only where they are a window', () => {
    const { thumbs } = readBack('mode=to-end&t=2025-03-02/2025-03-01');
    expect(thumbs.start - thumbs.end).toBe(1);
  });

  it('a phase comes back with its window', () => {
    const view = freshView();
    view.setThumbs(20_000, 20_100);
    view.phase = 'lull';
    const back = readBack(encoded(view));
    expect([back.phase, back.thumbs]).toEqual(['lull', { start: 20_000, end: 20_100 }]);
  });

  it('a number that is none is a problem', () => {
    expect(decodeHash('deaths=1e%2B999..').unread).toEqual(['deaths=1e+999..']);
  });

  it('a day outside the extent becomes the nearest inside', () => {
    expect(readBack('t=1990-01-01/2090-01-01').thumbs).toEqual(EXTENT);
  });

  it('a camera beyond the edge of the world looks at the same place', () => {
    const view = freshView();
    view.camera = { lon: 430.5, lat: 34, zoom: -0.3, bearing: 0, pitch: 0 };
    expect(readBack(encoded(view)).camera).toEqual({ lon: 70.5, lat: 34, zoom: 0, bearing: 0, pitch: 0 });
  });

  it.each([
    ['a pan and a step in time', 'map=5.00/34.0000/71.0000', 'map=6.00/34.0000/71.0000&t=2025-01-01/2025-12-31', null],
    ['a place measured', 'measure=path', 'measure=path&at=34/71', null],
    ['a phase that goes as time moves', 't=2025-01-01/2025-12-31&phase=lull', 't=2025-02-01/2026-01-31', null],
    ['a phase that is put away', 't=2025-01-01/2025-12-31&phase=lull', 't=2025-01-01/2025-12-31', 'phase'],
    ['a phase, with its time', '', 't=2025-01-01/2025-12-31&phase=lull', 'phase'],
    ['a panel closed and another opened', 'panel=list', 'incident=PKAF-0250', 'incident,panel'],
    ['the same', 'panel=list&q=x', 'panel=list&q=x', null],
  ])('%s: what Back undoes of it', (_, before, after, keys) => {
    expect(choiceBetween(before, after)?.keys ?? null).toBe(keys);
  });

  it('tells what is typed from what is chosen once', () => {
    expect(choiceBetween('', 'q=x')?.isTyped).toBe(true);
    expect(choiceBetween('', 'deaths=5..&q=x')?.isTyped).toBe(true);
    expect(choiceBetween('', 'types=ambush&q=x')?.isTyped).toBe(false);
  });
});
