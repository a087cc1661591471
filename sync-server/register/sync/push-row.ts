import { authorizeWrite, isConcerned } from '../../../domain/entries/authorize-write.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import { bringForward } from '../../../domain/entries/bring-forward.ts';
import { boundTimes, stampRecord } from '../../../domain/entries/stamp-record.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import { collections } from '../../../domain/kinds/collections.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { PushOutcome, PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { samePayload, sameWords } from '../../../domain/entries/merge.ts';
import { claimOf, isAtHead, startedFrom } from '../../../domain/entries/started-from.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import type { RecordFault, RecordValidator } from '../batch/record-validators.ts';
import type { Batch } from '../batch/batch.ts';
import { derivedEntry } from '../batch/derived-entry.ts';
import { recordOfVersion } from '../batch/record-of-version.ts';
import { isTooLarge } from '../batch/row-size.ts';
import { settleConflict } from '../settlement/settle-conflict.ts';

/** A device names its saves with version-7 UUIDs; the other versions are the server's own, so that none can be taken beforehand. */
const DEVICE_ENTRY = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Decides on one pushed row: validated, recognised when it came before, authorised, compared with the state it assumes, stored or
 * merged. A row that is not taken is answered by itself and changes nothing.
 */
export async function pushRow(
  batch: Batch,
  validate: RecordValidator,
  collection: CollectionName,
  row: PushRow,
): Promise<PushOutcome> {
  const checked = validate(collection, row.next);
  if (!checked.ok) return refusedUnread(row.next, whyInvalid(batch, checked.failure));
  const next = checked.value;
  if (!DEVICE_ENTRY.test(next.entry)) return refusedUnread(next, { reason: 'invalid', path: 'entry' });
  if (isTooLarge(next)) return refusedUnread(next, { reason: 'invalid', path: '' });

  await batch.kinds.read(batch, next);
  const stands = batch.current(collection, next.id);
  // What the actor may not read must not shine through any answer: for the decision it does not exist.
  const visible =
    stands && (batch.mayRead(stands) || batch.kinds.isVisible(batch, next, stands)) ? stands : null;
  // Whoever stands in writes on an hour that they may not read: it counts for the decision, and still shines through no answer.
  const isStandIn = (record: RegisterRecord | null) => isConcerned(batch.actor, record, batch.factsFor(next));
  const basis = visible ?? (stands && (isStandIn(next) || isStandIn(stands)) ? stands : null);
  const refuse = async (refusal: Refusal) => {
    await batch.noteRefused({ ...row, next }, refusal);
    return refused(next, refusal, visible);
  };

  const known = await batch.versionOfEntry(next.entry);
  const isMine =
    known?.author === batch.actor.person && known.collection === collection && known.id === next.id;
  if (known && isMine) {
    if (isRepetition(known, next)) return unchanged(next, visible);
    return await refuse({ reason: 'invalid', path: 'entry' });
  }

  const stamped = stampRecord(batch.actor, next, batch.now, basis);
  const mine = await inItsTime(batch, collection, { ...row, next }, stamped, basis);
  const isSame = basis !== null && samePayload(batch.kinds.completed(batch, mine, basis), basis);
  const base = isSame ? basis : await assumedState(batch, validate, collection, row, basis);
  const isConflict = basis !== null && base !== basis;
  // Collections that devices only read are refused as a whole, whatever stands under the identifier.
  const previous = collections[collection].deviceWrites ? basis : null;
  if (!isConflict || previous === null) {
    const decision = authorizeWrite(batch.actor, previous, mine, batch.factsFor(mine), batch.now);
    if (!decision.ok) return await refuse(decision.failure);
    if (known) return await refuse({ reason: 'invalid', path: 'entry' });
    if (stands && !basis) return await refuse({ reason: 'identityChanged' });
    const decided = batch.kinds.completed(batch, decision.value, basis);
    if (basis && (isSame || samePayload(decided, basis))) return unchanged(next, visible);
    const record = mine.backdated ? { ...decided, backdated: mine.backdated } : decided;
    const stored = batch.add({ collection, record, device: batch.device, outcome: 'stored' });
    await batch.kinds.taken(batch, previous, stored);
    return withMaster({ ...answer(next, 'stored'), receivedAt: batch.now }, next, stored);
  }

  // The merged version could not be stored under a name that is taken: this row is refused, not the whole request.
  const mergedEntry = derivedEntry('merge', previous.entry, next.entry);
  if (known || (await batch.versionOfEntry(mergedEntry)))
    return await refuse({ reason: 'invalid', path: 'entry' });
  const settled = await settleConflict(batch, validate, {
    collection,
    base,
    mine,
    theirs: previous,
    isUnseen: visible === null,
  });
  if (!settled.ok) return await refuse(settled.failure);
  const { master, mineLost } = settled.value;
  await batch.kinds.taken(batch, previous, master);
  // Of a lesson that one may not read, the answer is that of one that did not exist.
  if (!visible) return { ...answer(next, 'stored'), receivedAt: batch.now };
  return { ...answer(next, 'merged'), receivedAt: batch.now, master, conflicts: mineLost };
}

/** A row that no upgrade brings to the shape of today is the fault of an app that is too old for it, or else of the row. */
function whyInvalid({ protocol }: Batch, { path, changedIn }: RecordFault): Refusal {
  const isOutdated = protocol !== undefined && changedIn !== undefined && protocol < changedIn;
  return isOutdated ? { reason: 'outdated' } : { reason: 'invalid', path };
}

/** The answer for a row of which nothing but its name can be told. */
export function refusedUnread(next: unknown, refusal: Refusal): PushOutcome {
  const member = (name: string) => {
    const value: unknown = typeof next === 'object' && next !== null ? Reflect.get(next, name) : undefined;
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  // The device looks its row up by these two, whatever they are.
  const entry = member('entry') as PushOutcome['entry'];
  return { id: member('id'), entry, outcome: 'refused', refusal };
}

function answer<O extends PushOutcome['outcome']>({ id, entry }: RegisterRecord, outcome: O) {
  return { id, entry, outcome };
}

function refused(next: RegisterRecord, refusal: Refusal, master: RegisterRecord | null): PushOutcome {
  return { ...answer(next, 'refused'), refusal, ...(master ? { master } : {}) };
}

function unchanged(next: RegisterRecord, master: RegisterRecord | null): PushOutcome {
  const receivedAt = master?.receivedAt;
  const outcome = { ...answer(next, 'unchanged'), ...(receivedAt ? { receivedAt } : {}) };
  return master ? withMaster(outcome, next, master) : outcome;
}

/** An answer with the state that stands, where it is not exactly the pushed one. */
function withMaster(outcome: PushOutcome, next: RegisterRecord, master: RegisterRecord): PushOutcome {
  const isPushed =
    next.entry === master.entry &&
    next.author === master.author &&
    next.school === master.school &&
    next.recordedAt === master.recordedAt &&
    (sharesMembers(next, master) || samePayload(next, master));
  return isPushed ? outcome : { ...outcome, master };
}

/** Whether one record was made of the other without a change: the usual case, seen without writing either out. */
function sharesMembers(next: RegisterRecord, master: RegisterRecord): boolean {
  const shares = (name: string) => Reflect.get(next, name) === Reflect.get(master, name);
  // What the server has added is news to the device as well; the arrival stands in each answer.
  return (
    Object.keys(next).every(shares) &&
    Object.keys(master).every((name) => name === 'receivedAt' || shares(name))
  );
}

/** One entry names one save: other content under the same name is a fault of the device, and must not pass for delivered. */
function isRepetition(known: StoredVersion, next: RegisterRecord): boolean {
  const before = storedRecord(known.json);
  // Times inside the record were bounded when it came first, by the clock of then.
  const bounded = boundTimes({ ...next, recordedAt: known.recordedAt }, known.author, before);
  const again = bringForward(bounded, known.author, [before], before.backdated?.after);
  return before.kind === again.kind && sameWords(before, again);
}

/**
 * A row with the times at which it cannot have been written brought forward, and marked. What stood in any version of the record is not
 * of now: an undo puts marks back with their times.
 */
async function inItsTime(
  batch: Batch,
  collection: CollectionName,
  row: PushRow,
  stamped: RegisterRecord,
  basis: RegisterRecord | null,
): Promise<RegisterRecord> {
  const { person } = batch.actor;
  const brought = (standing: readonly (RegisterRecord | null)[], moment: number | undefined) =>
    bringForward(stamped, person, standing, moment === undefined ? undefined : toInstant(moment));
  if (!brought([basis], batch.moment).backdated) return stamped;
  const versions = await batch.versionsOf(collection, row.next.id);
  const before = versions.map(recordOfVersion);
  return brought(before, await batch.momentOf(row));
}

/** The state the device started from: the one that stands, one of before by the history, or none. */
async function assumedState(
  batch: Batch,
  validate: RecordValidator,
  collection: CollectionName,
  { assumed }: PushRow,
  stands: RegisterRecord | null,
): Promise<RegisterRecord | null> {
  if (assumed === null || stands === null) return null;
  const checked = assumed.entry === stands.entry ? undefined : validate(collection, assumed);
  const claim = claimOf(assumed, checked?.ok ? checked.value : null, stands);
  if (claim === null || isAtHead(claim, stands)) return stands;
  const known = typeof assumed.entry === 'string' ? await batch.versionOfEntry(assumed.entry) : undefined;
  if (known?.collection === collection && known.id === stands.id) return storedRecord(known.json);
  // Who does not say what stands is in a conflict, for which the history is read in any case.
  const versions = claim.record ? await batch.versionsOf(collection, stands.id) : [];
  return startedFrom(
    claim,
    versions.map((version) => ({
      record: recordOfVersion(version),
      hasLost: version.outcome === 'overruled',
    })),
  );
}
