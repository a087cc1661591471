import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { root, tool } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { runMain, Stop } from '../system/step.ts';

const folders = ['domain', 'main', 'renderer', 'sync-server', 'build', 'tests', 'bench'];

/** The part of the cruiser's report that we read. */
interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

await runMain(async () => {
  const present = folders.filter((folder) => existsSync(path.join(root, folder)));
  const { code, output, stdout } = await runNode([
    tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...present,
  ]);
  if (!stdout.startsWith('{')) throw new Stop(`The dependency check ended with code ${code}:\n${output}`);
  const { summary } = JSON.parse(stdout) as Report;
  for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
  const expected = await sourceFileCount(present);
  // A parser that silently reads nothing would report no violation either.
  if (summary.totalCruised < expected) {
    throw new Stop(`Only ${summary.totalCruised} modules were read, but there are ${expected} source files.`);
  }
  console.log(`${summary.totalCruised} modules, ${summary.violations.length} violations`);
  return summary.violations.length === 0 ? 0 : 1;
});

async function sourceFileCount(present: readonly string[]): Promise<number> {
  let count = 0;
  for (const folder of present) {
    for await (const file of glob(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: root })) {
      if (!file.endsWith('.d.ts')) count += 1;
    }
  }
  return count;
}
