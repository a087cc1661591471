import { rm } from 'node:fs/promises';
import path from 'node:path';
import { outFolder, tool } from '../system/paths.ts';
import { type Outcome, run, runNode } from '../system/run.ts';
import { duration } from '../system/step.ts';

/** Where the unit tests leave their report. */
export const unitReport = path.join(outFolder, 'reports', 'unit.json');

/** One check: its name and the script it runs. */
interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  {
    name: 'Format',
    args: [
      tool('prettier', 'bin', 'prettier.cjs'),
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=node_modules/.cache/prettier-cache.json',
      '.',
    ],
  },
  { name: 'Lint', args: ['build/check/lint.ts'] },
  { name: 'Types', args: ['build/check/types.ts'] },
  { name: 'Architecture', args: ['build/check/architecture.ts'] },
  { name: 'Unused code', args: [tool('knip', 'bin', 'knip.js'), '--no-config-hints'] },
  { name: 'Licences', args: ['build/check/licences.ts'] },
  { name: 'Guards', args: ['build/check/guards.ts'] },
];

/** All unit tests, or those that what has changed can reach; the longest check, so the first. */
function unitTests(since: string | undefined): Check {
  return {
    name: since === undefined ? 'Unit tests' : 'Unit tests of what changed',
    args: [
      tool('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
      '--passWithNoTests',
      ...(since === undefined ? [] : [`--changed=${since}`]),
    ],
  };
}

/** The commit before this one, where there is one: what has changed since is what a commit is about. */
async function commitBefore(): Promise<string | undefined> {
  const { code } = await run('git', ['rev-parse', '--quiet', '--verify', 'HEAD~1']);
  return code === 0 ? 'HEAD~1' : undefined;
}

/** How many checks run beside each other: enough to fill two processors. */
const lanes = 2;

/**
 * Runs all checks, prints one line for each and the output of those that fail; answers the names of the failed ones. `quick` leaves out
 * the tests that take long by their nature, and those that what has changed cannot reach.
 */
export async function runChecks({ quick }: { readonly quick: boolean }): Promise<readonly string[]> {
  // A report of an earlier run must never stand for this one.
  await rm(unitReport, { force: true });
  const waiting = [unitTests(quick ? await commitBefore() : undefined), ...checks];
  const failed: string[] = [];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = performance.now();
      const outcome = await runNode(check.args, { env: { CAMPANELLA_QUICK: quick ? '1' : '0' } });
      report(check.name, outcome, duration(started));
      if (outcome.code !== 0) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}

function report(name: string, outcome: Outcome, time: string): void {
  console.log(`${name}: ${outcome.code === 0 ? 'passed' : 'FAILED'} (${time})`);
  if (outcome.code !== 0) console.log(outcome.output.trimEnd());
}
