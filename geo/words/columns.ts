import type { TakenAs } from '../formats/taken.ts';

/** What is known of a field that a column can become. */
interface FieldWords {
  /** its words within a sentence */
  words: string;
  /** its name in `--columns`; those without one are recognised, and cannot be chosen */
  option?: string;
  /** its label where it is chosen on the screen, where that is shorter than its words */
  label?: string;
}

/** Every field that a column of a file can become, in our own names and in the order in which they are offered. */
export const COLUMN_FIELDS = {
  lat: { words: 'latitude', option: 'lat' },
  lon: { words: 'longitude', option: 'lon' },
  position: { words: 'latitude and longitude', option: 'position', label: 'Lat and lon' },
  start: { words: 'date', option: 'date' },
  year: { words: 'year', option: 'year' },
  month: { words: 'month', option: 'month' },
  day: { words: 'day of the month', option: 'day', label: 'Day' },
  end: { words: 'last day', option: 'end' },
  title: { words: 'title', option: 'title' },
  type: { words: 'type', option: 'type' },
  place: { words: 'place', option: 'place' },
  admin: { words: 'district', option: 'district' },
  country: { words: 'country', option: 'country' },
  best: { words: 'killed', option: 'killed' },
  low: { words: 'killed, lowest', option: 'killed_low' },
  high: { words: 'killed, highest', option: 'killed_high' },
  injured: { words: 'injured', option: 'injured' },
  actor1: { words: 'actor 1', option: 'actor1' },
  actor2: { words: 'actor 2', option: 'actor2' },
  remarks: { words: 'notes', option: 'notes' },
  publisher: { words: 'source', option: 'source' },
  url: { words: 'web address', option: 'url' },
  id: { words: 'id', option: 'id' },
  datePrecision: { words: 'how exact the date is' },
  locationPrecision: { words: 'how exact the place is' },
  actors: { words: 'actors' },
  claims: { words: 'claims' },
  confidence: { words: 'confidence' },
} as const satisfies Readonly<Record<TakenAs, FieldWords>>;

/** What a column can be chosen for, here and on the command line. */
export type MappedField = {
  [F in TakenAs]: (typeof COLUMN_FIELDS)[F] extends { option: string } ? F : never;
}[TakenAs];

const WORDS: Readonly<Record<TakenAs, FieldWords>> = COLUMN_FIELDS;

/** The fields that can be chosen, in their order. */
export const MAPPED_FIELDS = (Object.keys(COLUMN_FIELDS) as TakenAs[]).filter(isMapped);

function isMapped(field: TakenAs): field is MappedField {
  return WORDS[field].option !== undefined;
}

/** Whether a field is one that a column can become. */
export function isTakenAs(field: string): field is TakenAs {
  return Object.hasOwn(COLUMN_FIELDS, field);
}

/** What a field is called within a sentence. */
export function fieldWords(field: TakenAs): string {
  return COLUMN_FIELDS[field].words;
}

/** What a field is called where it is chosen. */
export function fieldLabel(field: MappedField): string {
  const { words, label } = WORDS[field];
  return label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a field is called in `--columns`; `null` for one that cannot be chosen. */
export function optionName(field: TakenAs): string | null {
  return WORDS[field].option ?? null;
}
