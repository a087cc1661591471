import { type ChildProcess, spawn } from 'node:child_process';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { type CommandLine, hasDisplay, isInstalled, onVirtualDisplay } from '../system/display.ts';
import { keepLast } from './log-tail.ts';
import { root } from '../system/paths.ts';

/** Where the desktop window can appear. */
export type Screen = 'real' | 'virtual' | 'none';

/** Finds out where a window can be shown. */
export async function findScreen(): Promise<Screen> {
  if (hasDisplay()) return 'real';
  return (await isInstalled('xvfb-run')) ? 'virtual' : 'none';
}

/** What the application learns by its environment while it is developed. */
export interface DesktopTarget {
  readonly server: string;
  readonly schoolConfig: string | undefined;
  /** Folder of the window's own data: accounts, journals, local databases. */
  readonly profile: string;
}

/** A profile that the developer asked for, in place of the one that belongs to the demonstration. */
export function chosenProfile(): string | undefined {
  const chosen = process.env['CAMPANELLA_USER_DATA'];
  return chosen === undefined || chosen === '' ? undefined : chosen;
}

/** Opens the desktop application, connected to a server of this machine. */
export function startDesktop(runtime: ElectronRuntime, target: DesktopTarget, screen: Screen): ChildProcess {
  const plain: CommandLine = [runtime.executable, root, ...sandboxFlags()];
  const [program, ...args] = screen === 'virtual' ? onVirtualDisplay(plain) : plain;
  const child = spawn(program, args, {
    cwd: root,
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      CAMPANELLA_SERVER: target.server,
      CAMPANELLA_USER_DATA: target.profile,
      ...(target.schoolConfig === undefined ? {} : { CAMPANELLA_SCHOOL_CONFIG: target.schoolConfig }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => keepLast(said, chunk));
  child.once('exit', (code) => {
    if (code !== 0 && code !== null)
      console.error(`The desktop window ended with code ${code}:\n${said.join('')}`);
  });
  return child;
}

/** Chromium's sandbox refuses to run as root; only developers' containers do that. */
export function sandboxFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
