import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../system/paths.ts';

/** What the parts of a test do when they are asked to end; the short one ends by itself as soon as the test writes to the program. */
const PARTS = {
  gentle: "process.on('SIGTERM', () => { console.log('saved'); process.exit(0); });",
  stubborn: "process.on('SIGTERM', () => console.log('not now'));",
  short: "process.stdin.once('data', () => process.exit(3));",
} as const;

/** Runs the parts as `npm start` does, in a process of its own, since signals belong to a process. */
async function start(...kinds: readonly (keyof typeof PARTS)[]) {
  const parts = kinds.map((kind) => ({
    name: kind,
    code: `${PARTS[kind]} setInterval(() => {}, 1000); console.log('ready', process.pid)`,
  }));
  const script = `
    import { spawn } from 'node:child_process';
    import { untilOneEnds } from ${JSON.stringify(path.join(root, 'build/start/until-one-ends.ts'))};
    const parts = ${JSON.stringify(parts)}.map(({ name, code }) => ({
      name,
      process: spawn(process.execPath, ['-e', code], { detached: true, stdio: 'inherit' }),
    }));
    process.exitCode = await untilOneEnds(parts);
  `;
  const program: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void program.kill('SIGKILL'));
  let printed = '';
  program.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  });
  const code = new Promise<number | null>((resolve) => {
    program.once('close', resolve);
  });
  await vi.waitFor(() => expect(printed.split('ready')).toHaveLength(kinds.length + 1));
  const pids = [...printed.matchAll(/ready (\d+)/g)].map(([, pid]) => Number(pid));
  return { program, code, pids, printed: () => printed };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(['SIGINT', 'SIGTERM'] as const)('on %s stops everything gently and says so', async (signal) => {
  const { program, code, printed } = await start('gentle', 'gentle');
  program.kill(signal);
  expect(await code).toBe(0);
  expect(printed()).toMatch(/Stopping \.\.\.\n(saved\n){2}Stopped: gentle, gentle\.\n$/);
});

test('when one part ends by itself stops the other, with the code of the first', async () => {
  const { program, code, printed } = await start('gentle', 'short');
  program.stdin?.write('.');
  expect(await code).toBe(3);
  expect(printed()).toMatch(/The short ended: stopping\.\nsaved\nStopped: gentle, short\.\n$/);
});

test('kills what does not stop when the user asks once more', async () => {
  const { program, code, pids, printed } = await start('gentle', 'stubborn');
  program.kill('SIGINT');
  await vi.waitFor(() => expect(printed()).toContain('not now'));
  // The gentle one has stopped by itself before the user loses patience.
  await vi.waitFor(() => expect(pids.filter(isRunning)).toHaveLength(1));
  program.kill('SIGINT');
  expect(await code).toBe(0);
  expect(printed()).toMatch(
    /Did not stop by itself and was killed: stubborn\.\nStopped: gentle, stubborn\.\n$/,
  );
});
