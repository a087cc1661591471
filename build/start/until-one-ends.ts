import type { ChildProcess } from 'node:child_process';

/**
 * Waits until one of the processes ends or the user asks to stop, then stops the others gently and, after ten seconds, hard.
 * Answers the exit code of the one that ended by itself, 0 when the user asked.
 */
export async function untilOneEnds(children: readonly ChildProcess[]): Promise<number> {
  const asked = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(0));
  });
  const code = await Promise.race([asked, ...children.map(ended)]);
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of running) signalGroup(child, 'SIGTERM');
  const hard = setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  }, 10_000);
  await Promise.all(running.map(ended));
  clearTimeout(hard);
  return code;
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code ?? 0));
    child.once('error', () => resolve(1));
  });
}

/** Signals a process started with `detached` together with what it started: a virtual screen, Electron's helpers. */
function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
