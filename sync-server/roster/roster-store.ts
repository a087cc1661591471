import type { PersonId, SchoolId } from '../../domain/base/ids.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { AccountKind } from '../../domain/people/username.ts';
import type { School } from '../../domain/kinds/school/record.ts';

/** An account to create or replace, activated already: signs in as a person of a school, or for a child of that person. */
export interface NewAccount {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly username: string;
  /** What the username says, unless given. */
  readonly kind?: AccountKind;
  readonly pupil?: PersonId;
  /** argon2id hash in PHC format, from `identity/passwords/password-hash.ts`. */
  readonly passwordHash: string;
}

/** The roster of a school as it was read. */
export interface RosterReading {
  readonly records: readonly RegisterRecord[];
  /** Changes with every write of settings, roster or timetable. */
  readonly version: string;
}

/** What is read of a school that does not exist yet. */
export const NO_ROSTER: RosterReading = { records: [], version: '' };

/** Somebody else has written since the roster was read: nothing was written, and what follows from the reading may be wrong. */
export class RosterMoved extends Error {
  constructor() {
    super('Somebody else is changing the roster of this school: try again');
    this.name = 'RosterMoved';
  }
}

/**
 * What roster import and demonstration schools need of the store. Office-level writes: no device's access rules apply, but every
 * record is validated against the schema of its kind and enters the append-only history.
 */
export interface RosterStore {
  /** The schools this server holds. */
  schools(): Promise<readonly School[]>;
  /** Every current record of settings, roster and timetable of a school; empty for a school that does not exist yet. */
  readRoster(school: SchoolId): Promise<RosterReading>;
  /**
   * Writes records of any collections in one transaction (a new school is created by its `school` record). Records that follow from
   * a reading name its version: when that is no longer the current one, {@link RosterMoved} is thrown and nothing is written.
   */
  write(school: SchoolId, records: readonly RegisterRecord[], basedOn?: string): Promise<void>;
  saveAccounts(accounts: readonly NewAccount[]): Promise<void>;
}
