import { expect, test } from 'vitest';
import { closingLine, nothing, readTally, sum, tallyOfEndToEndReport, tallyOfUnitReport } from './tally.ts';

const suite = (status: string, ...tests: readonly string[]) => ({
  name: 'a.test.ts',
  message: 'cannot be loaded',
  status,
  assertionResults: tests.map((each) => ({ status: each, fullName: each, failureMessages: ['expected 1'] })),
});

test('counts unit tests by how they ended', () => {
  const report = {
    testResults: [suite('failed', 'passed', 'failed'), suite('passed', 'passed', 'skipped', 'todo')],
  };
  expect(tallyOfUnitReport(report)).toMatchObject({ passed: 2, failed: 1, skipped: 2 });
});

test('counts a unit test file that cannot be loaded as a failure', () => {
  expect(tallyOfUnitReport({ testResults: [suite('failed')] })).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [{ name: 'a.test.ts', message: 'cannot be loaded' }],
  });
});

test('counts flaky end-to-end tests and errors outside tests as failures', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(tallyOfEndToEndReport({ stats, errors: [{}], suites: [] })).toMatchObject({
    passed: 4,
    failed: 3,
    skipped: 2,
  });
});

test('counts a run that broke down without a report as a failure', async () => {
  expect(await readTally('/nowhere/report.json', 1, () => nothing)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: [],
  });
});

test('closes with the sum of all runs', () => {
  const total = sum([
    { ...nothing, passed: 1, skipped: 2 },
    { ...nothing, passed: 3, failed: 4 },
  ]);
  expect(closingLine(total)).toBe('4 passed, 4 failed, 2 skipped');
});
