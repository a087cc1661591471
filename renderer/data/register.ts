import type { Observable } from 'rxjs';
import type { RefusalReason } from '../../domain/access/refusal.ts';
import type { ClassId, EntryId, Instant, LocalDate, LocalTime, PersonId } from '../../domain/base/ids.ts';
import type { Result } from '../../domain/base/result.ts';
import type { JournalEntry, JournalFailure } from '../../domain/protocol/bridge/journal.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { BellHour } from '../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { ConflictNotice } from '../../domain/kinds/conflict-notice/record.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import type { SchoolYear } from '../../domain/kinds/school-year/record.ts';
import type { School } from '../../domain/kinds/school/record.ts';
import type { Subject } from '../../domain/kinds/subject/record.ts';
import type { DayState } from '../../domain/kinds/attendance-day/attendance-state.ts';
import type { HourMark } from '../../domain/kinds/attendance-day/hour-presence.ts';
import type { PupilInHour } from '../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { NoLessonReason } from '../../domain/school/calendar.ts';
import type { RollCallMark } from '../../domain/kinds/attendance-day/roll-call.ts';
import type { PlannedHour } from '../../domain/school/timetable-day.ts';
import type { KeptPicture } from './pictures/kept-picture.ts';
import type { StoreReturn } from './sync/returning/return-report.ts';
import type { CalledHour, SeenElsewhere, SignedElsewhere } from './views/elsewhere.ts';
import type { MissingPlan } from './views/plan/plan-part.ts';
import type { FamilyWeek } from './views/family/week-of-child.ts';

/** Where an entry is: on the device only, or on the server with its time of arrival. */
export interface EntryTimes {
  readonly recordedAt: Instant;
  readonly receivedAt?: Instant;
  /** The entry claimed a time at which its device is known not to have written it. */
  readonly backdated?: { readonly claimed: Instant; readonly after: Instant };
}

/** One hour of a teacher's day, for the list on the left. */
export interface TeacherHour {
  readonly planned: PlannedHour;
  readonly schoolClass: SchoolClass;
  readonly subject: Subject;
  readonly lesson?: Lesson;
  readonly signedByMe: boolean;
  readonly rollCallTaken: boolean;
  /** Pupils of the class absent at this hour, and all enrolled ones. */
  readonly absent: number;
  readonly enrolled: number;
}

/** A teacher's day from the timetable, with what has been written so far. */
export interface TeacherDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  readonly missing?: MissingPlan;
  readonly hours: readonly TeacherHour[];
  /** My hours that have ended within fourteen days from now without my signature, other than those of the day; oldest first. */
  readonly unsigned: readonly {
    readonly planned: PlannedHour;
    readonly schoolClass: SchoolClass;
    readonly subject: Subject;
  }[];
  /** All hours of all my classes: for opening a class outside my timetable (substitution, swap). */
  readonly classes: readonly SchoolClass[];
}

/** One class of the school's day: which hours were signed, where the roll was called, how many are absent for the day. */
export interface SchoolDayClass {
  readonly schoolClass: SchoolClass;
  readonly hours: readonly {
    readonly planned: PlannedHour;
    readonly signed: boolean;
    readonly rollCallTaken: boolean;
  }[];
  /** Every hour that the bells of the class have on this day, planned or not. */
  readonly bells: readonly BellHour[];
  readonly absent: number;
  readonly enrolled: number;
}

/** The pupils of the reader's classes, and the school's teachers as far as this device knows them; by name. */
export interface KnownPeople {
  readonly pupils: readonly { readonly person: Person; readonly schoolClass: SchoolClass }[];
  readonly teachers: readonly Person[];
}

/** The day of all classes that the reader may see; for office and principal the whole school. */
export interface SchoolDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  readonly missing?: MissingPlan;
  readonly classes: readonly SchoolDayClass[];
}

/** How one pupil stands in the class hour on the screen. */
export interface PupilHour extends Pick<PupilInHour, 'mark' | 'time' | 'also' | 'isReturn'> {
  readonly person: Person;
  readonly attendance?: AttendanceDay;
  readonly state: DayState;
  /** Entries and exits of the day that the mark does not say, in their order. */
  readonly moves: readonly { readonly kind: 'entry' | 'exit'; readonly time: LocalTime }[];
  /** The first entry of the day came within the school's minutes of the first hour, and the mark is about it (D9). */
  readonly shortLate: boolean;
  /** Entries and exits beyond the school's maximum: a warning (D8). */
  readonly movesOverMaximum: number;
  readonly seen: SeenElsewhere;
  /** Somebody said something else of this hour after its roll call was confirmed. */
  readonly changedAfterRollCall: boolean;
  /** At the earlier hours of the day in which the roll was called or the pupil marked. */
  readonly earlier: readonly ({ readonly hour: number } & Pick<PupilInHour, 'mark' | 'also' | 'isReturn'>)[];
  /** Half units of absence in this hour (D10). */
  readonly absentHalfUnits: number;
  readonly times?: EntryTimes;
  /** Who made the last mark, when it was somebody else, and when. */
  readonly markedBy?: { readonly person?: Person; readonly at: Instant };
}

