import type { PersonId, SchoolId } from '../../domain/base/ids.ts';
import type { RegisterRecord } from '../../domain/records/collections.ts';
import type { School } from '../../domain/records/school.ts';

/** An account to create or replace: signs in as a person of a school. */
export interface NewAccount {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly username: string;
  /** argon2id hash in PHC format, from `auth/password-hash.ts`. */
  readonly passwordHash: string;
}

/**
 * What roster import and demonstration schools need of the store. Office-level writes: no device's access rules apply, but every
 * record is validated against the schema of its kind and enters the append-only history.
 */
export interface RosterStore {
  /** The schools this server holds. */
  schools(): Promise<readonly School[]>;
  /** Every current record of settings, roster and timetable of a school; empty for a school that does not exist yet. */
  readRoster(school: SchoolId): Promise<readonly RegisterRecord[]>;
  /** Writes records of any collections in one transaction (a new school is created by its `school` record). */
  write(school: SchoolId, records: readonly RegisterRecord[]): Promise<void>;
  saveAccounts(accounts: readonly NewAccount[]): Promise<void>;
}
