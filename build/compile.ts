import { compile, compileSummary } from './compile/bundle.ts';
import { runMain, step } from './system/step.ts';

await runMain(async () => {
  await step('Build', compile, compileSummary);
});
