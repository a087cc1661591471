import {
  toEntryId,
  toInstant,
  toPersonId,
  type EntryId,
  type Instant,
  type PersonId,
  type SchoolId,
} from '../../domain/base/ids.ts';
import { uuidV7 } from '../../domain/base/uuid-v7.ts';
import type { Random } from './random.ts';

/** The envelope of a record, as {@link Stamp.envelope} makes it. */
export interface Envelope {
  readonly school: SchoolId;
  readonly author: PersonId;
  readonly entry: EntryId;
  readonly recordedAt: Instant;
}

/** Gives a school's records their identifiers and envelopes, the same for the same seed. */
export interface Stamp {
  readonly school: SchoolId;
  readonly personId: () => PersonId;
  /** Identifier of a record that has no key of its own. */
  readonly recordId: () => string;
  /** Envelope of a record that the office wrote before the year began. */
  readonly office: () => Envelope;
  readonly envelope: (author: PersonId, recordedAt: Instant) => Envelope;
}

/** A stamp that knows who writes for the office. */
export type OfficeStamp = Stamp & { readonly clerk: PersonId };

/** Starts the identifiers of a school in a year that the office prepared on 1 September; the clerk is the author of what the office writes. */
export function createStamp(
  school: SchoolId,
  random: Random,
  startYear: number,
  known?: PersonId,
): OfficeStamp {
  const prepared = Date.parse(`${startYear}-09-01T07:00:00.000Z`);
  const uuid = (at: number) => uuidV7(at, random.bytes(10));
  const clerk = known ?? toPersonId(uuid(prepared));
  const envelope = (author: PersonId, recordedAt: Instant): Envelope => ({
    school,
    author,
    entry: toEntryId(uuid(Date.parse(recordedAt))),
    recordedAt,
  });
  return {
    school,
    clerk,
    personId: () => toPersonId(uuid(prepared)),
    recordId: () => uuid(prepared),
    office: () => envelope(clerk, toInstant(prepared)),
    envelope,
  };
}
