import { type ChildProcess, spawn } from 'node:child_process';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { type CommandLine, hasDisplay, isInstalled, onVirtualDisplay } from '../system/display.ts';
import { root } from '../system/paths.ts';

/** Where the desktop window can appear. */
export type Screen = 'real' | 'virtual' | 'none';

/** Finds out where a window can be shown. */
export async function findScreen(): Promise<Screen> {
  if (hasDisplay()) return 'real';
  return (await isInstalled('xvfb-run')) ? 'virtual' : 'none';
}

/** Opens the desktop application, connected to a server of this machine. */
export function startDesktop(runtime: ElectronRuntime, server: string, screen: Screen): ChildProcess {
  const plain: CommandLine = [runtime.executable, root, ...sandboxFlags()];
  const [program, ...args] = screen === 'virtual' ? onVirtualDisplay(plain) : plain;
  return spawn(program, args, {
    cwd: root,
    detached: process.platform !== 'win32',
    env: { ...process.env, CAMPANELLA_SERVER: server },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

/** Chromium's sandbox refuses to run as root; only developers' containers do that. */
export function sandboxFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
