import type { Country } from '../region.ts';
import type { ClaimParty } from './claim-kinds.ts';
import { isEmirateOn } from './emirate.ts';

/** When and where a claim is of. */
interface ClaimSetting {
  country: Country | null;
  /** The first day of the incident, `YYYY-MM-DD`. */
  start: string;
}

/** The first rule that fits holds, so the particular stand before the general. `afghan` is whoever governs, `state` is that of the country. */
const PARTY_RULES: readonly (readonly [party: ClaimParty | 'afghan' | 'state', pattern: RegExp])[] = [
  ['dataset', /\b(?:ucdp|acled|gtd|satp|dataset)\b/],

  ['ttp', /\bttp\b|\bteh?r(?:e+|i)[ck]-[ie]-tal[ie]ban\b|\bpakistani tal[ie]ban\b|\bjamaa?t[- ]ul[- ]ahrar\b|\bjua\b/],
  ['ttp', /\bhizb[- ]ul[- ]ahrar\b|\bgul bahadur\b|\baswad-ul-harb\b|\bansar-ul-islam\b|\btehreek-e-jihad\b/],
  ['armed_group', /\bislamic state\b|\biskp\b|\bal-qaeda\b|\bimu\b|\bjaish al-hind\b|\blal masjid\b|^militants\b/],
  ['armed_group', /\b(?:baloch|balochistan) (?:liberation|nationalist|republican)|\bb(?:la|lf|na|ras)\b|\blashkar\b/],

  ['media', /^press\b|\bmedia and social posts\b|\bsocial media\b|\breports?\b|\bdatabase\b|\bcompilation\b/],
  [
    'media',
    /\breference entry\b|\blater counts\b|\bindian media\b|\bpakistani media\b|\bsamaa\b|\btolonews\b|\bnews\b/,
  ],
  ['media', /\bariana\b|\bafghanistan international\b|\bdawn\b|\bdaily times\b|\bexpress tribune\b|\brepublic world\b/],
  ['media', /\bpakistan (?:today|standard|observer)\b/],

  ['local', /\bresidents?\b|\belders?\b|\bjirga\b|\bfamily of\b|\bprotesters?\b|\bclerics\b|\bhospitals?\b|\brescue\b/],
  ['local', /\blocal (?:sources|leaders)\b|\bwitness(?:es)?\b|\bsurgeon\b/],

  ['aid', /\bunama\b|\bunicef\b|\bun\b|\bunited nations\b|\bnrc\b|\bngo\b|\bred cross\b|\bicrc\b|\bhuman rights\b/],
  ['other_state', /\bunited states\b|\bus (?:officials|investigation|military)\b|\bnato\b|\bisaf\b/],
  ['other_state', /\b(?:china|chinese|qatar|turk(?:ey|ish)|india|indian|iran|saudi)\b/],

  [
    'emirate',
    /\bafghan taliban\b|\bislamic emirate\b|\btaliban (?:government|officials?|spokesman|deputy|\w+ ministry)\b/,
  ],
  ['other', /\blinked\b|\bafghan sources\b|\binvestigation\b|\bmediators?\b/],
  ['republic', /\bislamic republic of afghanistan\b/],
  [
    'afghan',
    /\bafghan(?:istan)?\b|\bkabul\b|\bkunar\b|\bkhost\b|\bkandahar\b|\bnangarhar\b|\bpakti[ak]a?\b|\bspin boldak\b/,
  ],
  ['pakistan', /\bpakistan(?:i)?\b|\bispr\b|\bfrontier corps\b|\brangers\b|\bctd\b|\bcounter-terrorism department\b/],
  ['pakistan', /\bkp\b|\bkhyber pakhtunkhwa\b|\bbalochistan (?:government|home|health|police|officials)|\bsindh\b/],
  ['state', /\bpolice\b|\bofficials?\b|\bsecurity\b|\bmilitary\b|\barmy\b|\bintelligence\b|\bparamilitary\b|\brpo\b/],
  ['state', /\bminist(?:er|ry)\b|\bgovernor\b|\bgovernment\b|\bcommissioner\b|\bpresident\b|\bcontrol room\b/],
  [
    'state',
    /\badministration\b|\bjail\b|\bprovincial\b|\bhealth (?:officer|department)\b|\bcustoms\b|\bforeign office\b|\bspecial assistant\b/,
  ],
];

/**
 * The party that the words of a claim name; `other` where they name several, none of these, or nothing that tells.
 * What stands in brackets or after “via” and “citing” says where the claim was read, not whose it is. Bare “Police” or
 * “Officials” are those of the country where it was.
 */
export function partyOfClaim(by: string, setting: ClaimSetting): ClaimParty {
  const words = by
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(?:via|citing)\b.*/, ' ')
    .trim();
  const whole = /\bmedia and social posts\b/.test(words) ? [words] : words.split(/\s+and\s+|\s*\/\s*/);
  const parties = new Set(whole.filter((part) => part !== '').map((part) => partyOfWords(part, setting)));
  const [party] = parties;
  return parties.size === 1 ? party : 'other';
}

function partyOfWords(words: string, { country, start }: ClaimSetting): ClaimParty {
  const found = PARTY_RULES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
  const afghan = isEmirateOn(start) ? 'emirate' : 'republic';
  if (found === 'afghan') return afghan;
  if (found !== 'state') return found;
  return country === 'PK' ? 'pakistan' : country === 'AF' ? afghan : 'other';
}
