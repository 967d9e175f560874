import { neighboursOf, type Neighbours } from '../geo/store/neighbours.ts';
import { comparing, isComparable } from '../geo/story/rule.ts';
import type { Analysis, Panel } from './choices.ts';
import type { AppState } from './state/app.svelte.ts';
import { buttonText, COMMAND_WORDS, keyShortcuts, type MAP_COMMAND_WORDS } from './text/commands.ts';

/** Where the keyboard's focus is: an element of the page, or what a test puts in its place. */
export interface Focus {
  closest(selector: string): unknown;
}

/** What a key and a button do. */
export interface Command<On> {
  /** What is pressed: the key as KeyboardEvent has it, after `Control+`, `Alt+` or `Shift+` where these are held. */
  keys: readonly string[];
  run: (on: On, focus: Focus | null) => void;
  /** Whether there is anything to do; if not, the key is left to others. */
  isAble?: (on: On, focus: Focus | null) => boolean;
  isOn?: (on: On) => boolean;
  /** Done again while the key is held. */
  repeats?: true;
}

export type CommandId = keyof typeof COMMAND_WORDS;

/** All that keys do anywhere on the page, and the buttons that do the same. */
export const COMMANDS: Readonly<Record<CommandId, Command<AppState>>> = {
  play: {
    keys: [' '],
    run: ({ playback }) => playback.toggle(),
    isOn: ({ playback }) => playback.playing,
  },
  back: step('ArrowLeft', -1),
  forward: step('ArrowRight', 1),
  backTen: step('Shift+ArrowLeft', -10),
  forwardTen: step('Shift+ArrowRight', 10),
  first: { keys: ['Home'], run: ({ playback }) => playback.first() },
  last: { keys: ['End'], run: ({ playback }) => playback.last() },
  zoomIn: { keys: ['z'], run: ({ view }) => view.zoomBy(0.5), repeats: true },
  zoomOut: {
    keys: ['x'],
    run: ({ view }) => view.zoomBy(2),
    isAble: ({ view }) => view.zoomed,
    repeats: true,
  },
  wholeAxis: {
    keys: ['0'],
    run: ({ view }) => view.zoomTo(null),
    isAble: ({ view }) => view.zoomed,
  },
  comparable: {
    keys: ['c'],
    run: ({ view }) => view.filter(comparing(!isComparable(view.filters))),
    // the rule is not that of a site with somebody's own incidents
    isAble: ({ data }) => data.published === null,
    isOn: ({ view }) => isComparable(view.filters),
  },
  previous: toNeighbour('[', 'previous'),
  next: toNeighbour(']', 'next'),
  filters: panel('f', 'filters'),
  list: panel('l', 'list'),
  distance: panel('d', 'distance'),
  groups: panel('w', 'groups'),
  data: panel('o', 'data'),
  analysis: {
    keys: ['a'],
    run: ({ view }) => view.toggleAnalysis(),
    isOn: ({ view }) => view.analysis !== null,
  },
  border: analysis('b', 'border'),
  districts: analysis('g', 'districts'),
  table: analysis('y', 'table'),
  trends: analysis('t', 'trends'),
  compare: analysis('s', 'compare'),
  movement: analysis('v', 'movement'),
  hotspots: analysis('h', 'hotspots'),
  claims: analysis('k', 'claims'),
  measure: {
    keys: ['m'],
    run: ({ measuring }) => measuring.use(measuring.mode === 'off' ? 'point' : 'off'),
    isOn: ({ measuring }) => measuring.mode !== 'off',
  },
  report: {
    keys: ['r'],
    run: ({ printing }) => (printing.isReportOpen = true),
    isAble: ({ data }) => data.layers !== null,
  },
  stories: {
    keys: ['n'],
    run: ({ stories }) => stories.toggle(),
    isOn: ({ view }) => view.story !== null,
  },
  storyBack: inStory(',', -1),
  storyNext: inStory('.', 1),
  print: { keys: ['p'], run: ({ printing }) => printing.ask() },
  close: {
    keys: ['Escape'],
    run: (app, focus) => closerOf(app, focus)?.(),
    isAble: (app, focus) => closerOf(app, focus) !== undefined,
  },
};

const EMBEDDED_IDS = [
  ...(['play', 'back', 'forward', 'backTen', 'forwardTen', 'first', 'last'] as const),
  ...(['zoomIn', 'zoomOut', 'wholeAxis', 'comparable', 'close'] as const),
] satisfies CommandId[];

/** Those of map and timeline alone. */
export const EMBEDDED_COMMANDS: Readonly<Partial<Record<CommandId, Command<AppState>>>> = Object.fromEntries(
  EMBEDDED_IDS.map((id) => [id, COMMANDS[id]]),
);

function step(key: string, count: number): Command<AppState> {
  return { keys: [key], run: ({ playback }) => void playback.step(count), repeats: true };
}

function inStory(key: string, by: 1 | -1): Command<AppState> {
  return { keys: [key], run: ({ stories }) => stories.turn?.(by), isAble: ({ stories }) => stories.turn !== null };
}

function panel(key: string, which: Panel): Command<AppState> {
  return {
    keys: [key],
    run: ({ view }) => (view.panel = view.panel === which ? null : which),
    isOn: ({ view }) => view.panel === which,
  };
}

function analysis(key: string, which: Analysis): Command<AppState> {
  return {
    keys: [key],
    run: ({ view }) => view.toggleAnalysis(which),
    isOn: ({ view }) => view.analysis === which,
  };
}

