import type { Actor } from '../../../domain/access/actor.ts';
import { itemsIn } from '../../../domain/entries/items.ts';
import { mayReadWhole } from '../../../domain/entries/read-part.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { conflictNoticeId, type ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { Overruled } from '../../../domain/entries/merge.ts';
import { actorsOf } from '../../school/actor.ts';
import type { Batch } from '../batch/batch.ts';
import { derivedEntry } from '../batch/derived-entry.ts';
import { ownVersion } from '../batch/server-device.ts';
import type { AttributedChange } from './field-changes.ts';

/** Longest JSON text of a value that a notice holds; the whole value is in the history. */
const LONGEST_VALUE = 4000;

/** A field on which one entry overruled another. */
export interface FieldDecision extends Overruled {
  readonly loser: AttributedChange;
  readonly winner: AttributedChange;
}

/** What a notice says of its place beyond that of the record. */
type NoticePlace = Pick<ConflictNotice, 'hour' | 'otherClass' | 'ofRoll' | 'won'>;

/** Tells the author of each overruled value, except where somebody overruled their own; and whoever won where the field wants both to know. */
export async function addNotices(
  batch: Batch,
  collection: CollectionName,
  record: RegisterRecord,
  decisions: readonly FieldDecision[],
): Promise<void> {
  for (const decision of decisions)
    if (decision.loser.author !== decision.winner.author) {
      await addNotice(batch, collection, record, decision);
      if (tellsBoth(record, decision))
        await addNotice(batch, collection, record, asWon(decision), { won: true });
    }
}

function tellsBoth(record: RegisterRecord, { field }: FieldDecision): boolean {
  const rule = kindOf(record).fields[field];
  return rule?.rule === 'laterWins' && rule.tells === 'both';
}

/** The decision as the one who won hears of it: by whom a value of theirs was nearly written over. */
function asWon({ loser, winner, ...values }: FieldDecision): FieldDecision {
  return {
    ...values,
    loser: { author: winner.author, entry: winner.entry, recordedAt: loser.recordedAt },
    winner: { author: loser.author, entry: loser.entry, recordedAt: winner.recordedAt },
  };
}

/** Tells one author of one value, whoever the other one was; the same loss is told once, also when it is pushed again as another entry. */
export async function addNotice(
  batch: Batch,
  collection: CollectionName,
  record: RegisterRecord,
  decision: FieldDecision,
  place: NoticePlace = {},
): Promise<void> {
  const notice = noticeOf(batch, collection, record, decision, place);
  if (await batch.versionOfEntry(notice.entry)) return;
  batch.add(ownVersion(notice));
}

/**
 * Tells one author what has become of one thing of theirs, in one notice however often it changes: it says what they had, what stands now and by whom. With each
 * change it is unseen again; what stood in between is in the history.
 */
export async function keepNotice(
  batch: Batch,
  collection: CollectionName,
  record: RegisterRecord,
  decision: FieldDecision,
  place: NoticePlace = {},
): Promise<void> {
  const notice = noticeOf(batch, collection, record, decision, place);
  const told = await givenNotice(batch, notice.id);
  if (!told) {
    await addNotice(batch, collection, record, decision, place);
    return;
  }
  if (told.kept === notice.kept && told.keptAuthor === notice.keptAuthor) return;
  const entry = derivedEntry('notice', notice.id, decision.winner.entry);
  if (await batch.versionOfEntry(entry)) return;
  const { lost, lostRecordedAt } = told;
  batch.add(ownVersion({ ...notice, lost, lostRecordedAt, entry }));
}

/** Says in a notice that was given what stands now; tells nobody who has not heard of it. */
export async function followNotice(
  batch: Batch,
  collection: CollectionName,
  record: RegisterRecord,
  decision: FieldDecision,
  place: NoticePlace = {},
): Promise<void> {
  const id = conflictNoticeId(decision.loser.author, decision.loser.entry, decision.field, place.won);
  if (await givenNotice(batch, id)) await keepNotice(batch, collection, record, decision, place);
}

async function givenNotice(batch: Batch, id: string): Promise<ConflictNotice | undefined> {
  const { collection } = kindOf({ kind: 'conflictNotice' });
  await batch.preload(collection, [id], []);
  const told = batch.current(collection, id);
  return told?.kind === 'conflictNotice' ? told : undefined;
}

