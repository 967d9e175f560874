/**
 * The one place that asks `Intl`. Numbers, units, ranges, lists, plurals, names of months and of countries come from
 * here, each with its calendar and its digits stated: another language must not bring another calendar by itself.
 */

/** The language of the words on screen. */
const LOCALE = 'en';
const DIGITS = { numberingSystem: 'latn' } as const;

/** `make`, called once for each locale and options: making a formatter takes as long as hundreds of texts. */
function memoised<O extends object, T>(make: (locale: string, options: O) => T): (options: O) => T {
  const made = new Map<string, T>();
  // the options of a call are constants: their text need not be made anew for each row of a list
  const keys = new WeakMap<O, string>();
  return (options) => {
    let key = keys.get(options);
    if (key === undefined) keys.set(options, (key = `${LOCALE} ${JSON.stringify(options)}`));
    let one = made.get(key);
    if (one === undefined) made.set(key, (one = make(LOCALE, options)));
    return one;
  };
}

const numberFormat = memoised(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { ...DIGITS, ...options }),
);
const dateFormat = memoised(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...DIGITS, calendar: 'gregory', timeZone: 'UTC', ...options }),
);
const listFormat = memoised((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
const pluralRules = memoised((locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options));
const regionNames = memoised((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options));
const collator = memoised((locale, options: Intl.CollatorOptions) => new Intl.Collator(locale, options));

type Unit = 'kilometer' | 'mile' | 'kilobyte' | 'megabyte' | 'second';

/** How a number is written. */
interface Style {
  decimals?: 0 | 1 | 2 | 4;
  unit?: Unit;
  /** whether thousands stand apart; they do not in a year */
  grouped?: boolean;
}

const styles = new Map<string, Intl.NumberFormatOptions>();

function optionsOf({ decimals = 0, unit, grouped = true }: Style): Intl.NumberFormatOptions {
  const key = `${decimals} ${unit} ${grouped}`;
  let options = styles.get(key);
  if (options === undefined) {
    options = {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: grouped,
      signDisplay: 'negative',
      ...(unit && { style: 'unit', unit, unitDisplay: 'short' }),
    };
    styles.set(key, options);
  }
  return options;
}

/** The number that is written: its last digit is that of its exact value, where `Intl` rounds what it would show of it. */
function rounded(value: number, decimals: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) : value;
}

/** English has a hyphen for the minus sign in `Intl`. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}

/** A number, with its unit where it has one: `1,234`, `12.4 km`. */
export function numberText(value: number, style: Style = {}): string {
  return withMinus(numberFormat(optionsOf(style)).format(rounded(value, style.decimals ?? 0)));
}

/** What stands between the ends of a range. To ask for each range anew takes twenty times as long as its numbers. */
const rangeMark = memoised((locale, options: Intl.NumberFormatOptions) => {
  const parts = new Intl.NumberFormat(locale, options).formatRangeToParts(1, 2);
  return parts.find(({ source }) => source === 'shared')?.value ?? '–';
});

/** Two numbers, the lesser first: `2–4`. */
export function numberRangeText(from: number, to: number): string {
  return `${numberText(from)}${rangeMark(DIGITS)}${numberText(to)}`;
}

/** Two numbers that differ, the lesser first, with their unit: `0–10 km`. */
export function unitRangeText(from: number, to: number, unit: Unit): string {
  return withMinus(numberFormat(optionsOf({ unit })).formatRange(rounded(from, 0), rounded(to, 0)));
}

const PLAIN: Intl.NumberFormatOptions = { useGrouping: false, maximumFractionDigits: 12, signDisplay: 'negative' };

/** A number as it is, without thousands apart: a year, a day of a month, a limit of a class. */
export function plainText(value: number): string {
  return withMinus(numberFormat(PLAIN).format(value));
}

const MONTH: Intl.DateTimeFormatOptions = { month: 'short' };

/** The short name of the month in which a moment lies, in UTC: `Oct`. */
export function monthName(milliseconds: number): string {
  return dateFormat(MONTH).format(milliseconds);
}

const COMMAS: Intl.ListFormatOptions = { type: 'unit', style: 'short' };

/** Things beside each other: `Khyber, Kurram, Orakzai`. */
export function listText(items: readonly string[]): string {
  return listFormat(COMMAS).format(items);
}

const CARDINAL: Intl.PluralRulesOptions = { type: 'cardinal' };

/** A sentence in the forms that a language has for counts: two in English, six in Arabic. */
export type Forms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The form for a count. */
export function formFor(count: number, forms: Forms): string {
  return forms[pluralRules(CARDINAL).select(count)] ?? forms.other;
}

const REGION: Intl.DisplayNamesOptions = { type: 'region', fallback: 'code' };

/** The name of a country's code; the code itself where there is none. */
export function regionName(code: string): string {
  return regionNames(REGION).of(code) ?? code;
}

const NAMES: Intl.CollatorOptions = { usage: 'sort' };

/** The order of names in an index. */
export function byName(a: string, b: string): number {
  return collator(NAMES).compare(a, b);
}

/** A name as it is looked for: in one case. */
export function folded(text: string): string {
  return text.toLowerCase();
}
