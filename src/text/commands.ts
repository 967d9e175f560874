import type { Analysis } from '../choices.ts';
import { ANALYSIS_WORDS } from './analyses.ts';
import { INCIDENT } from './incident.ts';
import { SHELL } from './shell.ts';

/** What a command is called. */
interface CommandWords {
  /** In the help of the keyboard; commands that follow one another share a line where they share this. */
  help: string;
  /** Of its button, where that names the key. */
  button?: string;
  /** Of its button while it is on. */
  buttonOn?: string;
  /** What else its button says of the key. */
  note?: string;
}

/** An analysis is opened by what it is called. */
function titled(analysis: Analysis): CommandWords {
  return { help: ANALYSIS_WORDS[analysis].title };
}

/** What the commands are called, in the order of the help. */
export const COMMAND_WORDS = {
  play: { help: 'Play or pause', button: 'Play', buttonOn: 'Pause' },
  back: { help: 'One step in time', button: 'One step back', note: 'ten with Shift' },
  forward: { help: 'One step in time', button: 'One step forward', note: 'ten with Shift' },
  backTen: { help: 'Ten steps in time' },
  forwardTen: { help: 'Ten steps in time' },
  first: { help: 'First or last time', button: 'To the first window' },
  last: { help: 'First or last time', button: 'To the last window' },
  zoomIn: { help: 'Nearer or farther on the timeline', button: 'Nearer on the timeline' },
  zoomOut: { help: 'Nearer or farther on the timeline', button: 'Farther on the timeline' },
  wholeAxis: { help: 'The whole timeline' },
  comparable: { help: 'Comparable over time: 10 or more killed', button: 'Only what is comparable over time' },
  previous: { help: 'Previous or next incident, while one is open', button: INCIDENT.previous },
  next: { help: 'Previous or next incident, while one is open', button: INCIDENT.next },
  filters: { help: SHELL.filters },
  list: { help: SHELL.list },
  distance: { help: SHELL.distance },
  groups: { help: 'Who is who', button: 'Who is who' },
  analysis: { help: 'Open or close the analyses', button: 'Analysis: the border, trends and more' },
  border: titled('border'),
  trends: { help: 'Trends' },
  compare: titled('compare'),
  movement: titled('movement'),
  hotspots: titled('hotspots'),
  claims: titled('claims'),
  districts: titled('districts'),
  table: titled('table'),
  data: { help: 'Data: open files' },
  measure: { help: SHELL.measure },
  report: { help: 'Report of what is shown', button: 'Report of what is shown: to read, print or save as PDF' },
  stories: { help: 'Stories', button: 'Stories: read one, or make one' },
  storyBack: { help: 'One step in a story', button: 'One step back in the story' },
  storyNext: { help: 'One step in a story', button: 'Next step of the story' },
  print: { help: 'Print what is shown', button: 'Print what is shown' },
  close: { help: 'Close what is open' },
} as const satisfies Readonly<Record<string, CommandWords>>;

/** What is done to the map by keys. */
export const MAP_COMMAND_WORDS = {
  nearer: { help: 'Nearer or farther, while the map has the focus' },
  farther: { help: 'Nearer or farther, while the map has the focus' },
  west: { help: 'Move the map, while it has the focus' },
  east: { help: 'Move the map, while it has the focus' },
  north: { help: 'Move the map, while it has the focus' },
  south: { help: 'Move the map, while it has the focus' },
  turnLeft: { help: 'Turn or tilt the map, while it has the focus' },
  turnRight: { help: 'Turn or tilt the map, while it has the focus' },
  tiltUp: { help: 'Turn or tilt the map, while it has the focus' },
  tiltDown: { help: 'Turn or tilt the map, while it has the focus' },
} as const satisfies Readonly<Record<string, CommandWords>>;

const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Control: 'Ctrl',
  Alt: '⌥',
  '-': '−',
};

function keyName(key: string): string {
  return KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Keys in the help: `Space`, `← →`, `Home, End`, `Shift + ← →`. All are pressed with the same others. */
export function keysText(keys: readonly string[]): string {
  const parts = keys.map((key) => key.split(/\+(?=.)/).map(keyName));
  const names = parts.map((part) => part[part.length - 1]);
  const held = parts[0].slice(0, -1);
  const text = [...held, names.join(names.every((name) => name.length === 1) ? ' ' : ', ')].join(' + ');
  return text[0].toUpperCase() + text.slice(1);
}

/** What a button says with its key: `Play (space)`, `One step back (←; ten with Shift)`, `Next in time ( ] )`. */
export function withKey(words: string, key: string, note?: string): string {
  const name = keyName(key);
  const inBrackets = '[]()'.includes(name) ? ` ${name} ` : name;
  return `${words} (${note ? `${inBrackets}; ${note}` : inBrackets})`;
}

/** Keys as `aria-keyshortcuts` has them: `Space`, `F`, `Shift+ArrowLeft`. */
export function keyShortcuts(keys: readonly string[]): string {
  return keys.map((key) => (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key)).join(' ');
}

/** The words of a command's button, with its key. */
export function buttonText({ help, button, buttonOn, note }: CommandWords, key: string, isOn: boolean): string {
  return withKey((isOn ? buttonOn : undefined) ?? button ?? help, key, note);
}

/** One line of the help of the keyboard. */
export interface KeyHelp {
  keys: string;
  does: string;
}

/** The help of some commands: those that are called the same stand in one line. */
export function keyHelp<Id extends string>(
  commands: Readonly<Record<Id, { keys: readonly string[] }>>,
  words: Readonly<Record<Id, CommandWords>>,
  except: Id | null = null,
): KeyHelp[] {
  const lines = new Map<string, string[]>();
  for (const id of Object.keys(words) as Id[]) {
    if (id === except) continue;
    const { help } = words[id];
    lines.set(help, [...(lines.get(help) ?? []), ...commands[id].keys]);
  }
  return [...lines].map(([does, keys]) => ({ keys: keysText(keys), does }));
}
