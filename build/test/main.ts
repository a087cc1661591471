import { runChecks, unitReport } from '../check/steps.ts';
import { runMain } from '../system/step.ts';
import { runEndToEnd } from './end-to-end.ts';
import { prepareEndToEnd } from './prepare.ts';
import { closingLine, readTally, sum, tallyOfUnitReport } from './tally.ts';

await runMain(async () => {
  const runtime = await prepareEndToEnd();
  const failedChecks = await runChecks();
  const unitCode = failedChecks.includes('Unit tests') ? 1 : 0;
  const unit = await readTally(unitReport, unitCode, tallyOfUnitReport);
  const endToEnd = await runEndToEnd(runtime, { projects: [], rest: [] });
  const total = sum([unit, endToEnd]);
  console.log(`\nUnit and server tests: ${closingLine(unit)}`);
  console.log(`End-to-end tests: ${closingLine(endToEnd)}, on Electron ${runtime.version} (${runtime.source})`);
  if (failedChecks.length > 0) console.log(`Failed checks: ${failedChecks.join(', ')}`);
  console.log(closingLine(total));
  return failedChecks.length === 0 && total.failed === 0 && total.passed > 0 ? 0 : 1;
});
