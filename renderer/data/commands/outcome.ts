import type { RefusalReason } from '../../../domain/access/refusal.ts';
import type { EntryId, Instant } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { JournalFailure } from '../../../domain/protocol/bridge/journal.ts';

/** What a save resolves to: the entry is durable on this device (journal flushed to disk). */
export interface Saved {
  readonly entry: EntryId;
  readonly recordedAt: Instant;
}

/**
 * Why a device does not carry out a command: what the server would refuse it for; or somebody has changed, since the writer looked, what it would change. The server
 * does not see that: the device knows the newer state already, and would write over it.
 */
export type CommandRefusal = RefusalReason | 'changedSince';

/** That, and of a field that its record cannot have its path. */
export interface Refused {
  readonly reason: CommandRefusal;
  readonly path?: string;
}

/** Why a command was not carried out; nothing was written. */
export type CommandFailure =
  ({ readonly kind: 'refused' } & Refused) | { readonly kind: 'journal'; readonly failure: JournalFailure };

/** Whether nothing was written for want of a reason (D78). */
export function isReasonMissing(failure: CommandFailure | undefined): boolean {
  return failure?.kind === 'refused' && failure.reason === 'reasonMissing';
}

/** Whether nothing was written because somebody else has written there since. */
export function isChangedSince(failure: CommandFailure | undefined): boolean {
  return failure?.kind === 'refused' && failure.reason === 'changedSince';
}

/** What a command resolves to. */
export type CommandResult = Result<Saved, CommandFailure>;
