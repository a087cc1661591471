import type { EntryId, Instant } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { Refusal } from '../../access/refusal.ts';
import type { JournalEntry, JournalFailure, LocalStoreKey, OpeningId } from './journal.ts';

/** What the page can ask about what the server has not taken yet, and the key of the local data. */
export interface JournalVerbs {
  localStoreKey(): Result<LocalStoreKey, { readonly kind: 'locked' }>;
  /** Like every verb of the journal, answers `locked` unless the opening is the one that lasts. */
  journalAppend(entries: readonly JournalEntry[], opening: OpeningId): Result<null, JournalFailure>;
  /** Forgets entries that the server has taken, or that the user has settled. */
  journalSettle(entries: readonly EntryId[], opening: OpeningId): Result<null, JournalFailure>;
  journalRefuse(
    refusals: readonly {
      readonly entry: EntryId;
      readonly refusal: Refusal & { readonly refusedAt: Instant };
    }[],
    opening: OpeningId,
  ): Result<null, JournalFailure>;
  journalRead(opening: OpeningId): Result<readonly JournalEntry[], JournalFailure>;
  /** Tells how many entries wait, so that closing the window can warn; the count of an opening that has ended changes nothing. */
  reportUnsent(count: number, opening: OpeningId): null;
}

/** Their names; the compiler demands each. */
export const JOURNAL_VERBS: Readonly<Record<keyof JournalVerbs, true>> = {
  localStoreKey: true,
  journalAppend: true,
  journalSettle: true,
  journalRefuse: true,
  journalRead: true,
  reportUnsent: true,
};
