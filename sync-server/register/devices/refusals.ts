import { hash } from 'node:crypto';
import type { Refusal, RefusalReason } from '../../../domain/access/refusal.ts';
import { canonicalJson } from '../../../domain/base/canonical-json.ts';
import { toInstant, type Instant, type PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { madeParts } from '../../../domain/entries/made-parts.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SchoolTransaction } from '../../storage/contract/storage.ts';

/** More refused entries than anybody has to settle. */
const MOST_REFUSED = 500;

/** Refused because their hour has not come: they are written again when it has, and nothing of them has been true yet. */
const BEFORE_THEIR_TIME: ReadonlySet<RefusalReason> = new Set(['futureDay', 'notYet']);

/**
 * The moment by which an entry is judged: that of its device, and for one that was refused before and is sent again as it was (the
 * office has mended an enrolment) that of then: it has been known since.
 */
export async function momentOfEntry(
  transaction: SchoolTransaction,
  person: PersonId,
  next: RegisterRecord,
  moment: number,
): Promise<number> {
  const refused = await transaction.refusedEntry(person, next.entry);
  return refused?.digest === digestOf(next) ? Math.min(moment, refused.moment) : moment;
}

/** A refusal as it is remembered. */
export interface Refused {
  readonly next: RegisterRecord;
  readonly refusal: Refusal;
  /** The moment of the device when it came, milliseconds since 1970. */
  readonly moment: number;
  /** When it was refused, milliseconds since 1970. */
  readonly now: number;
}

/**
 * Remembers an entry that was refused, if all of it can have happened by then. One about a later day, or with a time that was still to
 * come, is not: sent again when that time has passed, it would count as known since before (W3, D19).
 */
export async function rememberRefused(
  transaction: SchoolTransaction,
  person: PersonId,
  { next, refusal, moment, now }: Refused,
): Promise<void> {
  if (BEFORE_THEIR_TIME.has(refusal.reason) || isOfLater(next, toInstant(now))) return;
  const refused = { person, entry: next.entry, digest: digestOf(next), moment };
  await transaction.saveRefusedEntry(refused, MOST_REFUSED);
}

function isOfLater(next: RegisterRecord, now: Instant): boolean {
  const { day } = kindOf(next).place(next);
  if (day !== undefined && day > dayOfInstant(now)) return true;
  // Whoever a time inside is of: which of them count is decided when the record is stored.
  return next.recordedAt > now || madeParts(next).some(({ at }) => at > now);
}

function digestOf(next: RegisterRecord): string {
  return hash('sha256', canonicalJson(next), 'hex');
}
