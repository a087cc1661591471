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

/**
 * What the office may mend: rights, enrolments, groups, the calendar, its rules, a closed period or year. Of what the entry itself has against it the moment of then
 * is not remembered: somebody would keep several to choose from when they are asked.
 */
const MENDED_BY_OFFICE: ReadonlySet<RefusalReason> = new Set([
  'forbidden',
  'noLessonDay',
  'windowClosed',
  'notEnrolled',
  'otherGroup',
  'tooLate',
  'elsewhere',
  'notDelegate',
  'periodClosed',
  'yearClosed',
]);

/** An entry as it was sent, with the version that stands of its record. */
export interface SentEntry {
  readonly next: RegisterRecord;
  readonly assumed: RegisterRecord | null;
  readonly stands: RegisterRecord | null;
}

/**
 * The moment by which an entry is judged: that of its device, and for one that was refused before and is sent again as it was (the
 * office has mended an enrolment) that of then: it has been known since. Once something of its record has been stored, it is of now like any other.
 */
export async function momentOfEntry(
  transaction: SchoolTransaction,
  person: PersonId,
  sent: SentEntry,
  moment: number,
): Promise<number> {
  const refused = await transaction.refusedEntry(person, sent.next.entry);
  return refused?.digest === digestOf(sent) ? Math.min(moment, refused.moment) : moment;
}

/** A refusal as it is remembered. */
export interface Refused {
  readonly sent: SentEntry;
  readonly refusal: Refusal;
  /** The moment of the device when it came, milliseconds since 1970. */
  readonly moment: number;
  /** When it was refused, milliseconds since 1970. */
  readonly now: number;
}

/**
 * Remembers an entry that was refused for what the office mends, if all of it can have happened by then. One about a later day, or with a time that was still to
 * come, is not: sent again when that time has passed, it would count as known since before (W3, D19).
 */
export async function rememberRefused(
  transaction: SchoolTransaction,
  person: PersonId,
  { sent, refusal, moment, now }: Refused,
): Promise<void> {
  if (!MENDED_BY_OFFICE.has(refusal.reason) || isOfLater(sent.next, toInstant(now))) return;
  const refused = { person, entry: sent.next.entry, digest: digestOf(sent), moment };
  await transaction.saveRefusedEntry(refused, MOST_REFUSED);
}

function isOfLater(next: RegisterRecord, now: Instant): boolean {
  const { day } = kindOf(next).place(next);
  if (day !== undefined && day > dayOfInstant(now)) return true;
  // Whoever a time inside is of: which of them count is decided when the record is stored.
  return next.recordedAt > now || madeParts(next).some(({ at }) => at > now);
}

function digestOf({ next, assumed, stands }: SentEntry): string {
  return hash('sha256', canonicalJson({ next, assumed, stands: stands?.entry ?? null }), 'hex');
}
