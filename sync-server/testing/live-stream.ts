import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import type { ChangeTick } from '../../domain/protocol/endpoints/register/sync.ts';
import type { StaffName } from './test-school.ts';
import type { TestServer } from './test-server.ts';

/** A live connection of a member of the staff, as the desktop's main process holds it. */
export interface LiveStream {
  readonly answer: IncomingMessage;
  /** Collections of the ticks since the last call. */
  taken(): readonly CollectionName[];
  /** Waits for the next tick. */
  tick(): Promise<ChangeTick>;
  readonly ended: Promise<undefined>;
  heartbeats(): number;
  close(): void;
}

/** Opens a live stream on a listening test server. */
export async function openStream(server: TestServer, name: StaffName, token?: string): Promise<LiveStream> {
  const { port } = server.app.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${token ?? (await server.token(name))}` };
  const sent = get({ port, host: '127.0.0.1', path: '/api/changes', headers });
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  let beats = 0;
  const ticks: ChangeTick[] = [];
  const waiting: ((tick: ChangeTick) => void)[] = [];
  answer.setEncoding('utf8');
  answer.on('data', (chunk: string) => {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event === ':') beats += 1;
      if (!event.startsWith('data: ')) continue;
      const tick = JSON.parse(event.slice('data: '.length)) as ChangeTick;
      const waiter = waiting.shift();
      if (waiter) waiter(tick);
      else ticks.push(tick);
    }
  });
  answer.on('error', () => undefined);
  const ended = new Promise<undefined>((resolve) => {
    answer.on('close', () => {
      resolve(undefined);
    });
  });
  return {
    answer,
    ended,
    taken: () => ticks.splice(0).flatMap(({ collections }) => collections),
    tick: async () =>
      ticks.shift() ??
      (await new Promise<ChangeTick>((resolve) => {
        waiting.push(resolve);
      })),
    heartbeats: () => beats,
    close: () => {
      sent.destroy();
    },
  };
}
