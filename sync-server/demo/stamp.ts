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

/** When the office prepared the year: 1 September 2026 in the morning. */
const PREPARED = Date.parse('2026-09-01T07:00:00.000Z');

/** Starts the identifiers of a school; the clerk is the author of what the office writes. */
export function createStamp(school: SchoolId, random: Random): Stamp & { readonly clerk: PersonId } {
  const uuid = (at: number) => uuidV7(at, random.bytes(10));
  const clerk = toPersonId(uuid(PREPARED));
  const envelope = (author: PersonId, recordedAt: Instant): Envelope => ({
    school,
    author,
    entry: toEntryId(uuid(Date.parse(recordedAt))),
    recordedAt,
  });
  return {
    school,
    clerk,
    personId: () => toPersonId(uuid(PREPARED)),
    recordId: () => uuid(PREPARED),
    office: () => envelope(clerk, toInstant(PREPARED)),
    envelope,
  };
}
