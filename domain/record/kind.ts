import type { Actor } from '../access/actor.ts';
import type { Bucket } from '../access/bucket.ts';
import type { Refusal } from '../access/refusal.ts';
import type { ClassId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { JsonSchema } from '../base/schema.ts';
import type { SaidReason } from '../grades/said-value.ts';
import type { CollectionName } from './collection-names.ts';
import type { Envelope, Place } from './envelope.ts';
import type { FieldRules } from './field-rules.ts';
import type { HoursSaid } from './said/hours-said.ts';
import type { MeetingDays } from './said/meeting-days.ts';
import type { Upgrade } from './upgrade.ts';

/** Who writes records of a kind: devices by synchronisation, the office by its own services, the server of its own accord. */
export type Writer = 'device' | 'office' | 'server';

/** What happens to an entry that the device of a blocked account hands over: the office decides on it, or it is the author's alone. */
export type WhenBlocked = 'toOffice' | 'dropped';

/** One record that somebody wants to write. */
export interface Write<R, Facts> {
  readonly actor: Actor;
  /** The state that stands, or null where there is none. */
  readonly previous: R | null;
  /** The record as it would be stored: author, school and times are the server's already. */
  readonly next: R;
  /** The state the author started from, where colleagues have written since; what was not in it was not taken away by this author. */
  readonly started?: R | null;
  /** What the author wrote, where `next` is what became of it and of what colleagues have written since. */
  readonly own?: R;
  /** The author knew what stood, whatever they say: they are asked about what becomes of it. */
  readonly knew?: boolean;
  /** What the decision needs to know of the school around the record. */
  readonly facts: Facts;
}

/** The record as it is to be stored, or why it is not taken. */
export type Decision<R> = Result<R, Refusal>;

/**
 * Everything that the machinery of the register knows of one kind of record. Synchronisation, merge, history, hand-over and the local
 * store read this object and name no kind; who adds a kind writes one.
 */
export interface Kind<R extends Envelope, Facts = unknown> {
  readonly kind: R['kind'];
  readonly collection: CollectionName;
  readonly schema: JsonSchema;
  readonly writers: readonly Writer[];
  /** How the shape has changed since it was released, oldest first. */
  readonly upgrades: readonly Upgrade[];
  /**
   * Of what devices write, the key that follows from what the record says, or `drawn` where there may be many: then it is a UUIDv7, so that no entry takes
   * the key that another record of the collection would have.
   */
  readonly key?: 'drawn' | ((record: R) => string);
  /** The groups of readers the record is in: a pure function of it, so that server and device agree. */
  readonly buckets: (record: R) => readonly Bucket[];
  readonly place: (record: R) => Place;
  /** How the values that two devices gave to one field come together, for every field of the payload. */
  readonly fields: FieldRules<R>;
  /** What two devices that both made the record started from; null where there is no such thing. */
  readonly blank: (record: R) => R | null;
  /** What the record says against itself, whoever wrote it; undefined for one that says one thing. */
  readonly contradiction?: (record: R) => Refusal | undefined;
  /** What the records say may be put right at any time, also where it has begun in a school year that is closed (D198). */
  readonly staysOpen?: true;
  /**
   * The days of which an entry says something that a term meeting closes (D104), by what stood before it; undefined where it says nothing new of any. Absent where a
   * meeting closes nothing of the kind, or the kind knows by itself what it closes.
   */
  readonly meetingCloses?: (record: R, before: R | null) => MeetingDays | undefined;
  /**
   * Of whose hours in classes that were left a record says something (D97); null for a kind that says nothing of any. Every kind answers: what is forgotten leaves
   * hours as they were counted once.
   */
  readonly hoursSaid: ((record: R) => HoursSaid) | null;
  /** Whether a record says nothing that could not be left out: where there is none, none is made of it. */
  readonly saysNothing?: (record: R) => boolean;
  /** The record as it stands in another one of its classes, for whoever writes it there. */
  readonly inClass?: (record: R, schoolClass: ClassId) => R;
  /** The key of another record of the collection without which the record is none, whoever wrote that one. */
  readonly standsOn?: (record: R) => string;
  /** The keys of all records of the collection by which the record is judged: what waits of them arrives before it. */
  readonly comesAfter?: (record: R) => readonly string[];
  /**
   * The record as it is sent again to a store that was put back from a copy (ADR 12), with what the server knew of the version that the store has lost; `below` is
   * the record that it stands on.
   */
  readonly sentAgain?: (
    record: R,
    lost: R,
    around: { readonly facts: Facts; readonly below: Envelope | undefined },
  ) => R;
  /** Decides whether an actor may write it. Kinds that devices do not write refuse every entry. */
  readonly authorize: (write: Write<R, Facts>) => Decision<R>;
  /** Whether somebody may write on a record of this kind that they may not read: whoever stands in for one hour does. */
  readonly isConcerned?: (actor: Actor, record: R, facts: Facts) => boolean;
  readonly whenBlocked: WhenBlocked;
  /** What of a handed-over entry the office does not read, which decides whether it is taken and may not read records of the kind (F.5). */
  readonly withheld?: readonly (keyof R & string)[];
  /** What families read of the record, and is changed for a reason once they could see it (D78): the newest page of the history shows the newest such changes, each with what stood before it, and how the record began. */
  readonly owesReason?: readonly (keyof R & string)[];
  /** Why what stands in a record was changed last, where it says so (D78). */
  readonly reasonOf?: (record: R) => SaidReason;
  /** What of a record those read who have it from a bucket of parts alone, where there is one (F.5). */
  readonly partOf?: (record: R) => R;
  /** Small valid records: they feed the laws that every kind obeys, and the access matrix. */
  readonly samples: readonly R[];
}
