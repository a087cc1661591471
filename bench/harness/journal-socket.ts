import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import path from 'node:path';
import { WebSocketServer } from 'ws';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { openJournal, type Journal } from '../../main/journal/journal.ts';

/** Where the page's socket to its journals leads. */
export const JOURNAL_PATH = '/journal';

/** What the page asks of a journal, and under which number it waits for the answer. */
export interface JournalQuestion {
  readonly number: number;
  readonly journal: string;
  readonly verb: 'append' | 'settle' | 'refuse' | 'read';
  readonly content: unknown;
}

/** The answer to a question. */
export interface JournalAnswer {
  readonly number: number;
  readonly answer: unknown;
}

/** Serves journals of the main process's own code in a folder, over a socket: a message there and one back, as between Electron's processes. */
export function serveJournals(server: Server, folder: string): { close(): Promise<void> } {
  const open = new Map<string, Promise<Journal>>();
  const journalOf = (name: string) => {
    const known = open.get(name) ?? openJournal(path.join(folder, `${name}.journal`), randomBytes(32));
    open.set(name, known);
    return known;
  };
  const sockets = new WebSocketServer({ server, path: JOURNAL_PATH });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      // The cast: only our own page speaks to this host.
      const { number, journal, verb, content } = JSON.parse(data.toString('utf8')) as JournalQuestion;
      void journalOf(journal)
        .then((opened) => carryOut(opened, verb, content))
        .then((answer) => socket.send(JSON.stringify({ number, answer } satisfies JournalAnswer)))
        // The page waits for an answer: a socket that ends tells it that there is none.
        .catch(() => socket.terminate());
    });
  });
  return {
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      for (const journal of open.values()) await (await journal).close();
    },
  };
}

function carryOut(journal: Journal, verb: JournalQuestion['verb'], content: unknown): Promise<unknown> {
  // The casts: only our own page speaks to this host.
  switch (verb) {
    case 'append':
      return journal.append(content as readonly JournalEntry[]);
    case 'settle':
      return journal.settle(content as readonly string[]);
    case 'refuse':
      return journal.refuse(content as readonly Pick<Required<JournalEntry>, 'entry' | 'refusal'>[]);
    case 'read':
      return journal.read();
  }
}
