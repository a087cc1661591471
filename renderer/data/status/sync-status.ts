import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import type { SyncState } from '../sync/status/sync-state.ts';

/** State of synchronisation: a state in the header, never a toast. */
export interface SyncStatus extends SyncState {
  /** Entries waiting to be sent, newest first, with the record they wrote. */
  readonly waiting: readonly JournalEntry[];
  /** Entries the server refused, with the reason; they stay until the user settles them. */
  readonly refused: readonly JournalEntry[];
  /** Values of mine that a colleague's entry overruled and I have not looked at. */
  readonly conflicts: readonly ConflictNotice[];
}
