import type { BehaviorSubject, Observable } from 'rxjs';
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
  /** What changes rarely, indexed: classes, people, timetable, calendar. Told once more when the day turns: whoever maps it may ask the time. */
  readonly facts$: Observable<SchoolFacts>;
}

/**
 * What keeps a year that is over from coming. Those that pass by themselves: there is no line, the session needs a sign-in. Those with which
 * the reading ends: the server does not give it to this version of the program; it gives nothing of it that only some read, so that it is
 * not this person's to read; the disk is full; this device could not write or read what came.
 */
export type PastYearTrouble = 'offline' | 'signInNeeded' | PastYearEnd;
/** A trouble with which the reading has ended: chosen once more, the year is begun anew. */
export type PastYearEnd = 'notGiven' | 'notYours' | 'diskFull' | 'failed';

/** Whether a reading has ended with its trouble, and does not go on by itself. */
export function hasEnded(trouble: PastYearTrouble | undefined): trouble is PastYearEnd {
  return trouble !== undefined && trouble !== 'offline' && trouble !== 'signInNeeded';
}

/** How the school year that is over and was chosen stands on this device. */
export type PastYear = {
  /** The calendar year in which it begins. */
  readonly startYear: number;
} & (
  | {
      readonly kind: 'reading';
      /** Documents that have come so far. */
      readonly received: number;
      readonly trouble?: PastYearTrouble;
    }
  /** All of it is here: it is read through a register of its own, which writes nothing. */
  | { readonly kind: 'open'; readonly register: Register }
);

/** The school years that are over, one of which may be read beside the one under way. */
export interface PastYears {
  /** Undefined while the year under way is on the screen. */
  readonly state$: BehaviorSubject<PastYear | undefined>;
  /**
   * Fetches what may be read of a school year; another one that is open is left. One that is chosen already stays as it is, unless its
   * reading has ended without it.
   */
  open(startYear: number): void;
  /** Goes back to the year under way; nothing of the other one stays on this device. */
  leave(): void;
  /** Ends with the register. */
  close(): Promise<void>;
}

/** How this device stands with the school, and what was written on it before. */
export interface RegisterStatus extends EntryCommands {
  /** State of synchronisation: the line, the entries that wait or were refused, the values that lost. */
  readonly sync$: Observable<SyncStatus>;
  /** The school years that are over, one of which may be read. */
  readonly past: PastYears;
  /** The own picture as this device has it. */
  readonly picture: KeptPicture;
  syncNow(): void;
  /** Takes something that gives several commands as one of them, until all of it is done. */
  track<T>(work: Promise<T>): Promise<T>;
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
  /**
   * Where this is a school year that is over, the calendar year in which it begins: then nothing is written, and now is the evening of its
   * last day of lessons.
   */
  readonly pastYear?: number;
  /** Instant by the server's clock: the device's, corrected by the known offset. */
  now(): Instant;
  readonly records: RegisterRecords;
  /** Carries out a command at once, with or without a network: what it wants is durable on this device, or nothing was written. */
  readonly run: Run;
  readonly status: RegisterStatus;
}
