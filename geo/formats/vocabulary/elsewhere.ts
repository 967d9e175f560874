import type { SideRule } from './side-rule.ts';

/**
 * Whose side the words of actors are on in files about Syria, Ukraine, the Sahel and Myanmar, in lower case. No side of
 * ours is at war there: a group that fights is an armed group, and a state is another state; which of them is in the
 * right is not said. Names that more than one bear, that changed sides, or of which it is disputed whose they are (the
 * forces of Donetsk and Luhansk, Wagner, volunteers beside an army) have no rule. The names are those of ACLED's lists of
 * actors and of UCDP's Actor Dataset, and their usual short forms.
 */
export const ELSEWHERE_SIDES: readonly SideRule[] = [
  // branches of the Islamic State other than Khorasan's
  [
    'armed_group',
    /\bis(?:wap|gs|sp|cap)\b|\bislamic state's? (?:in |- ?)?(?:the )?(?:west|central|greater|sahel|sahara)/,
  ],
  [
    'armed_group',
    /\bislamic state\b.*\b(?:syria|iraq|levant|libya|sinai|yemen|sahel|sahara|africa|mozambique|somalia)\b/,
  ],

  // Syria
  ['armed_group', /\bfree syrian army\b|\bsyrian national army\b|\bsyrian democratic forces\b|\bsyrian opposition\b/],
  [
    'armed_group',
    /\bha[iy]'?['’]?a?t tahrir al[- ]sham\b|\bhts\b|\bnusra front\b|\bjabhat (?:al[- ]nusra|fateh al[- ]sham)\b/,
  ],
  [
    'armed_group',
    /\bahrar al[- ]sham\b|\bja[iy]sh al[- ]islam\b|\bypg\b|\bypj\b|\b(?:people|women)['’]?s protection units\b/,
  ],
  ['armed_group', /\bpkk\b|\bkurdistan workers['’]? party\b|\bh[ei]zbollah\b|\bhizballah\b/],

  // the Sahel
  ['armed_group', /\bjnim\b|\bjam[a-z'’]* nusrat? (?:al|ul)[- ]islam\b|\bsupport (?:of|for|to) islam and muslims\b/],
  [
    'armed_group',
    /\baqim\b|\bansar (?:al[- ])?dine?\b|\bansaroul islam\b|\bkatiba macina\b|\bmacina liberation front\b/,
  ],
  ['armed_group', /\bboko haram\b|\bjama['’]?atu ahli[s]*\b|\bazawad\b|\bmnla\b|\bmujao\b/],

  // Myanmar
  ['armed_group', /\barakan army\b|\barakan rohingya\b|\barsa\b|\bkachin independence\b|\bkaren national\b|\bknla\b/],
  ['armed_group', /\bta['’]?ang national\b|\btnla\b|\bmyanmar national democratic alliance army\b|\bmndaa\b/],
  [
    'armed_group',
    /\bunited wa state\b|\buwsa\b|\bshan state (?:army|progress)|\bchin (?:national|defen[cs]e)\b|\bkarenni\b/,
  ],
  ['armed_group', /\bpeople['’]?s defen[cs]e force/],

  ['other_state', /\btatmadaw\b|\bministry of (?:defen[cs]e|interior) of\b|\bbarkhane\b|\bfama\b/],
  [
    'other_state',
    /\b(?:syrian|ukrainian|russian|turkish|israeli|iranian|iraqi|malian|nigerien|nigerian|chadian|burkinab[eè]|french|myanmar|indian|chinese) (?:arab |armed |national |ground |security |government |air |special |border |defen[cs]e )*(?:army|forces?|military|navy|police|government|air ?force)\b/,
  ],
  ['other_state', /\bnational guard of ukraine\b|\bisraeli? defen[cs]e forces\b|\brevolutionary guard/],
  [
    'other_state',
    /^(?:syria|ukraine|israel|turkey|türkiye|mali|niger|nigeria|chad|burkina faso|mauritania|france|myanmar)$/,
  ],
];
