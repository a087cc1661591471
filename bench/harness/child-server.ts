import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a server process of the benchmarks tells its parent. */
export type ServerMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'usage'; readonly cpuSeconds: number };

/** A server in a process of its own. */
export interface ChildServer {
  readonly url: string;
  /** Processor time it has used since its start. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server process and waits until it listens. */
export async function startChildServer(entry: URL, args: readonly string[]): Promise<ChildServer> {
  const child = fork(entry, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const next = async <K extends ServerMessage['kind']>(kind: K) => {
    const [message] = (await once(child, 'message')) as [ServerMessage];
    if (message.kind !== kind) throw new Error(`Expected ${kind}, got ${message.kind}`);
    // The cast: the kind was compared just above.
    return message as Extract<ServerMessage, { readonly kind: K }>;
  };
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with code ${String(code)}`);
  });
  ended.catch(() => undefined);
  const { port } = await Promise.race([next('listening'), ended]);
  return {
    url: `http://127.0.0.1:${port}`,
    async cpuSeconds() {
      const usage = next('usage');
      child.send('usage');
      return (await usage).cpuSeconds;
    },
    async stop() {
      const exit = once(child, 'exit');
      child.send('stop');
      await exit;
    },
  };
}

/** The child's side: tells the port, answers about its processor time, and ends when asked to. */
export function serveParent(port: number, stop: () => Promise<void>): void {
  const tell = (message: ServerMessage) => process.send?.(message);
  process.on('message', (message) => {
    if (message === 'usage') {
      const { user, system } = process.cpuUsage();
      tell({ kind: 'usage', cpuSeconds: (user + system) / 1_000_000 });
    }
    if (message === 'stop') void stop().then(() => process.exit(0));
  });
  // A harness that was interrupted leaves no servers behind.
  process.on('disconnect', () => process.exit(1));
  tell({ kind: 'listening', port });
}
