import { runChecks } from './check/steps.ts';
import { runMain } from './system/step.ts';

await runMain(async () => {
  const failed = await runChecks({ quick: true });
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
