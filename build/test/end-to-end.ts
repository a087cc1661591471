import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { type CommandLine, onVirtualDisplay, withKeyring } from '../system/display.ts';
import { outFolder, tool } from '../system/paths.ts';
import { run } from '../system/run.ts';
import { duration } from '../system/step.ts';
import { findChromium } from './prepare.ts';
import { readTally, sum, type Tally, tallyOfEndToEndReport } from './tally.ts';

/** One run of the test runner: some projects, with or without a keyring. */
interface Round {
  readonly projects: readonly string[];
  readonly keyring: boolean;
  /** What the rounds of a run share. */
  readonly folder: string;
}

const rounds: readonly Omit<Round, 'folder'>[] = [
  { projects: ['electron-keyring'], keyring: true },
  { projects: ['electron-no-keyring', 'chromium'], keyring: false },
];

/** What the user chose on the command line. */
export interface Selection {
  /** Names of projects; empty means all. */
  readonly projects: readonly string[];
  /** Further arguments of the test runner: files, `--grep`, `--headed`. */
  readonly rest: readonly string[];
}

/** Runs the end-to-end tests in all rounds and counts them. */
export async function runEndToEnd(runtime: ElectronRuntime, selection: Selection): Promise<Tally> {
  // What is made once for all tests: schools, pages.
  const folder = await mkdtemp(path.join(tmpdir(), 'campanella-run-'));
  const tallies: Tally[] = [];
  try {
    for (const { projects, keyring } of rounds) {
      const chosen = projects.filter(
        (name) => selection.projects.length === 0 || selection.projects.includes(name),
      );
      if (chosen.length > 0)
        tallies.push(await runRound(runtime, { projects: chosen, keyring, folder }, selection.rest));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return sum(tallies);
}

async function runRound(runtime: ElectronRuntime, round: Round, rest: readonly string[]): Promise<Tally> {
  const started = performance.now();
  const report = path.join(outFolder, 'reports', `e2e-${round.projects[0]}.json`);
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
      CAMPANELLA_RUN_FOLDER: round.folder,
      DBUS_SESSION_BUS_ADDRESS: undefined,
      ...(process.platform === 'linux' ? { XDG_RUNTIME_DIR: session, XDG_DATA_HOME: session } : {}),
    },
  });
  await rm(session, { recursive: true, force: true });
  const tally = await readTally(report, code, tallyOfEndToEndReport);
  console.log(
    `End to end (${round.projects.join(', ')}): ${tally.passed} passed, ${tally.failed} failed (${duration(started)})`,
  );
  return tally;
}

function commandLine(round: Round, rest: readonly string[]): CommandLine {
  const plain: CommandLine = [
    process.execPath,
    tool('@playwright', 'test', 'cli.js'),
    'test',
    '--pass-with-no-tests',
    ...round.projects.map((name) => `--project=${name}`),
    ...rest,
  ];
  if (process.platform !== 'linux') return plain;
  return round.keyring ? withKeyring(onVirtualDisplay(plain)) : onVirtualDisplay(plain);
}
