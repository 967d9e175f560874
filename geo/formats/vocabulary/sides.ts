import { isEmirateOn } from '../../model/emirate.ts';
import type { ActorSide } from '../../model/incident.ts';
import { memoised } from '../../memo.ts';
import { BOTH_BOX, type Country } from '../../region.ts';
import { ELSEWHERE_SIDES } from './elsewhere.ts';
import type { SideRule } from './side-rule.ts';

/**
 * Whose side the words of an actor are on. The first rule that fits holds, so the particular stand before the general.
 * As in the project's own table of actors, the Afghan Taliban are the Emirate's side before 2021 too, and a group that
 * fights beside the TTP without being part of it is an armed group. A bare "Taliban" is either of the two Talibans, so
 * it has no side here: a dataset that means one of them says so in its own vocabulary. The names are those of the table of
 * actors (`geo/sources/actors.csv`), of ACLED's, UCDP's and GTD's lists of groups in the two countries, and their usual
 * spellings.
 */
const RULES: readonly SideRule[] = [
  ['unknown', /^(?:unknown|unidentified|unclaimed|not known|n\/?a$)/],
  ['civilians', /^(?:civilians?|protest[eo]rs?|rioters?|former)\b/],
  ['armed_group', /\banti-taliban\b|\bpeace committee\b|\blashkar-[ie]-islam\b|\bj[ou]nd[au]ll?ah \(iran\)/],

  ['ttp', /\bttp\b|\bteh?re+[ck]-[ie]-tal[ie]ban\b|\btal[ie]ban (?:movement of )?pakistan\b/],
  ['ttp', /\b(?:pakistani|punjabi) tal[ie]ban\b|\btal[ie]ban \(pakistan\)/],
  ['ttp', /\bjamaa?t[- ]ul[- ]ahrar\b|\bjua\b|\bhizb[- ]ul[- ]ahrar\b|\bahrar[- ]ul[- ]hind\b/],
  ['ttp', /\bgul bahadur\b|\bmullah nazir\b|\bnek muhammad group\b|\bbaitullah mehsud\b|\bfazlullah\b|\bfazal saeed\b/],
  ['ttp', /\btnsm\b|\bnafaz-[ie]-shariat\b|\bj[ou]nd[au]ll?ah\b|\bfeda[iy]?e+n(?:[- ](?:[ie]|al))?[- ]islam\b/],
  ['ttp', /\bansar al-mujahideen\b|\bjaish-e-fursan\b|\btehreek-e-jihad pakistan\b|\btjp\b|^khalid balti$/],

  ...ELSEWHERE_SIDES,

  ['iskp', /\biskp\b|\bis-?k\b|\bisil(?:-k)?\b|\bisis(?:-k)?\b|\bdaesh\b|\bislamic state(?! of afghanistan)\b|^is$/],

  ['emirate', /\bafghan tal[ie]ban\b|\btal[ie]ban \(afghanistan\)|\bislamic emirate\b|\bhaqqani network\b/],
  ['unknown', /\btal[ie]ban\b/],

  ['united_states', /\bunited states\b|^usa?$|\bu\.s\.|\bus (?:forces|army|military|drone)\b|\bcia\b/],
  ['united_states', /\bnato\b|\bisaf\b|\bresolute support\b/],

  [
    'pakistan',
    /\b(?:forces|government|police|army|navy|rangers) (?:of|in) pakistan\b|^pakistan$|\bgovt\.? of pakistan\b/,
  ],
  ['pakistan', /\bpakistani? (?:army|navy|air ?force|police|rangers|military|customs|coast guards?|government)\b/],
  ['pakistan', /\bpakistani? (?:armed|border|security|paramilitary) forces?\b|\bpakistan head of mission\b/],
  ['pakistan', /\bfrontier corps\b|\b(?:frontier|federal|balochistan) constabulary\b|\blevies\b|\bkhasadars?\b/],
  ['pakistan', /\binter-services intelligence\b|\bintelligence bureau\b|\bcounter[- ]terrorism department\b|\bctd\b/],
  ['pakistan', /\banti-narcotics force\b|\bairport security force\b|\bnwfp government\b/],

  ['other_state', /\(islamic republic\)|\bislamic republic of afghanistan\b|\bislamic state of afghanistan\b/],
  ['afghan state', /\b(?:forces|government|police|army) of afghanistan\b|^afghanistan$|\bgovt\.? of afghanistan\b/],
  [
    'afghan state',
    /\bafghan(?:istan)? (?:national |local )?(?:army|police|border (?:force|guard|police)s?|military|government)\b/,
  ],
  [
    'afghan state',
    /\bafghan(?:istan)? (?:national |armed |border |security |special )*forces?\b|\bafghan air ?force\b/,
  ],
  ['afghan state', /\bnational directorate of security\b|\bnds\b|\bana\b|\banp\b|\band?sf\b/],

  ['other_state', /\b(?:military|police|armed|security|border|naval|air|special) forces of\b|^government of\b/],
  ['other_state', /^(?:china|india|iran|russia|tajikistan|uzbekistan|turkmenistan|united kingdom)$/],

  ['armed_group', /\bal[- ]?qa['’]?[ei]da\b|\bbalochi?(?:stan)? (?:liberation|republican?|raaji|nationalist)/],
  ['armed_group', /\bbl[af]\b|\bbra\b|\bbna\b|\bbras\b|\buba\b|\bunited baloch army\b|\bsindhudesh\b|\bsindhu desh\b/],
  [
    'armed_group',
    /\blas(?:hkh?|kh)ar\b|\blej\b|\bsipah-[ie]-|\bjaish-(?:ul|[ie])-|\bjaish al-adl\b|\bharkat\b|\bh[ei]zb-(?:ul|[ie])\b/,
  ],
  ['armed_group', /\b(?:bangash|kachai|mangal|mishti|turi) tribesmen\b|\bbaloch ittehad\b|\btawheed[- ]ul-islam\b/],
  ['armed_group', /\bshah khalid group\b|\bturk[ie]stan bhittani\b/],
  ['armed_group', /\bislamic movement of uzbekistan\b|\bimu\b|\betim\b|\bturk[ei]stan islamic\b|\beast turk[ei]stan\b/],
  ['armed_group', /\bnational resistance front\b|\bnrf\b|\bafghanistan freedom front\b|\bnorthern alliance\b/],
  [
    'armed_group',
    /\bansa+r[- ]?ul[- ]islam\b|\bimarat-e-islami\b|\blal masjid\b|\bmilitias?\b|\brival (?:tribes|groups)\b/,
  ],

  [
    'civilians',
    /\b(?:civilians?|protest[eo]rs|villagers|worshippers|passengers|labou?rers|students|teachers|lawyers)\b/,
  ],
  ['civilians', /\b(?:journalists?|refugees|displaced|tribal (?:elders|jirga)|polio|aid workers|health workers)\b/],
  ['civilians', /\b(?:labou?r group|farmers|pastoralists|fishers|miners|judges|women|children)\b/],
];

/** When and where words are read. */
export interface ActorSetting {
  /** Whether the Taliban held the government of Afghanistan: see `isEmirateOn`. */
  isEmirate: boolean;
  /** Whether it happened in neither of the two countries. */
  isElsewhere: boolean;
}

/** The setting of an event: its first day (`YYYY-MM-DD`), its country where that is known, else its place in degrees. */
export function settingOf(day: string, country: Country | null, lon: number, lat: number): ActorSetting {
  const [west, south, east, north] = BOTH_BOX;
  const isOutside = lon < west || lon > east || lat < south || lat > north;
  return { isEmirate: isEmirateOn(day), isElsewhere: country === null ? isOutside : country === 'other' };
}

/** The side that the words of an actor are on in a setting; `unknown` where they do not tell. */
export function sideOf(words: string, setting: ActorSetting): ActorSide {
  return ownSideOf(words, setting) ?? 'unknown';
}

const ownSideOf = createSideOf([]);

/** What says of words that they mean one of ours, wherever it was. */
const OURS = /pakistan|afghan|tal[ei]ban|\bttp\b|kh[ou]r[ao]s[ao]n|\bis(?:il|is)?-?kp?\b|haqqani/;
/** What short names that are clear in the two countries ("IS", "Levies", "NDS") are elsewhere, where they may be anybody's. */
const ABROAD: Readonly<Partial<Record<SideRule[0], ActorSide | null>>> = {
  ttp: 'armed_group',
  iskp: 'armed_group',
  emirate: null,
  pakistan: null,
  'afghan state': null,
};

/**
 * Gives the side that the words of an actor are on, by a dataset's own rules and then by ours; `null` where no rule
 * knows the words, so that the dataset's own kinds of actors may tell.
 */
export function createSideOf(own: readonly SideRule[]): (words: string, setting: ActorSetting) => ActorSide | null {
  const rules = [...own, ...RULES];
  const ruleOf = memoised((words) => {
    const text = words.trim().toLowerCase();
    const side = rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
    const abroad = side === null || OURS.test(text) ? undefined : ABROAD[side];
    return { side, abroad };
  });
  return (words, { isEmirate, isElsewhere }) => {
    const { side, abroad } = ruleOf(words);
    if (isElsewhere && abroad !== undefined) return abroad;
    return side === 'afghan state' ? afghanSide(words, isEmirate) : side;
  };
}

/** The side of the state of Afghanistan. A name may carry the years of its government: "(2004-2021)", "(2021-)". */
export function afghanSide(words: string, isEmirate: boolean): ActorSide {
  if (words.includes('-2021)')) return 'other_state';
  return isEmirate || words.includes('(2021-') ? 'emirate' : 'other_state';
}
