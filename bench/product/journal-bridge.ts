import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';
import type { JournalEntry, JournalFailure } from '../../domain/protocol/bridge/journal.ts';
import type { Result } from '../../domain/base/result.ts';
import type { JournalAnswer, JournalQuestion } from '../harness/journal-socket.ts';

/** The verbs of the bridge that keep the journal. */
export type JournalBridge = Pick<
  Bridge,
  'journalAppend' | 'journalSettle' | 'journalRefuse' | 'journalRead' | 'reportUnsent'
>;

/**
 * The journal of the main process, reached over a socket since a browser has no preload: the same file, the same encryption, flushed to
 * the disk before the answer. A socket still costs more than a message between Electron's processes, so figures with it err on the slow side.
 */
export async function connectJournal(journal: string): Promise<JournalBridge> {
  const ask = await connect();
  return {
    journalAppend: (entries) =>
      ask<Result<null, JournalFailure>>({ journal, verb: 'append', content: entries }),
    journalSettle: (entries) =>
      ask<Result<null, JournalFailure>>({ journal, verb: 'settle', content: entries }),
    journalRefuse: (refusals) =>
      ask<Result<null, JournalFailure>>({ journal, verb: 'refuse', content: refusals }),
    journalRead: () =>
      ask<Result<readonly JournalEntry[], JournalFailure>>({ journal, verb: 'read', content: null }),
    reportUnsent: () => Promise.resolve(null),
  };
}

type Ask = <T>(question: Omit<JournalQuestion, 'number'>) => Promise<T>;

/** Opens the socket; a question whose answer never comes, because the host has ended it, fails. */
async function connect(): Promise<Ask> {
  const socket = new WebSocket(`ws://${location.host}/journal`);
  const waiting = new Map<number, { readonly done: (answer: unknown) => void; readonly fail: () => void }>();
  socket.addEventListener('message', ({ data }) => {
    // The casts: our own host answers what the journal of the main process returned.
    const { number, answer } = JSON.parse(data as string) as JournalAnswer;
    waiting.get(number)?.done(answer);
    waiting.delete(number);
  });
  socket.addEventListener('close', () => {
    for (const { fail } of waiting.values()) fail();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('No way to the journal')), { once: true });
  });
  let asked = 0;
  return (question) =>
    new Promise((resolve, reject) => {
      asked += 1;
      // The cast: the answer to a verb is what its line above says.
      waiting.set(asked, {
        done: resolve as (answer: unknown) => void,
        fail: () => reject(new Error('The journal has not answered')),
      });
      socket.send(JSON.stringify({ number: asked, ...question } satisfies JournalQuestion));
    });
}
