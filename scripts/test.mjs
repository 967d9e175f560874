/**
 * `npm test`: from a fresh clone to `N passed, N failed`. Node built-ins only, until the packages are installed.
 * `npm test -- PART…` runs parts of it: checks, unit, browser; or `long`, browser tests that say for further sizes and formats what
 * others say for one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser, findTestBrowser } from './browser.mjs';
import { buildApp, buildLayers } from './build.mjs';
import { node } from './command.mjs';
import { ensureEngines } from './engines.mjs';
import { install } from './install.mjs';
import { countPlaywright, countVitest } from './reports.mjs';

const VITEST_REPORT = '.cache/vitest.json';
const PLAYWRIGHT_REPORT = '.cache/playwright.json';
const ENGINES_REPORT = '.cache/engines.json';

/** Several times what they take on a slow machine: what hangs is ended and told, instead of holding up everything. */
const UNIT_MINUTES = 12;
const BROWSER_MINUTES = 75;
const ENGINES_MINUTES = 8;

const bin = (path, ...args) => node([`node_modules/${path}`, ...args]);

const STEPS = [
  { name: 'format', part: 'checks', run: () => bin('prettier/bin/prettier.cjs', '--check', '.') },
  { name: 'lint', part: 'checks', run: () => bin('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'unused code', part: 'checks', run: () => bin('knip/bin/knip.js') },
  { name: 'types', part: 'checks', run: () => bin('typescript/bin/tsc', '--noEmit', '-p', '.') },
  { name: 'component types', part: 'checks', run: checkComponents },
  { name: 'layers', part: 'unit browser long', run: buildLayers },
  { name: 'unit and property tests', part: 'unit', run: runVitest, report: VITEST_REPORT, count: countVitest },
  { name: 'app', part: 'browser long', run: buildApp },
  { name: 'browser tests', part: 'browser', run: runBrowser, report: PLAYWRIGHT_REPORT, count: countPlaywright },
  { name: 'long browser tests', part: 'long', run: runLong, report: PLAYWRIGHT_REPORT, count: countPlaywright },
  { name: 'other engines', part: 'browser', run: runEngines, report: ENGINES_REPORT, count: countPlaywright },
];
/** What runs unless it is said what is to run. */
const PARTS = ['checks', 'unit', 'browser'];
const ALL_PARTS = [...PARTS, 'long'];

function checkComponents() {
  return bin('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings');
}

/**
 * The seed of all that is random is told first, so that a run can be run again as it was. One that does not end is run
 * once more with the same seed: what hangs for what it was given hangs again, what the machine held up does not.
 */
async function runVitest() {
  const seed = process.env.PROPERTY_SEED ?? String(Date.now() % 2 ** 31);
  console.log(`PROPERTY_SEED=${seed}`);
  const reporters = ['default', 'json', './scripts/slow-reporter.mjs'].map((name) => `--reporter=${name}`);
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, `--outputFile.json=${VITEST_REPORT}`];
  const run = () => node(args, { env: { PROPERTY_SEED: seed }, limitMinutes: UNIT_MINUTES });
  const code = await run();
  // without a report it was ended, or fell
  return existsSync(VITEST_REPORT) ? code : run();
}

function runBrowser() {
  return runPlaywright(['desktop', 'phone']);
}

function runLong() {
  return runPlaywright(['long']);
}

async function runPlaywright(projects) {
  const env = { CHROMIUM_PATH: await ensureBrowser(findTestBrowser), PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT };
  const cli = 'node_modules/@playwright/test/cli.js';
  const args = ['test', '--forbid-only', '--reporter=list,json', ...projects.map((name) => `--project=${name}`)];
  return node([cli, ...args], { env, limitMinutes: BROWSER_MINUTES });
}

/** The main ways through the page in Firefox and WebKitGTK. Where one is not here its tests are skipped, and the last lines say so. */
async function runEngines() {
  remarks.push(...(await ensureEngines()));
  const cli = 'node_modules/@playwright/test/cli.js';
  const args = ['test', '--config=tests/engines', '--forbid-only', '--reporter=list,json'];
  return node([cli, ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: ENGINES_REPORT },
    limitMinutes: ENGINES_MINUTES,
  });
}

/** Runs a step and gives its counts. A step that fails without a failed test (a type error, a crash) is one failure. */
async function runStep(step) {
  console.log(`\n── ${step.name}`);
  if (step.report) rmSync(step.report, { force: true });
  const code = await step.run().catch((error) => {
    console.error(error.message);
    return 1;
  });
  const none = { passed: 0, failed: 0, skipped: [] };
  const counts =
    step.report && existsSync(step.report) ? step.count(JSON.parse(readFileSync(step.report, 'utf8'))) : none;
  for (const title of counts.skipped) console.log(`skipped: ${title}`);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  // a run that found no test proves nothing
  if (step.report && counts.passed + counts.failed + counts.skipped.length === 0) counts.failed = 1;
  return counts;
}

function chooseParts(args) {
  const unknown = args.filter((arg) => !ALL_PARTS.includes(arg));
  if (unknown.length === 0) return args.length > 0 ? args : PARTS;
  console.error(`There is no part ${unknown.join(', ')}. Usage: npm test [-- ${ALL_PARTS.join(' | ')} …]`);
  process.exit(2);
}

const parts = chooseParts(process.argv.slice(2));
const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];
/** Sentences for the last lines: what was not tested, and why. */
const remarks = [];
try {
  await install();
  mkdirSync('.cache', { recursive: true });
  for (const step of STEPS.filter(({ part }) => parts.some((name) => part.split(' ').includes(name)))) {
    const { passed, failed, skipped } = await runStep(step);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped.length;
    if (failed > 0) failedSteps.push(step.name);
  }
} catch (error) {
  console.error(error.message);
  total.failed += 1;
  failedSteps.push('setting up');
}
console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}` : '\nNothing failed');
for (const remark of remarks) console.log(remark);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
