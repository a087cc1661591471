import { tool } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { runMain } from '../system/step.ts';

/** Folders with source code; named so that the linter never wanders into installed packages. */
const folders = ['domain', 'main', 'renderer', 'sync-server', 'build', 'tests', 'bench'];

await runMain(async () => {
  const { code, output } = await runNode([
    tool('oxlint', 'bin', 'oxlint'),
    '--type-aware',
    '--report-unused-disable-directives',
    '--deny-warnings',
    ...folders,
    ...process.argv.slice(2),
  ]);
  console.log(output);
  return code;
});
