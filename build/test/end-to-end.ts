import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { findChromium } from '../system/chromium.ts';
import { type CommandLine, onVirtualDisplay, withKeyring } from '../system/display.ts';
import { inLanes } from '../system/lanes.ts';
import { outFolder, root, tool } from '../system/paths.ts';
import { run } from '../system/run.ts';
import { duration } from '../system/step.ts';
import { type Round, roundsOf, type Selection } from './rounds.ts';
import { readTally, sum, type Tally, tallyOfEndToEndReport } from './tally.ts';

/** A round needs about one processor: a browser or an Electron, its server, and the runner, which wait for each other. */
const LANES = Math.min(4, Math.max(2, availableParallelism()));

/** Runs the end-to-end tests in all rounds and counts them. */
export async function runEndToEnd(runtime: ElectronRuntime, selection: Selection): Promise<Tally> {
  // What is made once for all tests: schools, pages.
  const folder = await mkdtemp(path.join(tmpdir(), 'campanella-run-'));
  // A choice of tests may want the screen of the person who looks: one round after the other.
  const lanes = selection.rest.length > 0 ? 1 : LANES;
  try {
    await rm(path.join(root, 'test-results'), { recursive: true, force: true });
    return sum(
      await inLanes(lanes, roundsOf(selection), (round) => runRound(runtime, round, folder, selection.rest)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runRound(
  runtime: ElectronRuntime,
  round: Round,
  folder: string,
  rest: readonly string[],
): Promise<Tally> {
  const started = performance.now();
  const report = path.join(outFolder, 'reports', `e2e-${round.name}.json`);
  await rm(report, { force: true });
  await mkdir(path.dirname(report), { recursive: true });
  // A keyring, and a bus, of its own: tests must not see, or leave anything in, the one of the person at this machine.
  const session = await mkdtemp(path.join(tmpdir(), 'campanella-session-'));
  const [program, ...args] = commandLine(round, rest);
  const { code } = await run(program, args, {
    echo: true,
    env: {
      CAMPANELLA_ELECTRON_EXECUTABLE: runtime.executable,
      CAMPANELLA_CHROMIUM_EXECUTABLE: findChromium(),
      CAMPANELLA_KEYRING: round.keyring ? '1' : '0',
      CAMPANELLA_E2E_REPORT: report,
      CAMPANELLA_RUN_FOLDER: folder,
      DBUS_SESSION_BUS_ADDRESS: undefined,
      ...(process.platform === 'linux' ? { XDG_RUNTIME_DIR: session, XDG_DATA_HOME: session } : {}),
    },
  });
  await rm(session, { recursive: true, force: true });
  const tally = await readTally(report, code, tallyOfEndToEndReport);
  console.log(
    `End to end (${round.name}): ${tally.passed} passed, ${tally.failed} failed (${duration(started)})`,
  );
  return tally;
}

function commandLine(round: Round, rest: readonly string[]): CommandLine {
  const plain: CommandLine = [
    process.execPath,
    tool('@playwright', 'test', 'cli.js'),
    'test',
    '--pass-with-no-tests',
    // Each round empties the folder of its traces when it begins.
    `--output=${path.join('test-results', round.name)}`,
    ...round.projects.map((name) => `--project=${name}`),
    ...(round.shard === undefined ? [] : [`--shard=${round.shard}`]),
    // To record costs a fifth of the steps: whoever asks why a test has failed runs that one by its name.
    ...(rest.length === 0 ? ['--trace=off'] : []),
    ...rest,
  ];
  if (process.platform !== 'linux') return plain;
  return round.keyring ? withKeyring(onVirtualDisplay(plain)) : onVirtualDisplay(plain);
}
