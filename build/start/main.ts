import type { ChildProcess } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compile, compileSummary } from '../compile/bundle.ts';
import { electronSummary, resolveElectron } from '../electron/runtime.ts';
import { hasDisplay } from '../system/display.ts';
import { displayPackages, electronPackages, ensureSystemPackages } from '../system/os-packages.ts';
import { root } from '../system/paths.ts';
import { runMain, step } from '../system/step.ts';
import { beginSchool } from './begin.ts';
import { accountTable, loadDemo } from './demo.ts';
import { chosenProfile, findScreen, startDesktop } from './desktop.ts';
import { readStartOptions, usage } from './options.ts';
import { requireFreePort, startServer } from './server.ts';
import { type Part, untilOneEnds } from './until-one-ends.ts';

const data = path.join(root, 'data');
/** Profile of the desktop window: with the data, so that what belongs to a server that is gone goes with it. */
const ownProfile = path.join(data, 'desktop-profile');

await runMain(async () => {
  const options = readStartOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(usage);
    return 0;
  }
  await requireFreePort(options.port);
  const window = options.serverOnly ? undefined : await prepareDesktop();
  if (options.fresh) await throwAwayData();
  await mkdir(data, { recursive: true });
  const { accounts, schools } = options.empty
    ? await beginSchool(data, options.port)
    : await step(
        'Demonstration schools',
        () => loadDemo(data),
        (loaded) => `${loaded.accounts.length} accounts to try`,
      );
  const server = await step(
    'Server',
    () => startServer(data, options.port),
    ({ url }) => `listening on ${url}`,
  );
  if (accounts.length > 0) console.log(`\nAccounts to try:\n${accountTable(accounts)}\n`);
  const desktop = window?.open(server.url, await writeSchoolConfig(schools[0], server.url));
  console.log(desktop === undefined ? 'Server running.' : 'Desktop window open.', 'Ctrl-C stops everything.');
  const parts: readonly Part[] = [
    ...(desktop === undefined ? [] : [{ name: 'desktop window', process: desktop }]),
    { name: 'server', process: server.process },
  ];
  return untilOneEnds(parts);
});

interface Desktop {
  readonly open: (server: string, schoolConfig: string | undefined) => ChildProcess;
}

/** Gets everything ready for the window; nothing to open where there is no screen of any kind. */
async function prepareDesktop(): Promise<Desktop | undefined> {
  await step(
    'System libraries',
    () => ensureSystemPackages([...electronPackages, ...(hasDisplay() ? [] : displayPackages)]),
    (installed) => (installed.length === 0 ? 'all there' : `installed ${installed.join(' ')}`),
  );
  const runtime = await step('Electron', () => resolveElectron({ standIn: true }), electronSummary);
  await step('Build', compile, compileSummary);
  const screen = await findScreen();
  if (screen === 'none') {
    console.log('No display and no xvfb-run here: starting the server only.');
    return undefined;
  }
  if (screen === 'virtual') console.log('No display here: the window opens on a virtual screen (xvfb-run).');
  const profile = chosenProfile() ?? ownProfile;
  return { open: (server, schoolConfig) => startDesktop(runtime, { server, schoolConfig, profile }, screen) };
}

/** The file by which the application, in development, belongs to a school as an installer would make it. */
async function writeSchoolConfig(
  school: Readonly<Record<string, string>> | undefined,
  server: string,
): Promise<string | undefined> {
  if (school === undefined) return undefined;
  const file = path.join(data, 'installed-school.json');
  await writeFile(file, JSON.stringify({ ...school, server }));
  return file;
}

async function throwAwayData(): Promise<void> {
  console.log(`--fresh: deleting ${data}, the desktop profile of earlier starts included`);
  await rm(data, { recursive: true, force: true });
  const chosen = chosenProfile();
  if (chosen !== undefined) console.log(`--fresh: leaving CAMPANELLA_USER_DATA as it is: ${chosen}`);
}
