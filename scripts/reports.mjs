/** Counts in the JSON reports of the test runners: `{passed, failed, skipped}`, the skipped ones by title. */

/** Vitest's report. A file that failed before its first test (an import that throws) is one failure. */
export function countVitest({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: [] };
  for (const file of testResults) {
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
      counts.failed += 1;
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped.push(fullName);
    }
  }
  return counts;
}

/** Every test in a suite of Playwright's report, with the title of its spec. */
function testsOf(suite) {
  const here = (suite.specs ?? []).flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  return [...here, ...(suite.suites ?? []).flatMap(testsOf)];
}

/** Playwright's report. `errors` are those outside any test; a flaky test is a failed one. */
export function countPlaywright({ suites, errors }) {
  const counts = { passed: 0, failed: errors.length, skipped: [] };
  for (const { status, title, projectName } of suites.flatMap(testsOf)) {
    if (status === 'expected') counts.passed += 1;
    else if (status === 'skipped') counts.skipped.push(`${title} (${projectName})`);
    else counts.failed += 1;
  }
  return counts;
}
