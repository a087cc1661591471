import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron } from 'playwright';
import { sandboxFlags } from '../../build/start/desktop.ts';
import type { Memory } from './memory.ts';
import { memoryAtRest } from './resting.ts';

const MAIN = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.EMPTY_USER_DATA);
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<title>Empty</title>'));
`;

/** The memory of the same Electron with a window of the same size and an empty page in it. */
export async function emptyAppMemory(
  executablePath: string,
  folder: string,
  options: { readonly env: Readonly<Record<string, string>>; readonly restSeconds: number },
): Promise<Memory> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
  );
  await writeFile(path.join(folder, 'main.cjs'), MAIN);
  const app = await _electron.launch({
    executablePath,
    args: [...sandboxFlags(), '--password-store=basic', folder],
    env: { ...options.env, EMPTY_USER_DATA: path.join(folder, 'profile') },
  });
  try {
    return await memoryAtRest(app, await app.firstWindow(), options.restSeconds);
  } finally {
    app.process().kill('SIGKILL');
  }
}
