import type { Actor } from '../access/actor.ts';
import { refuse } from '../access/refusal.ts';
import { equalJson } from '../base/canonical-json.ts';
import type { Instant } from '../base/ids.ts';
import { isUuidV7 } from '../base/uuid-v7.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import type { Decision } from '../record/kind.ts';
import { isClosedByMeeting } from '../school/limits/closed-period.ts';
import { isYearClosed } from '../school/limits/closed-year.ts';
import type { WriteFacts } from '../school/write-facts.ts';
import { sameWords } from './merge.ts';
import { stampRecord } from './stamp-record.ts';

/** What a decision needs to know around one entry. */
export interface EntryFacts extends WriteFacts {
  /** The state the author started from, where colleagues have written since; what was not in it was not taken away by this author. */
  readonly started?: RegisterRecord | null;
  /** What the author wrote, where what is decided on is a merge with what colleagues have written since. */
  readonly own?: RegisterRecord;
  /** The author knew what stood, whatever they say. */
  readonly knew?: boolean;
}

/**
 * Decides whether an actor may write a record, and returns it as it is to be stored: author and school stamped from the actor, never
 * taken from the device, and a time in the future brought back to now. The rule is that of the record's kind.
 *
 * A class that is not the actor's and one that does not exist get the same refusal, so that nobody can probe what exists (S1).
 */
export function authorizeWrite(
  actor: Actor,
  previous: RegisterRecord | null,
  next: RegisterRecord,
  facts: EntryFacts,
  now: Instant,
): Decision<RegisterRecord> {
  const stamped = stampRecord(actor, next, now, previous);
  if (previous && (previous.kind !== next.kind || previous.id !== next.id)) return refuse('identityChanged');
  const { started, own, knew = false } = facts;
  const from = { ...(started === undefined ? {} : { started }), ...(own ? { own } : {}), knew };
  const decision = kindOf(stamped).authorize({ actor, previous, next: stamped, facts, ...from });
  // After the kind's own word: whoever has no right hears of nothing that stands.
  if (decision.ok && isYearClosed(facts.year, stamped.recordedAt)) return refuse('yearClosed');
  if (decision.ok && isClosedFor(previous, decision.value, facts, now)) return refuse('periodClosed');
  // A key that was drawn is known to whoever has seen the record: nobody makes it a second time.
  const isBlind = previous !== null && started === null && !knew && facts.sendsAgain !== true;
  if (decision.ok && isBlind && kindOf(stamped).key === 'drawn') return refuse('identityChanged');
  const changed = decision.ok ? changedIdentity(previous, stamped) : undefined;
  return changed === undefined ? decision : refuse('identityChanged', changed);
}

/** Whether an entry says something new of what a term meeting has closed (D104): one that says what stands changes nothing. */
function isClosedFor(
  previous: RegisterRecord | null,
  next: RegisterRecord,
  facts: WriteFacts,
  now: Instant,
): boolean {
  const days = kindOf(next).meetingCloses?.(next, previous);
  if (days === undefined || !isClosedByMeeting(days, facts, now)) return false;
  return previous === null || !sameWords(previous, next);
}

/** The member by which a record is another one than what stands under its key, or than its key says; undefined where it is the same. */
function changedIdentity(stands: RegisterRecord | null, next: RegisterRecord): string | undefined {
  const { key } = kindOf(next);
  const isDrawn = key === 'drawn';
  if (isDrawn && !stands && !isUuidV7(next.id)) return 'id';
  if (!isDrawn && key && key(next) !== next.id) return 'id';
  return stands ? fixedChange(stands, next) : undefined;
}

/** The first field in which a record is another one than what stands under its key; undefined where it is the same. */
export function fixedChange(stands: RegisterRecord, next: RegisterRecord): string | undefined {
  return fixedFieldsOf(stands).find(
    (field) => !equalJson(Reflect.get(stands, field), Reflect.get(next, field)),
  );
}

/** The fields that never change, by what the rules of the kinds say, found once. */
const fixedFields = new WeakMap<object, readonly string[]>();

function fixedFieldsOf(record: RegisterRecord): readonly string[] {
  const { fields } = kindOf(record);
  const known = fixedFields.get(fields);
  if (known) return known;
  const found = Object.entries(fields).flatMap(([field, { rule }]) => (rule === 'fixed' ? [field] : []));
  fixedFields.set(fields, found);
  return found;
}

/** Whether somebody may write on a record that they may not read: whoever stands in for one hour does. */
export function isConcerned(actor: Actor, record: RegisterRecord | null, facts: WriteFacts): boolean {
  return record !== null && kindOf(record).isConcerned?.(actor, record, facts) === true;
}