function noticeOf(
  batch: Batch,
  collection: CollectionName,
  record: RegisterRecord,
  { field, lost, kept, loser, winner }: FieldDecision,
  place: NoticePlace,
): ConflictNotice {
  const addressee: PersonId = loser.author;
  const id = conflictNoticeId(addressee, loser.entry, field, place.won);
  const { told, isReader } = toldAs(batch, addressee, record);
  const values = isReader ? { lost, kept } : ownOf(record, field, addressee, { lost, kept, ...place });
  return {
    id,
    school: batch.actor.school,
    kind: 'conflictNotice',
    author: winner.author,
    entry: derivedEntry('notice', id),
    recordedAt: batch.now,
    addressee,
    ...(told?.child === undefined ? {} : { child: told.child }),
    recordKind: record.kind,
    recordCollection: collection,
    record: record.id,
    ...placeOf(record, hourOf(record, field, [lost, kept])),
    ...place,
    field,
    lost: valueText(values.lost),
    kept: valueText(values.kept),
    keptAuthor: winner.author,
    lostRecordedAt: loser.recordedAt,
    keptRecordedAt: winner.recordedAt,
    seen: false,
  };
}

/**
 * What is told to somebody who may not read the record, such as a substitute of another class, or whoever has left the class since: which of the two values is theirs,
 * and of a list their own things in it. Of what others have written they hear that it is there.
 */
function ownOf(
  record: RegisterRecord,
  field: string,
  addressee: PersonId,
  { lost, kept, won }: Pick<FieldDecision, 'lost' | 'kept'> & NoticePlace,
): Pick<FieldDecision, 'lost' | 'kept'> {
  const rule = kindOf(record).fields[field];
  const maker = rule && 'made' in rule ? rule.made.by : undefined;
  const isList = (value: unknown) => maker !== undefined && Array.isArray(value);
  const madeIn = (value: unknown) => itemsIn(value).filter((item) => item[maker ?? ''] === addressee);
  const own = won ? kept : lost;
  const theirs = isList(own) ? madeIn(own) : own;
  return won ? { lost: null, kept: theirs } : { lost: theirs, kept: null };
}

/** Whether somebody may read a record: what stands in it is told to nobody else. */
export function isReader(batch: Batch, person: PersonId, record: RegisterRecord): boolean {
  return toldAs(batch, person, record).isReader;
}

/** As whom the author of something in a record hears of it: staff, or the family of the child that it is about. */
function toldAs(
  { snapshot, actor: { school }, now }: Batch,
  person: PersonId,
  record: RegisterRecord,
): { readonly told: Actor | undefined; readonly isReader: boolean } {
  const actors = actorsOf(snapshot, { school, person }, Date.parse(now));
  const reader = actors.find((actor) => mayReadWhole(actor, record));
  return { told: reader ?? actors[0], isReader: reader !== undefined };
}

function placeOf(
  record: RegisterRecord,
  lostIn: number | undefined,
): Pick<ConflictNotice, 'class' | 'day' | 'hour' | 'pupil'> {
  const { otherClasses: _others, ...place } = kindOf(record).place(record);
  const hour = place.hour ?? lostIn;
  return { ...place, ...(hour === undefined ? {} : { hour }) };
}

/** The hour in which a lost item was made, or, where none was lost, the one that stands instead, by the rule of the field. */
function hourOf(record: RegisterRecord, field: string, values: readonly unknown[]): number | undefined {
  const rule = kindOf(record).fields[field];
  const member = rule && 'made' in rule ? rule.made.hour : undefined;
  if (member === undefined) return undefined;
  const hours = values.flatMap((list) => itemsIn(list).map((item) => item[member]));
  return hours.find((hour) => typeof hour === 'number');
}

function valueText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  if (text.length <= LONGEST_VALUE) return text;
  // Escapes may lengthen a text sixfold: the beginning that surely fits is enough to recognise it.
  const readable = typeof value === 'string' ? value : text;
  return JSON.stringify(`${readable.slice(0, LONGEST_VALUE / 8)}…`);
}
