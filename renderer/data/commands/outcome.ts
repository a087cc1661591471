import type { RefusalReason } from '../../../domain/access/refusal.ts';
import type { EntryId, Instant } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { JournalFailure } from '../../../domain/protocol/bridge/journal.ts';

/** What a save resolves to: the entry is durable on this device (journal flushed to disk). */
export interface Saved {
  readonly entry: EntryId;
  readonly recordedAt: Instant;
}

/** Why a command was not carried out; nothing was written. */
export type CommandFailure =
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'journal'; readonly failure: JournalFailure };

/** Whether nothing was written for want of a reason (D78). */
export function isReasonMissing(failure: CommandFailure | undefined): boolean {
  return failure?.kind === 'refused' && failure.reason === 'reasonMissing';
}

/** What a command resolves to. */
export type CommandResult = Result<Saved, CommandFailure>;
