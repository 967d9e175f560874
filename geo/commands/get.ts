import { acledSource } from '../get/acled.ts';
import { patience, type Patience } from '../get/ask.ts';
import { getFile } from '../get/get-file.ts';
import type { DataSource } from '../get/source.ts';
import { candidateSource, newestCandidate, ucdpSource, UCDP_VERSION } from '../get/ucdp.ts';
import { UsageError } from '../model/errors.ts';
import { readArguments } from './arguments.ts';
import type { Io } from './io.ts';

/** What was asked for, as the sources take it. */
interface GetAsked {
  version: string | undefined;
  countries: readonly string[];
}

const SOURCES: Readonly<Record<string, (asked: GetAsked, patience: Patience) => DataSource | Promise<DataSource>>> = {
  ucdp: ({ version = UCDP_VERSION, countries }, patience) =>
    ucdpSource({ token: ucdpToken(), version, countries }, patience),
  'ucdp-candidate': async ({ version, countries }, patience) => {
    const token = ucdpToken();
    const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
    return candidateSource(
      { token, version: version ?? (await newestCandidate(token, today, patience)), countries },
      patience,
    );
  },
  acled: ({ version, countries }, patience) => {
    if (version !== undefined) throw new UsageError('acled has no versions: leave --version out.');
    const forAccount = 'the e-mail and the password of your account at acleddata.com';
    const email = fromEnvironment('ACLED_EMAIL', forAccount);
    return acledSource({ email, password: fromEnvironment('ACLED_PASSWORD', forAccount), countries }, patience);
  },
};
const NAMES = Object.keys(SOURCES);
const VERSION = /^\d{1,2}(?:\.\d{1,2}){1,3}$/;

export const usage = `get ${NAMES.join('|')} --out FILE.csv [--version ${UCDP_VERSION}] [--countries Pakistan,Afghanistan] [--json]`;
export const summary =
  'Fetches events from UCDP (its yearly dataset, or a month’s Candidate Events) or ACLED into a CSV in their own columns,\n' +
  '      and writes beside it (FILE.csv.source.json) version, checksum, licence and what to cite. What was cut goes on where it\n' +
  '      was. UCDP asks for a token in UCDP_ACCESS_TOKEN, ACLED for an account in ACLED_EMAIL and ACLED_PASSWORD; none is kept.';

/** Fetches a file, and prints what it is. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    version: { type: 'string' },
    countries: { type: 'string', default: 'Pakistan,Afghanistan' },
    json: { type: 'boolean', default: false },
  });
  const [name] = positionals;
  if (positionals.length !== 1 || !Object.hasOwn(SOURCES, name)) {
    throw new UsageError(`get takes one of ${NAMES.join(', ')}, not ${JSON.stringify(positionals.join(' '))}.`);
  }
  const { out, version } = values;
  if (out === undefined || !/\.csv$/i.test(out)) throw new UsageError('get writes a CSV: give --out FILE.csv.');
  if (version !== undefined && !VERSION.test(version)) {
    throw new UsageError(`--version is written as ${UCDP_VERSION} or 26.0.8, not ${JSON.stringify(version)}.`);
  }
  const countries = values.countries.split(',').flatMap((country) => country.trim() || []);
  if (countries.length === 0) throw new UsageError('--countries names one country or more, with commas between.');

  const waiting = patience(io.note);
  const source = await SOURCES[name]({ version, countries }, waiting);
  io.note(`${source.name}: ${source.licence}. Cite ${source.attribution}.`);
  const fetched = await getFile(source, out, waiting);
  if (values.json) return io.out(JSON.stringify({ file: out, ...fetched }));
  io.out(`${fetched.events} events of ${source.name} in ${out} (${fetched.bytes} bytes, ${fetched.hash})`);
}

function ucdpToken(): string {
  return fromEnvironment('UCDP_ACCESS_TOKEN', 'a token, which UCDP gives on request (https://ucdp.uu.se/apidocs/)');
}

function fromEnvironment(name: string, what: string): string {
  const value = process.env[name]?.trim();
  if (value) return value;
  throw new UsageError(`${name} is not set: give in it ${what}.`);
}
