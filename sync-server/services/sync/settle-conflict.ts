import { authorizeWrite } from '../../../domain/access/authorize-write.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { CollectionName, RegisterRecord } from '../../../domain/records/collections.ts';
import { mergeRecords, samePayload, type MergeResult } from '../../../domain/rules/merge.ts';
import type { RecordValidator } from '../record-validators.ts';
import type { Batch } from './batch.ts';
import { addNotices, type FieldDecision } from './conflict-notices.ts';
import { derivedEntry } from './derived-entry.ts';
import { lastChangeOf } from './field-changes.ts';
import { factsFor } from './write-facts.ts';

/** A pushed row that does not start from the state that stands. */
export interface Conflict {
  readonly collection: CollectionName;
  /** The state the device believed in; null when it knew of none. */
  readonly base: RegisterRecord | null;
  readonly mine: RegisterRecord;
  readonly theirs: RegisterRecord;
}

/** What stands after a conflict, and what of the pushed row did not. */
export interface Settled {
  readonly master: RegisterRecord;
  readonly mineLost: MergeResult['mineLost'];
}

/**
 * Merges a row with what others wrote in between, and stores the pushed version in the history, the merged one as the current state
 * (unless everything of mine lost), and a notice to everybody whose value was overruled.
 */
export async function settleConflict(
  batch: Batch,
  validate: RecordValidator,
  conflict: Conflict,
): Promise<Result<Settled, Refusal>> {
  const { collection, mine, theirs } = conflict;
  const history = await batch.versionsOf(collection, theirs.id);
  const theirChange = (field: string) => lastChangeOf(history, theirs, field);
  const merge = mergeRecords({
    base: conflict.base ?? blankOf(mine),
    mine,
    theirs,
    theirChange,
    mergedEntry: derivedEntry('merge', theirs.entry, mine.entry),
  });

  // The signing window is about when mine was recorded, whatever the later time the merged version bears.
  const candidate = { ...merge.merged, recordedAt: mine.recordedAt };
  const facts = factsFor(batch.snapshot, batch.actor, mine);
  const decision = authorizeWrite(batch.actor, theirs, candidate, facts, batch.now);
  if (!decision.ok) return decision;
  const merged = { ...decision.value, recordedAt: merge.merged.recordedAt };
  const valid = validate(collection, merged);
  if (!valid.ok) return fail({ reason: 'invalid', path: valid.failure.path });

  batch.add({ collection, record: mine, device: batch.device, outcome: 'overruled' });
  const master = samePayload(merged, theirs)
    ? theirs
    : batch.add({ collection, record: merged, device: batch.device, outcome: 'merged' });
  const decisions: readonly FieldDecision[] = [
    ...merge.mineLost.map((lost) => ({ ...lost, loser: mine, winner: theirChange(lost.field) })),
    ...merge.theirsLost.map(({ field, lost, kept }) => ({
      ...{ field, lost, kept },
      loser: theirChange(field),
      winner: mine,
    })),
  ];
  await addNotices(batch, collection, theirs, decisions);
  return ok({ master, mineLost: merge.mineLost });
}

/** Two devices that both made the record started from an empty one: what only one of them filled in is no contradiction. */
function blankOf(record: RegisterRecord): RegisterRecord | null {
  if (record.kind === 'lesson') {
    const { rollCall: _rollCall, subject: _subject, ...identity } = record;
    return { ...identity, topic: '', activity: '', signatures: [] };
  }
  return record.kind === 'attendanceDay' ? { ...record, events: [] } : null;
}
