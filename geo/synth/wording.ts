import type { SynthEvent } from './events.ts';

/** What every made event is called by, so that nobody takes it for data. */
export const PUBLISHER = 'Synthetic News Agency';

/** Its number with letters before it: `SYN42`. */
export function synthId({ number }: SynthEvent): string {
  return `SYN${number}`;
}

/** Such as “Synthetic ambush, Wana”. */
export function titleOf(event: SynthEvent): string {
  return `Synthetic ${event.scenario.type.replaceAll('_', ' ')}, ${placeOf(event)}`;
}

/** The place, or the smallest division or country that is known. */
export function placeOf({ spot, country }: SynthEvent): string {
  return spot.name ?? spot.district ?? spot.province ?? country.name;
}

/** Some sentences. A few hold quotes, a line break or Urdu, as real notes do: every reader must bear them. */
export function noteOf(event: SynthEvent): string {
  const { scenario, casualties, spot, wording } = event;
  const { by, on, type } = scenario;
  const note = `Synthetic event: ${type.replaceAll('_', ' ')} near ${placeOf(event)}. ${tollOf(casualties)}`;
  if (wording < 0.02) return `${note} One report calls it "unconfirmed", another "likely".`;
  if (wording < 0.03) return `${note}\nSecond paragraph, also synthetic.`;
  if (wording < 0.05) return `${note} مصنوعی واقعہ: ${spot.nameUr ?? 'مقام معلوم نہیں'}۔`;
  if (wording < 0.25) return `${note} Parties: ${by.plain} and ${on.plain}; reports differ, as nobody made them.`;
  return note;
}

function tollOf({ best, injured }: SynthEvent['casualties']): string {
  const killed = best === null ? 'An unknown number killed' : `${best} killed`;
  return injured === null ? `${killed}.` : `${killed}, ${injured} wounded.`;
}