/** One hour of one class: what the class page shows. */
export interface ClassHour {
  readonly day: LocalDate;
  readonly schoolClass: SchoolClass;
  readonly bell: BellHour;
  /** Undefined when the timetable does not foresee me here: the hour can still be signed as substitution. */
  readonly planned?: PlannedHour;
  /** All hours of the class on this day, to move between them. */
  readonly hours: readonly PlannedHour[];
  /** Every hour that the bells of the class have on this day, planned or not. */
  readonly bells: readonly BellHour[];
  readonly subject?: Subject;
  /** Subjects I may sign for in this class. */
  readonly mySubjects: readonly Subject[];
  readonly lesson?: Lesson;
  readonly lessonTimes?: EntryTimes;
  /** Signatures with the people who made them, in order. */
  readonly signatures: readonly {
    readonly teacher: PersonId;
    readonly person?: Person;
    readonly signedAt: Instant;
  }[];
  readonly signedByMe: boolean;
  /** Pupils marked or unmarked in this hour after its roll call was confirmed. */
  readonly changesAfterRollCall: number;
  /** The other hours of the day whose roll was confirmed, with who did. */
  readonly calledHours: readonly CalledHour[];
  /**
   * The hour has not begun (D19): it may be prepared. `block`: it may be signed all the same, because it follows one of mine that has
   * begun. Undefined once it has, and where the school does not mind.
   */
  readonly ahead?: 'prepare' | 'block';
  /** The school lets hours of today be signed, called and marked before their time. */
  readonly mayRunAhead: boolean;
  /** Hours of mine in this class that follow this one directly and are not signed: one act may sign them too (D19). */
  readonly following: readonly PlannedHour[];
  /** Where I have signed at the same time, and the timetable does not teach both classes together (D17). */
  readonly signedElsewhere: readonly SignedElsewhere[];
  /** In the order of an Italian class list; those enrolled on the day only. */
  readonly pupils: readonly PupilHour[];
  readonly counts: Readonly<Record<HourMark, number>>;
  /** Topic of the previous lesson of the same subject in this class, to go on from. */
  readonly previousTopic?: { readonly day: LocalDate; readonly topic: string };
  /** Why writing is not allowed now (future day, closed window, no lesson day); undefined when it is. */
  readonly closed?: RefusalReason;
}

/** State of synchronisation: a state in the header, never a toast. */
export interface SyncStatus {
  readonly connection: 'online' | 'offline' | 'signInNeeded';
  readonly syncing: boolean;
  /** First download not finished: documents received so far. */
  readonly initial?: { readonly received: number };
  readonly lastSyncAt?: Instant;
  /** Entries waiting to be sent, newest first, with the record they wrote. */
  readonly waiting: readonly JournalEntry[];
  /** Entries the server refused, with the reason; they stay until the user settles them. */
  readonly refused: readonly JournalEntry[];
  /** Values of mine that a colleague's entry overruled and I have not looked at. */
  readonly conflicts: readonly ConflictNotice[];
  readonly updateRequired: boolean;
  /** The local store could not be written though the journal was: everything written is safe, but room must be made. */
  readonly diskFull: boolean;
  /** Documents received but not readable, set aside (never a reason to stop): collection and key of each, as `lessons/<key>`. */
  readonly parked: readonly string[];
  /** The server's store was put back from an older copy: what this device has found of it since the register was opened. */
  readonly restored?: StoreReturn;
}

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

/** Where a lesson hour is. */
export interface HourPlace {
  readonly day: LocalDate;
  readonly schoolClass: ClassId;
  readonly hour: number;
}

/** What a command resolves to. */
export type CommandResult = Result<Saved, CommandFailure>;

/** Names used beside people's texts, resolved from the local roster. */
export interface Directory {
  person(id: PersonId): Person | undefined;
  schoolClass(id: ClassId): SchoolClass | undefined;
  /** All classes that this device knows: a class is named among them. */
  classes(): readonly SchoolClass[];
  subject(id: string): Subject | undefined;
}

/**
 * The open register of one account on this device: live queries over the local store, and commands which write locally, at once,
 * with or without a network. Pages see this interface and never the database, the bridge or the server.
 */
export interface Register {
  readonly identity: Identity;
  /** Instant by the server's clock: the device's, corrected by the known offset. */
  now(): Instant;
  school(): Observable<School | undefined>;
  schoolYear(): Observable<SchoolYear | undefined>;
  directory(): Observable<Directory>;
  teacherDay(day: LocalDate): Observable<TeacherDay>;
  schoolDay(day: LocalDate): Observable<SchoolDay>;
  knownPeople(day: LocalDate): Observable<KnownPeople>;
  classHour(place: HourPlace): Observable<ClassHour | undefined>;
  /** The week of a day, for the family of a pupil. */
  familyWeek(day: LocalDate): Observable<FamilyWeek>;
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
