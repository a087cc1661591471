import type { ClassId, EntryId, Instant, LocalDate, PersonId, SchoolId } from '../base/ids.ts';

/** What every record carries beside its payload: see `envelope` in `fields.ts`. */
export interface Envelope {
  readonly id: string;
  readonly kind: string;
  readonly school: SchoolId;
  readonly author: PersonId;
  readonly entry: EntryId;
  readonly recordedAt: Instant;
  readonly receivedAt?: Instant;
  readonly backdated?: { readonly claimed: Instant; readonly after: Instant };
}

/** Where something of the school's days happened: what lists and notices name a record by, and what its rights are asked about. */
export interface Place {
  /** The day on which what is recorded happened. */
  readonly day?: LocalDate;
  /** The class in which it was recorded. */
  readonly class?: ClassId;
  /** Other classes in which it is read and written, too. */
  readonly otherClasses?: readonly ClassId[];
  readonly hour?: number;
  readonly pupil?: PersonId;
}
