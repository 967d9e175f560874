import { GROUPINGS } from '../../../geo/model/groupings.ts';
import { GROUPS } from '../../../geo/model/incident.ts';
import { tallyOf } from '../../../geo/store/sums.ts';
import { SHADES } from '../../choices.ts';
import { FAINT } from '../../scene/classes.ts';
import { isShown } from '../../scene/groups.ts';
import { drawnRadius, KEY_DEATHS } from '../../scene/marks.ts';
import { CROSSINGS_ZOOM } from '../../scene/scene.ts';
import type { Palette } from '../../scene/palette.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { GROUP_LABELS } from '../../text/labels.ts';
import { twoMapsText } from '../../text/compare.ts';
import { MAP } from '../../text/map.ts';
import { countText, deathsText, incidentsText } from '../../text/numbers.ts';
import { SHEET } from '../../text/sheet.ts';
import { SHELL } from '../../text/shell.ts';
import { TIMELINE } from '../../text/timeline.ts';
import { filterWords, shownText } from '../../state/shown-text.ts';
import {
  areaSymbol,
  bandSymbol,
  gateSymbol,
  classSymbol,
  discSymbol,
  groupSymbol,
  lineSymbol,
  noDataSymbol,
  type KeySymbol,
} from './symbols.ts';

/** What a symbol of the map stands for. */
export interface KeyEntry {
  symbol: KeySymbol;
  label: string;
}

/** Entries that are read together. */
export interface KeyGroup {
  /** `null` where the entries speak for themselves */
  head: string | null;
  entries: readonly KeyEntry[];
}

/** All that a map needs around it to be read on its own: on paper, or as a picture. */
export interface MapSheet {
  title: string;
  /** the window and the filters, with the figures */
  shown: string;
  /** what its maker adds; '' for nothing */
  note: string;
  key: readonly KeyGroup[];
  /** what must be known to read it rightly */
  caveats: readonly string[];
  sources: string;
}

/** What a sheet is of: the page, or what a film shows at one time. */
export type SheetSource = Pick<AppState, 'data' | 'view' | 'figures' | 'showing' | 'split'> & {
  density: Pick<AppState['density'], 'cells'>;
};

/** The sheet of what is shown now; `zoom` is that of its map, whose marks the key sizes. */
export function sheetOf(app: SheetSource, palette: Palette, zoom: number): MapSheet {
  const {
    figures,
    data,
    density,
    showing,
    split: { halves },
  } = app;
  const { counts } = figures;
  return {
    title: data.published?.title ?? SHELL.title,
    shown: halves
      ? twoMapsText({ first: halves[0].text, second: halves[1].text, filters: filterWords(app) })
      : MAP.pictured({
          shown: shownText(app),
          incidents: incidentsText(counts.incidents),
          deaths: deathsText(tallyOf(counts)),
        }),
    note: '',
    key: keyOf(app, palette, zoom).filter(({ entries }) => entries.length > 0),
    caveats: [
      ...(data.hasRule ? [TIMELINE.note] : []),
      ...(density.cells ? [] : [SHEET.rings, SHEET.marks]),
      SHEET.killed,
      ...(showing.sketch?.key?.note ? [showing.sketch.key.note] : []),
      SHEET.status,
    ],
    sources: sourcesText(app),
  };
}

/** The datasets and what the map is made of, with their licences. */
export function sourcesText({ data }: Pick<SheetSource, 'data'>): string {
  return SHEET.sources({ datasets: MAP.picturedOf(data.shown), attribution: MAP.attribution });
}

