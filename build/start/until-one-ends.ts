import type { ChildProcess } from 'node:child_process';

/** A running part of the product; its process was started with `detached`. */
export interface Part {
  /** As people know it: "server". */
  readonly name: string;
  readonly process: ChildProcess;
}

/** How long a part may take to save and to close. */
const PATIENCE = 10_000;

/**
 * Waits until one of the parts ends or the user asks to stop, then stops the others gently and, after ten seconds or when the user asks
 * once more, hard; says what it does. Answers the exit code of the part that ended by itself, 0 when the user asked.
 */
export async function untilOneEnds(parts: readonly Part[]): Promise<number> {
  const asks = listenForAsks();
  const { code, why } = await Promise.race([
    // On a line of its own: the terminal has just shown ^C.
    asks.first.then(() => ({ code: 0, why: '\nStopping ...' })),
    ...parts.map(async (part) => ({
      code: await ended(part.process),
      why: `The ${part.name} ended: stopping.`,
    })),
  ]);
  console.log(why);
  const killed = await stop(parts.filter(isRunning), asks.second);
  if (killed.length > 0) console.log(`Did not stop by itself and was killed: ${names(killed)}.`);
  console.log(`Stopped: ${names(parts)}.`);
  return code;
}

/** Ends the parts; answers those that had to be killed. */
async function stop(running: readonly Part[], hurry: Promise<void>): Promise<readonly Part[]> {
  const killed: Part[] = [];
  const kill = (): void => {
    killed.push(...running.filter(isRunning));
    for (const part of running) signalGroup(part.process, 'SIGKILL');
  };
  for (const part of running) signalGroup(part.process, 'SIGTERM');
  const timer = setTimeout(kill, PATIENCE);
  const all = Promise.all(running.map(async (part) => await ended(part.process))).then(() => 'ended');
  if ((await Promise.race([all, hurry])) !== 'ended') kill();
  await all;
  clearTimeout(timer);
  return [...new Set(killed)];
}

/** Hears the user ask to stop: by Ctrl-C, by closing the terminal, or by another program. */
function listenForAsks(): { readonly first: Promise<void>; readonly second: Promise<void> } {
  let heard = 0;
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      heard += 1;
      (heard === 1 ? first : second).resolve();
    });
  }
  return { first: first.promise, second: second.promise };
}

function isRunning({ process: { exitCode, signalCode } }: Part): boolean {
  return exitCode === null && signalCode === null;
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? 0);
    else child.once('exit', (code) => resolve(code ?? 0));
    child.once('error', () => resolve(1));
  });
}

function names(parts: readonly Part[]): string {
  return parts.map(({ name }) => name).join(', ');
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