function toNeighbour(key: string, which: 'previous' | 'next'): Command<AppState> {
  return {
    keys: [key],
    run: (app) => {
      const row = neighboursOfOpen(app)?.[which] ?? null;
      if (row !== null) app.view.selected = app.data.store.row(row).properties.id;
    },
    isAble: (app) => neighboursOfOpen(app) !== null,
    repeats: true,
  };
}

/** The rows beside the incident whose panel is open; `null` where none is. */
function neighboursOfOpen({ data, view, figures, measuring }: AppState): Neighbours | null {
  const row = view.selected === null || measuring.mode !== 'off' ? -1 : data.store.indexOf(view.selected);
  return row < 0 ? null : neighboursOf(figures.rows, row);
}

/** What Escape closes: the innermost of all that is open. A field that is typed in leaves it only to what it lies in. */
function closerOf({ floats, measuring, view, stories }: AppState, focus: Focus | null): (() => void) | undefined {
  const around = focus ? floats.around(focus) : undefined;
  if (around || isTyping(focus)) return around;
  const float = floats.innermost();
  if (float) return float;
  if (measuring.mode !== 'off') return () => measuring.use('off');
  if (view.selected !== null) return () => (view.selected = null);
  if (view.panel !== null) return () => (view.panel = null);
  if (view.story !== null) return () => stories.leave();
  return undefined;
}

export type MapCommandId = keyof typeof MAP_COMMAND_WORDS;

/** Held with arrows, which alone step through time. On a Mac the system keeps Control with arrows for itself. */
const HELD = /Mac/.test(globalThis.navigator?.platform ?? '') ? 'Alt' : 'Control';

/** What is pressed while the map has the focus; what it does is the map's, see src/map/keys.ts. */
export const MAP_KEYS: Readonly<Record<MapCommandId, Pick<Command<never>, 'keys'>>> = {
  nearer: { keys: ['+'] },
  farther: { keys: ['-'] },
  west: { keys: [`${HELD}+ArrowLeft`] },
  east: { keys: [`${HELD}+ArrowRight`] },
  north: { keys: [`${HELD}+ArrowUp`] },
  south: { keys: [`${HELD}+ArrowDown`] },
  turnLeft: { keys: [`${HELD}+Shift+ArrowLeft`] },
  turnRight: { keys: [`${HELD}+Shift+ArrowRight`] },
  tiltUp: { keys: [`${HELD}+Shift+ArrowUp`] },
  tiltDown: { keys: [`${HELD}+Shift+ArrowDown`] },
};

const TYPED_IN =
  'input:not([type=range]):not([type=checkbox]):not([type=radio]):not([type=file]), select, textarea, dialog, [contenteditable], [role=dialog][aria-modal=true]';
const USES_SPACE =
  'input:not([type=range]), button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=row], [role=gridcell]';
const USES_ARROWS =
  'input[type=range], input[type=radio], table, [role=slider], [role=listbox], [role=grid], [role=table], [role=menu], [role=tablist], [role=radiogroup]';
const SCROLLS = 'section, aside';

/** What uses a key itself while it has the focus. */
const USERS: Readonly<Record<string, string>> = {
  ' ': USES_SPACE,
  ArrowLeft: USES_ARROWS,
  ArrowRight: USES_ARROWS,
  ArrowUp: USES_ARROWS,
  ArrowDown: USES_ARROWS,
  Home: `${USES_ARROWS}, ${SCROLLS}`,
  End: `${USES_ARROWS}, ${SCROLLS}`,
};

/** Whether keys are text, or choose something, where the focus is. A slider and a box to tick only use some of them. */
export function isTyping(focus: Focus | null): boolean {
  return Boolean(focus?.closest(TYPED_IN));
}

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What is pressed, in the words of `Command.keys`. A sign has its Shift in it. */
function pressed({ key, shiftKey, ctrlKey, altKey }: Press): string {
  // the same key, with and without Shift
  const sign = key === '=' ? '+' : key;
  const held = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && sign.length > 1 && 'Shift'];
  return [...held.filter(Boolean), sign].join('+');
}

/** The command of a key, or `null` where it means nothing or belongs to the element that has the focus. */
export function commandOf<Id extends string>(
  commands: Readonly<Record<Id, { keys: readonly string[] }>>,
  press: Press,
  focus: Focus | null,
): Id | null {
  const used = USERS[press.key];
  // what Escape closes may be what is typed in
  if (press.metaKey || (isTyping(focus) && press.key !== 'Escape') || (used && focus?.closest(used))) return null;
  const ids = Object.keys(commands) as Id[];
  const withKey = (key: string) => ids.find((id) => commands[id].keys.includes(key)) ?? null;
  return withKey(pressed(press)) ?? withKey(pressed({ ...press, shiftKey: false }));
}

/** Does what a key asks for. */
export function runKey<On>(commands: Readonly<Record<string, Command<On>>>, on: On, event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const focus = event.target instanceof Element ? event.target : null;
  const id = commandOf(commands, event, focus);
  if (id === null || commands[id].isAble?.(on, focus) === false) return;
  event.preventDefault();
  if (!event.repeat || commands[id].repeats) commands[id].run(on, focus);
}

/** What a button of a command has, but for its words. */
export function buttonOf(app: AppState, id: CommandId) {
  const { keys, run, isOn } = COMMANDS[id];
  return {
    'aria-keyshortcuts': keyShortcuts(keys),
    // one that changes its words with what is on is not pressed too
    'aria-pressed': 'buttonOn' in COMMAND_WORDS[id] ? undefined : isOn?.(app),
    onclick: () => run(app, null),
  };
}

/** What a button of a command says, with its key. */
export function titleOf(app: AppState, id: CommandId): string {
  return buttonText(COMMAND_WORDS[id], COMMANDS[id].keys[0], COMMANDS[id].isOn?.(app) ?? false);
}
