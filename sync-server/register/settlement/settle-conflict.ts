import { authorizeWrite, fixedChange } from '../../../domain/entries/authorize-write.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { isPart } from '../../../domain/entries/read-part.ts';
import {
  mergeRecords,
  samePayload,
  winnerOf,
  withServersWord,
  type MergeInput,
  type MergeResult,
  type Overruled,
} from '../../../domain/entries/merge.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import type { RecordValidator } from '../batch/record-validators.ts';
import type { Batch } from '../batch/batch.ts';
import { addNotices, type FieldDecision } from './conflict-notices.ts';
import { derivedEntry } from '../batch/derived-entry.ts';
import { isServersOwn } from '../batch/server-device.ts';
import { withEarlierParts } from '../batch/earlier-parts.ts';
import { lastChangeOf, type AttributedChange } from './field-changes.ts';
import { mergeBase } from '../../../domain/entries/started-from.ts';
import { splitByPerson } from './list-decisions.ts';

/** A pushed row that does not start from the state that stands. */
export interface Conflict {
  readonly collection: CollectionName;
  /** The state the device believed in; null when it knew of none. */
  readonly base: RegisterRecord | null;
  readonly mine: RegisterRecord;
  readonly theirs: RegisterRecord;
  /** The actor may not read theirs. */
  readonly isUnseen?: boolean;
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
  // Of records that say one thing the merge makes such a one; one that contradicts itself would go into the history where it loses.
  const kind = kindOf(mine);
  const contradiction = kind.contradiction?.(mine);
  if (contradiction) return fail(contradiction);
  // Two things that meet under one key are not one thing: nothing of the one is written into the other.
  const changed = fixedChange(theirs, mine);
  if (changed !== undefined) return fail({ reason: 'identityChanged', path: changed });
  const history = await batch.versionsOf(collection, theirs.id);
  const theirChange = (field: string) => lastChangeOf(history, theirs, field);
  const input: MergeInput<AttributedChange> = {
    base: mergeBase(conflict.base, mine),
    mine,
    theirs,
    theirChange,
    isUnseen: conflict.isUnseen === true,
    mergedEntry: derivedEntry('merge', theirs.entry, mine.entry),
  };
  const merge = mergeRecords(input);
  const decision = authorizeMerge(batch, conflict, history, merge);
  if (!decision.ok) return decision;
  const { recordedAt } = merge.merged;
  const { backdated } = mine;
  const settled = { ...decision.value, recordedAt, ...(backdated ? { backdated } : {}) };
  const merged = batch.kinds.completed(batch, settled, theirs);
  const valid = validate(collection, merged);
  if (!valid.ok) return fail({ reason: 'invalid', path: valid.failure.path });

  const record = withServersWord(mine, theirs);
  batch.add({ collection, record, device: batch.device, outcome: 'overruled' });
  const master = samePayload(merged, theirs)
    ? theirs
    : batch.add({ collection, record: merged, device: batch.device, outcome: 'merged' });
  // What the kind's own word has put back is not lost by them, but by me.
  const isKept = ({ field, lost }: Overruled) => equalJson(Reflect.get(merged, field), lost);
  const putBack = merge.theirsLost.filter(isKept).map(({ field, lost }) => ({
    field,
    lost: Reflect.get(mine, field) as unknown,
    kept: lost,
  }));
  const allMineLost = [...merge.mineLost, ...putBack];
  const decisions: readonly FieldDecision[] = [
    ...allMineLost.map((lost) => ({
      ...lost,
      loser: mine,
      winner: attributed(input, lost, theirChange(lost.field)),
    })),
    ...merge.theirsLost
      .filter((each) => !isKept(each))
      .map(({ field, lost, kept, ...loser }) => ({ field, lost, kept, loser, winner: mine })),
  ];
  await addNotices(
    batch,
    collection,
    theirs,
    decisions.flatMap((each) => splitByPerson(kind, history, each)),
  );
  return ok({ master, mineLost: allMineLost });
}

function authorizeMerge(
  batch: Batch,
  { base, mine, theirs }: Conflict,
  history: readonly StoredVersion[],
  { merged }: MergeResult,
) {
  // The signing window is about when mine was recorded, whatever the later time the merged version bears.
  const candidate = inClassOf(mine, { ...merged, recordedAt: mine.recordedAt });
  const before = withEarlierParts(history, theirs, merged, mine.author);
  // Whoever started from a part took nothing away of the rest: they are asked about what becomes of it, like whoever must have known.
  const isOfPart = base !== null && isPart(base);
  const hasLost = base !== null && batch.readVersion(base.entry)?.outcome === 'overruled';
  const knew = batch.knowsAll === true || isOfPart || hasLost || hasBroughtSince(batch, history, base);
  // What lost says what its author changes, and nothing of what they may take for granted: the answer to it said what stood.
  const facts = { ...batch.factsFor(mine), started: hasLost ? theirs : base, own: mine, knew };
  return authorizeWrite(batch.actor, before, candidate, facts, batch.now);
}

/**
 * Whether the author has written the record themselves since the state that they name (D78). On which device is not asked: what a device says of itself would
 * decide what its author must have known. What the server has written of its own accord, on a save elsewhere, bears their name and was brought by nobody. What lies
 * before the history that is looked at counts as theirs: they may have filled it.
 */
function hasBroughtSince(
  { actor }: Batch,
  history: readonly StoredVersion[],
  base: RegisterRecord | null,
): boolean {
  const stood = stoodOf(history);
  const brought = stood.findLast((version) => version.author === actor.person && !isServersOwn(version));
  const named = stood.find(({ entry }) => entry === base?.entry);
  const [oldest] = history;
  const before = oldest?.previous ?? 0;
  return (named?.number ?? 0) < (brought?.number ?? before);
}

/** A version that lost never stood: who names it knows no more of the record by it. */
function stoodOf(history: readonly StoredVersion[]): readonly StoredVersion[] {
  return history.filter(({ outcome }) => outcome !== 'overruled');
}

/** The rights of a merged version are those in the class in which it was written here, wherever the record was begun. */
function inClassOf(mine: RegisterRecord, merged: RegisterRecord): RegisterRecord {
  const kind = kindOf(merged);
  const { class: schoolClass } = kind.place(mine);
  return schoolClass === undefined ? merged : (kind.inClass?.(merged, schoolClass) ?? merged);
}

/** Who won a field against mine, and with which entry. */
function attributed(input: MergeInput, lost: Overruled, change: AttributedChange): AttributedChange {
  return { ...change, ...winnerOf(input, lost, change) };
}
