import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../system/paths.ts';
import { keepLast } from './log-tail.ts';
import { Stop } from '../system/step.ts';

/** A running server process. */
export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Stops with a clear message when another program listens on the port. */
export async function requireFreePort(port: number): Promise<void> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  if (!free) {
    throw new Stop(
      `Port ${port} is in use: is Campanella already running? Choose another with: npm start -- --port ${port + 1}`,
    );
  }
}

/** Starts the sync server on this machine and waits until it answers. */
export async function startServer(data: string, port: number): Promise<RunningServer> {
  const host = process.env['CAMPANELLA_HOST'] ?? '127.0.0.1';
  const log: string[] = [];
  const child = spawn(process.execPath, ['sync-server/index.ts'], {
    cwd: root,
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      CAMPANELLA_HOST: host,
      CAMPANELLA_PORT: String(port),
      CAMPANELLA_DATA: data,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => keepLast(log, chunk));
  child.stderr.on('data', (chunk: Buffer) => keepLast(log, chunk));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Stop(`The server ended at once:\n${log.join('')}`);
    if (Date.now() > deadline) {
      child.kill();
      throw new Stop(`The server did not answer within 30 seconds:\n${log.join('')}`);
    }
    await sleep(100);
  }
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) console.error(`The server ended with code ${code}:\n${log.join('')}`);
  });
  return { url, process: child };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}
