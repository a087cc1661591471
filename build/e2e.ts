import { runMain } from './system/step.ts';
import { runEndToEnd } from './test/end-to-end.ts';
import { listOfFailures } from './test/failures.ts';
import { prepareEndToEnd } from './test/prepare.ts';
import type { Selection } from './test/rounds.ts';
import { closingLine } from './test/tally.ts';

await runMain(async () => {
  const runtime = await prepareEndToEnd();
  const tally = await runEndToEnd(runtime, selectionOf(process.argv.slice(2)));
  if (tally.failures.length > 0) console.log(listOfFailures(tally.failures));
  console.log(closingLine(tally));
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
});

/** `--project=NAME` chooses the round; everything else goes to the test runner as it is. */
function selectionOf(args: readonly string[]): Selection {
  const flag = '--project=';
  return {
    projects: args.filter((arg) => arg.startsWith(flag)).map((arg) => arg.slice(flag.length)),
    rest: args.filter((arg) => !arg.startsWith(flag)),
  };
}