function keyOf(app: SheetSource, palette: Palette, zoom: number): KeyGroup[] {
  const line = { symbol: lineSymbol(palette), label: SHEET.line };
  const crossings =
    zoom < CROSSINGS_ZOOM || app.showing.scene.crossings.length === 0
      ? []
      : [
          { symbol: gateSymbol(palette.ink, false), label: MAP.crossing },
          { symbol: gateSymbol(palette.ink, true), label: MAP.crossingShut },
        ];
  const bands = { symbol: bandSymbol(palette), label: MAP.bandsLabel(app.view.units) };
  return [
    ...(app.density.cells ? [cellsKey(app, palette)] : marksKey(app, palette, zoom)),
    { head: null, entries: [line, ...crossings, ...(app.view.bands ? [bands] : [])] },
    districtsKey(app, palette),
    sketchKey(app, palette),
  ];
}

/** What an open analysis tells areas by. */
function sketchKey({ showing: { sketch } }: SheetSource, palette: Palette): KeyGroup {
  const { title, entries } = sketch?.key ?? { title: null, entries: [] };
  return {
    head: title,
    entries: entries.map(({ color, opacity, label }) => ({
      symbol: classSymbol(color ? palette[color] : palette.paper, palette, opacity),
      label,
    })),
  };
}

function marksKey({ view }: SheetSource, palette: Palette, zoom: number): KeyGroup[] {
  const { groups } = palette;
  const byType = view.grouping === 'type';
  const shown = byType ? GROUPS.filter((group) => isShown(view.filters.types, group)) : GROUPINGS.side;
  const [first] = GROUPINGS[view.grouping];
  const colors = GROUPINGS[view.grouping].map((group) => groups[group]);
  return [
    {
      head: byType ? null : MAP.bySide,
      entries: shown.map((group) => ({ symbol: groupSymbol(groups[group], group), label: GROUP_LABELS[group] })),
    },
    {
      head: MAP.size,
      entries: [
        ...KEY_DEATHS.map((deaths) => ({
          symbol: discSymbol(palette.muted, drawnRadius(deaths, zoom)),
          label: countText(deaths),
        })),
        { symbol: discSymbol(palette.muted, Math.max(drawnRadius(0, zoom), 3), true), label: MAP.killedUnknown },
      ],
    },
    {
      head: null,
      entries: [
        { symbol: groupSymbol(groups[first], first), label: MAP.disc },
        { symbol: areaSymbol(colors), label: MAP.ring },
        { symbol: areaSymbol(colors, true), label: MAP.dashed },
      ],
    },
  ];
}

function cellsKey({ density: { cells } }: SheetSource, palette: Palette): KeyGroup {
  if (!cells) return { head: null, entries: [] };
  const { limits, grid } = cells;
  const isDeaths = grid.measure === 'deaths';
  const classes = classEntries(limits, palette.densities, palette, isDeaths, 1);
  return { head: MAP.cells[grid.measure], entries: isDeaths ? classes : classes.slice(1, 1 + limits.length) };
}

function districtsKey({ view, showing, density }: SheetSource, palette: Palette): KeyGroup {
  const { shading } = showing;
  const by = view.choropleth;
  if (!shading || by === 'none') return { head: null, entries: [] };
  const opacity = density.cells ? FAINT : 1;
  const entries = classEntries(
    shading.limits,
    palette.classes,
    palette,
    SHADES[by].measure === 'deaths',
    opacity,
    SHADES[by].isRate ? MAP.rateClassText : MAP.classText,
  );
  return { head: MAP.shadedBy[by], entries };
}

/** None, the classes, and what is not known where that can be. */
function classEntries(
  limits: readonly number[],
  colors: readonly string[],
  palette: Palette,
  hasNoData: boolean,
  opacity: number,
  textOf: typeof MAP.classText = MAP.classText,
): KeyEntry[] {
  return [
    { symbol: classSymbol(colors[0], palette, opacity), label: MAP.none },
    ...limits.map((limit, i) => ({
      symbol: classSymbol(colors[i + 1], palette, opacity),
      label: textOf(limit, limits[i + 1]),
    })),
    ...(hasNoData ? [{ symbol: noDataSymbol(palette), label: MAP.noData }] : []),
  ];
}
