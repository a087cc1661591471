import type { Observable } from 'rxjs';
import type { RefusalReason } from '../../domain/access/refusal.ts';
import type { EntryId, Instant, PersonId } from '../../domain/base/ids.ts';
import type { Result } from '../../domain/base/result.ts';
import type { JournalFailure } from '../../domain/protocol/bridge/journal.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { RollCallMark } from '../../domain/kinds/attendance-day/roll-call.ts';
import type { ConflictNotice } from '../../domain/kinds/conflict-notice/record.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import type { KeptPicture } from './pictures/kept-picture.ts';
import type { LocalRecords } from './local-records.ts';
import type { SchoolFacts } from './school/school-facts.ts';
import type { SyncStatus } from './status/sync-status.ts';
import type { SeenElsewhere } from './views/elsewhere.ts';

/** What a save resolves to: the entry is durable on this device (journal flushed to disk). */
export interface Saved {
  readonly entry: EntryId;
  readonly recordedAt: Instant;
}

/** What a mark resolves to. */
export interface Marked extends Saved {
  readonly changed: boolean;
  readonly undo: () => Promise<Result<TakenBack, CommandFailure>>;
}

/** What taking a mark back resolves to: nothing changes where a colleague has marked something else instead. */
export interface TakenBack extends Saved {
  readonly changed: boolean;
}

/** Why a command was not carried out; nothing was written. */
export type CommandFailure =
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'journal'; readonly failure: JournalFailure };

/** What a command resolves to. */
export type CommandResult = Result<Saved, CommandFailure>;

/** The records that this device has of the school, live. */
export interface RegisterRecords extends Pick<LocalRecords, 'find'> {
  /** What changes rarely, indexed: classes, people, timetable, calendar. */
  readonly facts$: Observable<SchoolFacts>;
}

/**
 * The open register of one account on this device: live queries over the local store, and commands which write locally, at once,
 * with or without a network. Pages see this interface and never the database, the bridge or the server.
 */
export interface Register {
  readonly identity: Identity;
  /** Instant by the server's clock: the device's, corrected by the known offset. */
  now(): Instant;
  readonly records: RegisterRecords;
  syncStatus(): Observable<SyncStatus>;
  /** The own picture as this device has it. */
  readonly picture: KeptPicture;

  /** Signs the hour in my name (and takes the texts along); signing again changes nothing but the texts. */
  signLesson(
    place: HourPlace,
    lesson: {
      /** Texts that are not given stay as they are. */
      readonly topic?: string;
      readonly activity?: string;
      readonly subject?: string;
      readonly substitution?: boolean;
    },
  ): Promise<CommandResult>;
  /** Saves topic and activity of the hour. */
  writeLesson(
    place: HourPlace,
    texts: { readonly topic: string; readonly activity: string },
  ): Promise<CommandResult>;
  /** Takes back my own signature (D20); the texts and colleagues' signatures stay. */
  withdrawSignature(place: HourPlace): Promise<CommandResult>;
  /**
   * Marks one pupil. The answer says whether that changed anything, and carries an undo of that mark alone. What the
   * rolls of other hours have seen of the pupil makes an absence an exit, and an entry a coming back.
   */
  markPupil(
    place: HourPlace,
    pupil: PersonId,
    mark: RollCallMark,
    seen?: SeenElsewhere,
  ): Promise<Result<Marked, CommandFailure>>;
  /** Marks a pupil again as I had in the hour of a notice, and settles the notice. */
  putMarkBack(notice: ConflictNotice): Promise<CommandResult>;
  /** Confirms that the roll of this hour was called: everybody without a mark is present. Again, it holds from then on. */
  confirmRollCall(place: HourPlace): Promise<CommandResult>;

  markConflictSeen(notice: ConflictNotice): Promise<CommandResult>;
  /** Sends a refused entry again, as it is (for example after the office mended an enrolment). */
  /** `isLater`: it goes when the one of the same record that waits has been answered. */
  retryRefused(entry: EntryId): Promise<Result<Saved & { readonly isLater: boolean }, CommandFailure>>;
  /** Gives up a refused entry for good. */
  discardRefused(entry: EntryId): Promise<CommandResult>;
  /** Everything unsent as a readable JSON text. */
  exportUnsent(): Promise<string>;
  syncNow(): void;
  /** Resolves as soon as every command given so far is carried out. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
