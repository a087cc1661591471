import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { root, tool } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { runMain, Stop } from '../system/step.ts';
import { parentCircles, type Import } from './parent-circles.ts';

const folders = ['domain', 'main', 'renderer', 'sync-server', 'build', 'tests', 'bench'];

/** The part of the cruiser's report that we read. */
interface Report {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** The programs, none of which has a circle of folders; tests may reach up. */
const withoutFolderCycles = ['domain', 'main', 'sync-server', 'renderer', 'build'];

await runMain(async () => {
  const present = folders.filter((folder) => existsSync(path.join(root, folder)));
  const { summary } = await cruise('.dependency-cruiser.mjs', present);
  const ofFolders = await cruise('.dependency-cruiser.folders.mjs', withoutFolderCycles);
  const circles = parentCircles(importsOf(ofFolders));
  for (const circle of circles) console.error(circle);
  const expected = await sourceFileCount(present);
  // A parser that silently reads nothing would report no violation either.
  if (summary.totalCruised < expected) {
    throw new Stop(`Only ${summary.totalCruised} modules were read, but there are ${expected} source files.`);
  }
  const found = summary.violations.length + ofFolders.summary.violations.length + circles.length;
  console.log(`${summary.totalCruised} modules, ${found} violations`);
  return found === 0 ? 0 : 1;
});

/** Runs the cruiser, and says each violation that it has found. */
async function cruise(config: string, paths: readonly string[]): Promise<Report> {
  const { code, output, stdout } = await runNode([
    tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    '--config',
    config,
    '--output-type',
    'json',
    ...paths,
  ]);
  if (!stdout.startsWith('{')) throw new Stop(`The dependency check ended with code ${code}:\n${output}`);
  const report = JSON.parse(stdout) as Report;
  for (const { rule, from, to } of report.summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
  return report;
}

/** The imports among the files that were read: what stands outside is never below any of them. */
function importsOf({ modules }: Report): readonly Import[] {
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
}

async function sourceFileCount(present: readonly string[]): Promise<number> {
  let count = 0;
  for (const folder of present) {
    for await (const file of glob(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: root })) {
      if (!file.endsWith('.d.ts')) count += 1;
    }
  }
  return count;
}
