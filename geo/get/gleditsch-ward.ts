import { UsageError } from '../model/errors.ts';

/**
 * The numbers of states by Gleditsch and Ward ("A revised list of independent states since the congress of Vienna",
 * 1999), which UCDP uses: those of the region, of its neighbours, and of the conflicts that are most often set beside it.
 * Any other state is named by its number.
 */
const STATES: Readonly<Record<string, string>> = {
  pakistan: '770',
  afghanistan: '700',
  india: '750',
  iran: '630',
  china: '710',
  tajikistan: '702',
  uzbekistan: '704',
  turkmenistan: '701',
  kyrgyzstan: '703',
  bangladesh: '771',
  myanmar: '775',
  iraq: '645',
  syria: '652',
  turkey: '640',
  lebanon: '660',
  israel: '666',
  yemen: '678',
  ukraine: '369',
  russia: '365',
  mali: '432',
  niger: '436',
  'burkina faso': '439',
  nigeria: '475',
  chad: '483',
  cameroon: '471',
  sudan: '625',
  somalia: '520',
  ethiopia: '530',
};

/** The number of a state, by its name or as it is. Throws a `UsageError` for a name that is not known here. */
export function gleditschWard(country: string): string {
  const name = country.trim().toLowerCase();
  if (/^\d{1,3}$/.test(name)) return name;
  if (Object.hasOwn(STATES, name)) return STATES[name];
  throw new UsageError(
    `--countries has ${JSON.stringify(country)}, whose number is not known here. Give the number of Gleditsch and Ward, or one of ${Object.keys(STATES).join(', ')}.`,
  );
}
