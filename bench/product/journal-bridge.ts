import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';
import type { JournalEntry, JournalFailure } from '../../domain/protocol/bridge/journal.ts';
import type { Result } from '../../domain/base/result.ts';

type JournalVerb = 'append' | 'settle' | 'refuse' | 'read';

/** The verbs of the bridge that keep the journal. */
export type JournalBridge = Pick<
  Bridge,
  'journalAppend' | 'journalSettle' | 'journalRefuse' | 'journalRead' | 'reportUnsent'
>;

/**
 * The journal of the main process, reached over HTTP since a browser has no preload: the same file, the same encryption, flushed to the
 * disk before the answer. A request costs more than a message between Electron's processes, so figures with it err on the slow side.
 */
export function createHttpJournal(name: string): JournalBridge {
  const ask = async <T>(verb: JournalVerb, content: unknown): Promise<Result<T, JournalFailure>> => {
    const response = await fetch(`/journal/${name}/${verb}`, {
      method: 'POST',
      body: JSON.stringify(content),
    });
    if (!response.ok) throw new Error(`The journal answered ${response.status}`);
    // The cast: our own host answers what the journal of the main process returned.
    return (await response.json()) as Result<T, JournalFailure>;
  };
  return {
    journalAppend: (entries) => ask<null>('append', entries),
    journalSettle: (entries) => ask<null>('settle', entries),
    journalRefuse: (refusals) => ask<null>('refuse', refusals),
    journalRead: () => ask<readonly JournalEntry[]>('read', null),
    reportUnsent: () => Promise.resolve(null),
  };
}
