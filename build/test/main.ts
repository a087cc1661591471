import { runChecks, unitReport } from '../check/steps.ts';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { runMain, Stop } from '../system/step.ts';
import { runEndToEnd } from './end-to-end.ts';
import { listOfFailures } from './failures.ts';
import { prepareEndToEnd } from './prepare.ts';
import { brokenRun, closingLine, readTally, sum, tallyOfUnitReport } from './tally.ts';

await runMain(async () => {
  const runtime = await prepareOrExplain();
  const failedChecks = await runChecks({ quick: false });
  const unitCode = failedChecks.includes('Unit tests') ? 1 : 0;
  const unit = await readTally(unitReport, unitCode, tallyOfUnitReport);
  const endToEnd = runtime === undefined ? brokenRun : await runEndToEnd(runtime, { projects: [], rest: [] });
  const total = sum([unit, endToEnd]);
  if (total.failures.length > 0) console.log(listOfFailures(total.failures));
  console.log(`\nUnit and server tests: ${closingLine(unit)}`);
  console.log(`End-to-end tests: ${closingLine(endToEnd)}${engine(runtime)}`);
  if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.join(', ')}`);
  console.log(closingLine(total));
  return failedChecks.length === 0 && total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/** A build that fails is reported, and the quick checks still run: they usually say why. */
async function prepareOrExplain(): Promise<ElectronRuntime | undefined> {
  try {
    return await prepareEndToEnd();
  } catch (error) {
    if (error instanceof Stop) throw error;
    console.error('The product could not be built, so the end-to-end tests cannot run:', error);
    return undefined;
  }
}

function engine(runtime: ElectronRuntime | undefined): string {
  return runtime === undefined
    ? ', the product was not built'
    : `, on Electron ${runtime.version} (${runtime.source})`;
}
