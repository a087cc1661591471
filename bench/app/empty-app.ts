import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { sandboxFlags } from '../../build/start/desktop.ts';
import type { Memory } from './memory.ts';
import { memoryAtRest } from './resting.ts';

const MAIN = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.EMPTY_USER_DATA);
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { backgroundThrottling: false } }).loadURL('data:text/html,<title>Empty</title>'));
`;

/** An Electron with one empty page. */
export interface EmptyApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): void;
}

/** Opens the same Electron with a window of the same size and an empty page in it. */
export async function openEmptyApp(executablePath: string, folder: string): Promise<EmptyApp> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(path.join(folder, 'main.cjs'), MAIN);
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const app = await _electron.launch({
    executablePath,
    args: [...sandboxFlags(), '--password-store=basic', folder],
    env: { ...env, EMPTY_USER_DATA: path.join(folder, 'profile') },
  });
  return { app, page: await app.firstWindow(), close: () => app.process().kill('SIGKILL') };
}

/** The memory of an empty page in the same Electron. */
export async function emptyAppMemory(
  executablePath: string,
  folder: string,
  restSeconds: number,
): Promise<Memory> {
  const { app, page, close } = await openEmptyApp(executablePath, folder);
  try {
    return await memoryAtRest(app, page, restSeconds);
  } finally {
    close();
  }
}
