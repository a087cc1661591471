import { authorizeWrite } from '../../../domain/entries/authorize-write.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { CollectionName, RegisterRecord } from '../../../domain/kinds/collections.ts';
import { eventFault } from '../../../domain/kinds/attendance-day/attendance-state.ts';
import {
  mergeRecords,
  samePayload,
  type MergeInput,
  type MergeResult,
  type Overruled,
} from '../../../domain/entries/merge.ts';
import { changeInLostHours, changeOfEvents } from '../../../domain/kinds/attendance-day/merge-events.ts';
import type { StoredVersion } from '../../storage/storage.ts';
import type { RecordValidator } from '../record-validators.ts';
import type { Batch } from './batch.ts';
import { addNotices, type FieldDecision } from './conflict-notices.ts';
import { derivedEntry } from './derived-entry.ts';
import { inItsClasses } from './day/day-classes.ts';
import { withEarlierEvents } from './earlier-events.ts';
import { lastChangeOf, type AttributedChange } from './field-changes.ts';
import { splitByPerson } from './list-decisions.ts';

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
  // Of valid lists the merge makes a valid one, hour by hour; one that contradicts itself would go into the history where it loses.
  const fault = mine.kind === 'attendanceDay' ? eventFault(mine.events) : undefined;
  if (fault) return fail({ reason: fault, path: 'events' });
  const history = await batch.versionsOf(collection, theirs.id);
  const theirChange = (field: string) => lastChangeOf(history, theirs, field);
  const input: MergeInput = {
    base: conflict.base ?? blankOf(mine),
    mine,
    theirs,
    theirChange,
    mergedEntry: derivedEntry('merge', theirs.entry, mine.entry),
  };
  const merge = mergeRecords(input);
  const decision = authorizeMerge(batch, conflict, history, merge);
  if (!decision.ok) return decision;
  const { recordedAt } = merge.merged;
  const { backdated } = mine;
  const settled = { ...decision.value, recordedAt, ...(backdated ? { backdated } : {}) };
  const merged = inItsClasses(batch, settled, theirs);
  const valid = validate(collection, merged);
  if (!valid.ok) return fail({ reason: 'invalid', path: valid.failure.path });

  batch.add({ collection, record: mine, device: batch.device, outcome: 'overruled' });
  const master = samePayload(merged, theirs)
    ? theirs
    : batch.add({ collection, record: merged, device: batch.device, outcome: 'merged' });
  const decisions: readonly FieldDecision[] = [
    ...merge.mineLost.map((lost) => ({
      ...lost,
      loser: mine,
      winner: winnerOf(input, lost, theirChange(lost.field)),
    })),
    ...merge.theirsLost.map(({ field, lost, kept }) => ({
      field,
      lost,
      kept,
      loser: theirChange(field),
      winner: mine,
    })),
  ];
  await addNotices(
    batch,
    collection,
    theirs,
    decisions.flatMap((each) => splitByPerson(history, each)),
  );
  return ok({ master, mineLost: merge.mineLost });
}

function authorizeMerge(
  batch: Batch,
  { base, mine, theirs }: Conflict,
  history: readonly StoredVersion[],
  { merged }: MergeResult,
) {
  // The signing window is about when mine was recorded, whatever the later time the merged version bears.
  const candidate = inClassOf(mine, { ...merged, recordedAt: mine.recordedAt });
  const before = withEarlierEvents(history, theirs, merged, mine.author);
  const facts = { ...batch.factsFor(mine), started: base };
  return authorizeWrite(batch.actor, before, candidate, facts, batch.now);
}

/** The rights of a pupil's day are those in the class in which it was marked here, wherever it was begun. */
function inClassOf(mine: RegisterRecord, merged: RegisterRecord): RegisterRecord {
  if (merged.kind !== 'attendanceDay' || mine.kind !== 'attendanceDay') return merged;
  return { ...merged, class: mine.class };
}

/** Who won a field against mine: of events, who made the latest of those that stand in the hours that mine lost. */
function winnerOf(
  { base, mine, theirs }: MergeInput,
  { field, lost, kept }: Overruled,
  change: AttributedChange,
): AttributedChange {
  if (field !== 'events') return change;
  const whole = changeOfEvents(base, theirs, mine, change);
  return { ...change, ...changeInLostHours(eventsIn(lost), eventsIn(kept), whole) };
}

function eventsIn(value: unknown): AttendanceDay['events'] {
  // The value of the field `events` of two records that were validated.
  return Array.isArray(value) ? (value as AttendanceDay['events']) : [];
}

/** Two devices that both made the record started from an empty one: what only one of them filled in is no contradiction. */
function blankOf(record: RegisterRecord): RegisterRecord | null {
  if (record.kind === 'lesson') {
    const { rollCall: _rollCall, subject: _subject, ...identity } = record;
    return { ...identity, topic: '', activity: '', signatures: [] };
  }
  return record.kind === 'attendanceDay' ? { ...record, events: [] } : null;
}
