import { fail, ok } from '../../../domain/base/result.ts';
import type { Bridge } from '../../../domain/protocol/bridge/bridge.ts';
import { toOpeningId, type JournalEntry, type OpeningId } from '../../../domain/protocol/bridge/journal.ts';

type JournalVerbs = Pick<Bridge, 'journalAppend' | 'journalSettle' | 'journalRefuse' | 'journalRead'>;

/** The journals of the accounts of a device, in memory. */
export interface Journals {
  readonly verbs: JournalVerbs;
  /** Under which name a page writes to the journal of an account. */
  openingOf(username: string): OpeningId;
  /** How many entries an account has here. */
  sizeOf(username: string): number;
  /** Takes everything out of the journal of an account. */
  empty(username: string): void;
}

/** Journals that begin with what one account has written before. */
export function createJournals(owner: string, entries: readonly JournalEntry[]): Journals {
  const journals = new Map<string, Map<string, JournalEntry>>();
  const of = (username: string) => {
    const found = journals.get(username) ?? new Map<string, JournalEntry>();
    journals.set(username, found);
    return found;
  };
  for (const entry of entries) of(owner).set(entry.entry, entry);
  const openings = new Map<OpeningId, string>();

  async function onJournal<T>(opening: OpeningId, work: (journal: Map<string, JournalEntry>) => T) {
    const username = openings.get(opening);
    return await Promise.resolve(
      username === undefined ? fail({ kind: 'locked' } as const) : ok(work(of(username))),
    );
  }

  return {
    verbs: {
      journalAppend: (added, opening) =>
        onJournal(opening, (journal) => {
          for (const entry of added) journal.set(entry.entry, structuredClone(entry));
          return null;
        }),
      journalSettle: (settled, opening) =>
        onJournal(opening, (journal) => {
          for (const entry of settled) journal.delete(entry);
          return null;
        }),
      journalRefuse: (refusals, opening) =>
        onJournal(opening, (journal) => {
          for (const { entry, refusal } of refusals) {
            const known = journal.get(entry);
            if (known) journal.set(entry, { ...known, refusal });
          }
          return null;
        }),
      journalRead: (opening) => onJournal(opening, (journal) => [...journal.values()]),
    },
    openingOf(username) {
      const opening = toOpeningId(`harness-${username}`);
      openings.set(opening, username);
      return opening;
    },
    sizeOf: (username) => of(username).size,
    empty: (username) => of(username).clear(),
  };
}
