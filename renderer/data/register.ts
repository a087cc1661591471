import type { Observable } from 'rxjs';
import type { Instant } from '../../domain/base/ids.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { Run } from './commands/run.ts';
import type { EntryCommands } from './commands/entry-commands.ts';
import type { KeptPicture } from './pictures/kept-picture.ts';
import type { FindOfKind } from './records-of-kind.ts';
import type { SchoolFacts } from './school/school-facts.ts';
import type { SyncStatus } from './status/sync-status.ts';

/** The records that this device has of the school, live. */
export interface RegisterRecords {
  /** Those of one kind, by fields that its collection is indexed by. */
  readonly find: FindOfKind;
  /** What changes rarely, indexed: classes, people, timetable, calendar. */
  readonly facts$: Observable<SchoolFacts>;
}

/** How this device stands with the school, and what was written on it before. */
export interface RegisterStatus extends EntryCommands {
  /** State of synchronisation: the line, the entries that wait or were refused, the values that lost. */
  readonly sync$: Observable<SyncStatus>;
  /** The own picture as this device has it. */
  readonly picture: KeptPicture;
  syncNow(): void;
  /** Resolves as soon as every command given so far is carried out. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The open register of one account on this device. Views are functions of its records, commands functions of what it carries out: no page
 * and no kind of record adds anything to it. Pages see this interface and never the database, the bridge or the server.
 */
export interface Register {
  readonly identity: Identity;
  /** Instant by the server's clock: the device's, corrected by the known offset. */
  now(): Instant;
  readonly records: RegisterRecords;
  /** Carries out a command at once, with or without a network: what it wants is durable on this device, or nothing was written. */
  readonly run: Run;
  readonly status: RegisterStatus;
}
