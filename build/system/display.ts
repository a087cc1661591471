import { existsSync } from 'node:fs';
import { run } from './run.ts';

/** True where windows have a screen to appear on. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** A command line, program first. */
export type CommandLine = readonly [string, ...string[]];

/** Runs a command on a virtual screen of its own. */
export function onVirtualDisplay(command: CommandLine): CommandLine {
  return ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', ...command];
}

/** Runs a command in a session bus of its own with an unlocked, empty keyring. */
export function withKeyring(command: CommandLine): CommandLine {
  const unlock =
    'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
  return ['dbus-run-session', '--', 'sh', '-c', unlock, 'sh', ...command];
}

/** True when a program of that name is on the path. */
export async function isInstalled(program: string): Promise<boolean> {
  if (program.startsWith('/')) return existsSync(program);
  const { code } = await run('sh', ['-c', `command -v ${program}`]);
  return code === 0;
}
