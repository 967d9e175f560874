/**
 * Other names and spellings of the districts of Khyber Pakhtunkhwa, by id, as coders write them. Lower case; words like
 * "district" and "agency" and marks are taken off before the look-up (`bare`), and a Frontier Region is its parent.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  abbottabad: ['abbotabad', 'abottabad'],
  bajaur: ['bajour', 'bajur', 'bajaur khar'],
  bannu: ['wazir sub division'],
  battagram: ['batagram', 'batgram'],
  buner: ['bunair', 'buneer', 'bunir'],
  charsadda: ['charsada'],
  'dera-ismail-khan': ['d i khan', 'di khan', 'dera ismael khan', 'drazanda sub division', 'dikhan'],
  hangu: ['hangoo'],
  haripur: ['haripur hazara'],
  karak: [],
  khyber: ['khaibar', 'khaiber'],
  kohat: ['darra adam khel sub division', 'darra adam khel'],
  'kolai-palas': ['kolai palas kohistan', 'kolai pallas', 'kolai pallas kohistan', 'kolai palas'],
  kurram: ['kurrum', 'upper kurram', 'lower kurram', 'central kurram'],
  'lakki-marwat': ['lakki', 'laki marwat', 'bettani sub division'],
  'lower-chitral': ['chitral lower'],
  'lower-dir': ['dir lower'],
  'lower-kohistan': ['kohistan lower'],
  malakand: ['malakand protected area', 'malakand pa'],
  mansehra: ['manshera'],
  mardan: [],
  mohmand: ['momand'],
  'north-waziristan': ['waziristan north', 'n waziristan'],
  nowshera: ['naushera', 'nowshehra'],
  orakzai: ['aurakzai'],
  peshawar: ['hassan khel sub division', 'peshawer'],
  shangla: ['shangla par'],
  'south-waziristan': [
    'waziristan south',
    's waziristan',
    'south waziristan upper',
    'south waziristan lower',
    'upper south waziristan',
    'lower south waziristan',
  ],
  swabi: ['sawabi'],
  swat: [],
  tank: ['jandola sub division'],
  torghar: ['tor ghar', 'torgher', 'kala dhaka'],
  'upper-chitral': ['chitral upper'],
  'upper-dir': ['dir upper'],
  'upper-kohistan': ['kohistan upper'],
};

/** Other names and spellings of a district, lower case; none of one that is not known. */
export function districtNames(id: string): readonly string[] {
  return NAMES[id] ?? [];
}

/** Districts that were divided: the old name is any of the new ones. */
const DIVIDED: Readonly<Record<string, readonly string[]>> = {
  chitral: ['lower-chitral', 'upper-chitral'],
  dir: ['lower-dir', 'upper-dir'],
  kohistan: ['lower-kohistan', 'upper-kohistan', 'kolai-palas'],
};

const IDS = new Map<string, readonly string[]>([
  ...Object.entries(NAMES).flatMap(([id, others]) =>
    [id.replaceAll('-', ' '), ...others].map((name): [string, readonly string[]] => [name, [id]]),
  ),
  ...Object.entries(DIVIDED),
]);

/**
 * The ids of the districts that a coder's words name: one as a rule, several for a district that was divided since
 * ("Chitral"), none where the words name no district of Khyber Pakhtunkhwa or more than one ("Kurram and Orakzai").
 * Of several parts between commas ("Peshawar, Khyber Pakhtunkhwa") the one that names a district counts.
 */
export function districtIds(words: string | null): readonly string[] {
  if (words === null) return [];
  const whole = IDS.get(bare(words));
  if (whole) return whole;
  const parts = words
    .split(',')
    .map((part) => IDS.get(bare(part)))
    .filter((ids) => ids !== undefined);
  return new Set(parts).size === 1 ? parts[0] : [];
}

/** Lower case without accents, marks and the words that say what kind of unit it is. */
export function bare(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .replace(/\b(?:frontier region|fr|tribal|district|agency|tehsil|province|wilayat)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
