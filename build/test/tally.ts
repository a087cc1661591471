import { readFile } from 'node:fs/promises';
import {
  type EndToEndFailures,
  type Failure,
  failuresOfEndToEndReport,
  failuresOfUnitReport,
  type UnitReport,
} from './failures.ts';

/** Tests counted by how they ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name and with what it said. */
  readonly failures: readonly Failure[];
}

/** No test at all. */
export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** A run that broke down counts as one failed test. */
export const brokenRun: Tally = { ...nothing, failed: 1 };

/** The sum of several counts. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

/** The closing line of `npm test`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Counts the unit tests of a vitest report. A suite that could not be loaded has no tests of its own and counts as one failure. */
export function tallyOfUnitReport(report: unknown): Tally {
  const { testResults } = report as UnitReport;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const counted = (asked: string) => tests.filter(({ status }) => status === asked).length;
  const [passed, failed] = [counted('passed'), counted('failed')];
  const failures = failuresOfUnitReport(report as UnitReport);
  return { passed, failed: failures.length, skipped: tests.length - passed - failed, failures };
}

/** Counts the tests of a Playwright report. Without retries, a flaky test cannot be; if one is, it failed. */
export function tallyOfEndToEndReport(report: unknown): Tally {
  const { stats, errors } = report as EndToEndReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: failuresOfEndToEndReport(report as EndToEndReport),
  };
}

/** Reads a report; a run that failed without a failed test in its report, or without a report, counts as one failure. */
export async function readTally(
  file: string,
  exitCode: number,
  count: (report: unknown) => Tally,
): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return exitCode === 0 ? nothing : brokenRun;
  const tally = count(JSON.parse(text));
  return exitCode !== 0 && tally.failed === 0 ? sum([tally, brokenRun]) : tally;
}

interface EndToEndReport extends EndToEndFailures {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}
