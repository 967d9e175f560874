/**
 * Other names and spellings of the districts of Khyber Pakhtunkhwa, by id, as coders write them. Lower case; words like
 * "district" and "agency" and marks are taken off before the look-up (`bare`), and a Frontier Region, or the sub-division
 * that it became, is its parent. The old names are those of the censuses of 1998 and 2017 and of the law of 2018.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  abbottabad: ['abbotabad', 'abottabad'],
  bajaur: ['bajour', 'bajur', 'bajaur khar'],
  bannu: ['wazir sub division', 'sub division bannu'],
  battagram: ['batagram', 'batgram', 'battgram'],
  buner: ['bunair', 'buneer', 'bunir'],
  charsadda: ['charsada'],
  'dera-ismail-khan': [
    'd i khan',
    'di khan',
    'dikhan',
    'dera ismael khan',
    'dera ismail',
    'drazanda',
    'drazanda sub division',
    'sub division dera ismail khan',
  ],
  hangu: ['hangoo'],
  haripur: ['haripur hazara'],
  karak: [],
  khyber: ['khaibar', 'khaiber'],
  kohat: ['darra adam khel sub division', 'darra adam khel', 'darra adamkhel', 'sub division kohat'],
  'kolai-palas': ['kolai palas kohistan', 'kolai pallas', 'kolai pallas kohistan', 'koli palas'],
  kurram: ['kurrum', 'upper kurram', 'lower kurram', 'central kurram'],
  'lakki-marwat': ['lakki', 'laki marwat', 'lakkimarwat', 'bettani sub division', 'sub division lakki marwat'],
  'lower-chitral': ['chitral lower'],
  'lower-dir': ['dir lower', 'dir payeen', 'dir payan'],
  'lower-kohistan': ['kohistan lower'],
  malakand: ['malakand protected area', 'malakand pa', 'malakand p a'],
  mansehra: ['manshera'],
  mardan: [],
  mohmand: ['momand'],
  'north-waziristan': ['waziristan north', 'n waziristan', 'northern waziristan', 'north wazirstan', 'nwa'],
  nowshera: ['naushera', 'nowshehra'],
  orakzai: ['aurakzai'],
  peshawar: ['hassan khel sub division', 'peshawer', 'peshawur', 'sub division peshawar'],
  shangla: ['shangla par'],
  'south-waziristan': [
    'waziristan south',
    's waziristan',
    'southern waziristan',
    'south wazirstan',
    'swa',
    'south waziristan upper',
    'south waziristan lower',
    'upper south waziristan',
    'lower south waziristan',
  ],
  swabi: ['sawabi'],
  swat: [],
  tank: ['jandola', 'tank jandola', 'jandola sub division', 'sub division tank'],
  torghar: ['tor ghar', 'torgher', 'toorghar', 'kala dhaka', 'kaladhaka'],
  'upper-chitral': ['chitral upper'],
  'upper-dir': ['dir upper', 'dir bala'],
  'upper-kohistan': ['kohistan upper'],
};

/** Other names and spellings of a district, lower case; none of one that is not known. */
export function districtNames(id: string): readonly string[] {
  return NAMES[id] ?? [];
}

/** Districts and agencies that were divided: the old name is any of the new ones. */
const DIVIDED: Readonly<Record<string, readonly string[]>> = {
  chitral: ['lower-chitral', 'upper-chitral'],
  dir: ['lower-dir', 'upper-dir'],
  kohistan: ['lower-kohistan', 'upper-kohistan', 'kolai-palas'],
  // of which agency is not said
  waziristan: ['north-waziristan', 'south-waziristan'],
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
    .replace(
      /\b(?:frontier regions?|f ?r|tribal|districts?|agency|tehsil|province|wilayat|ex|former|erstwhile)\b/g,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim();
}
