/*
 * GeoNames' alternate names come here without their languages. So only a name whose letters tell the language is taken:
 * a wrong name is worse than none.
 */

const SHARED = 'ابپتثجچحخدذرزژسشصضطظعغفقلمنوآأؤئء ';
const URDU_ONLY = 'ٹڈڑںےہھ';
const URDU = new RegExp(`^[${SHARED}کگیۓۂۃ${URDU_ONLY}]+$`);
/** In Urdu ھ only follows the consonant that it aspirates, and no word begins with ئ. */
const MISSPELT_URDU = /^ئ|(^|[^بپتٹجچدڈرڑکگلمن])ھ/;
const PASHTO_ONLY = 'ټډړښږځڅڼګۍ';
const PASHTO = new RegExp(`^[${SHARED}کهيیېۀ${PASHTO_ONLY}]+$`);
/** Words for `district`, `tehsil`, `village`: such a name is not the town's alone. */
const DISTRICT = /ضلع|ولسوال|علاق|تصیل|قريه/;
/** Names that the source gives wrongly as Urdu: Bahawalpur's for Bahawalnagar, Gwadar's in Arabic, Chitral's in Khowar. */
const NOT_URDU = new Set(['بہاولپور', 'جوادر', 'چھترار']);

/** The name in Urdu. A Pakistani town's name in letters that Urdu shares with Persian is Urdu's as well. */
export function nameInUrdu(alternates: readonly string[], country: string): string | null {
  const possible = alternates.filter(
    (name) => URDU.test(name) && !MISSPELT_URDU.test(name) && !DISTRICT.test(name) && !NOT_URDU.has(name),
  );
  const certain = possible.find((name) => [...URDU_ONLY].some((letter) => name.includes(letter)));
  return certain ?? (country === 'PK' ? (possible[0] ?? null) : null);
}

/** The name in Pashto, where a letter tells that it is. */
export function nameInPashto(alternates: readonly string[]): string | null {
  const possible = alternates.filter((name) => PASHTO.test(name) && !DISTRICT.test(name));
  return possible.find((name) => [...PASHTO_ONLY].some((letter) => name.includes(letter))) ?? null;
}
