import type { RefusalReason } from '../../../../domain/access/refusal.ts';
import type { Instant, LocalDate, LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import type { DayState } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { PupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { BellHour } from '../../../../domain/kinds/bell-scheme/record.ts';
import type { ClassMovement } from '../../../../domain/kinds/class-movement/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { AttendanceMode } from '../../../../domain/kinds/school-year/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { SeenElsewhere } from '../../../kinds/attendance-day/elsewhere.ts';
import type { ClassPart } from '../../../kinds/lesson/part-text.ts';

/** Where an entry is: on the device only, or on the server with its time of arrival. */
export interface EntryTimes {
  readonly recordedAt: Instant;
  readonly receivedAt?: Instant;
  /** The entry claimed a time at which its device is known not to have written it. */
  readonly backdated?: { readonly claimed: Instant; readonly after: Instant };
}

/** Another hour of the class and its roll, for saying whose roll a mark would change. */
export interface CalledHour {
  readonly hour: number;
  readonly by: PersonId;
  readonly at: Instant;
}

/** A lesson of mine in another class at the same time. */
export interface SignedElsewhere {
  readonly schoolClass: SchoolClass;
  readonly hour: number;
  readonly start: LocalTime;
  /** Its bells ring at the same times: the two may be one lesson. */
  readonly mayBeTogether: boolean;
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
  /** Absent in the hour before, and nothing is said of this one yet: the confirmation of its roll will say absent (D102). */
  readonly isProposedAbsent?: true;
  /** In the hour of religion: the pupil has no choice on record, and nothing says that they attend it (D94, D204). */
  readonly lacksChoice?: true;
  /** When, why and where the pupil is out of class in the school's own name on the day (D98). */
  readonly out: readonly PresenceElsewhere[];
  /** Somebody said something else of this hour after its roll call was confirmed. */
  readonly changedAfterRollCall: boolean;
  /** How much the pupil has to justify today (D89); the panel of the roll adds it, a mark does not wait for a year of days. */
  readonly toJustify?: number;
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
  /** What the school has said of when the class comes and leaves (D106). */
  readonly movement?: ClassMovement;
  /** How absences are called in the school year (D102). */
  readonly mode: AttendanceMode;
  readonly subject?: Subject;
  /** The capacities in which I may sign in this class, the usual one of the hour first (D17). */
  readonly posts: readonly { readonly subject: Subject; readonly isSupport: boolean }[];
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
  /** What the timetable foresees in this hour, whoever gives it. */
  readonly foreseen?: Subject;
  /** The part of the class whose lesson this is (D204). */
  readonly part: ClassPart;
  /** The parts for which it may be signed, the whole class first; none where the class is not parted, or I have signed. */
  readonly parts: readonly ClassPart[];
  /** I stand in here, or am about to (D209). */
  readonly standsIn?: true;
  /** It is the only hour of the class that I mark, and at its own times alone (D209). */
  readonly isOfHourAlone?: true;
  /** I stand in here, or am about to: whose hour it is, where that is known (D209). */
  readonly replaced?: Person;
  /** The roll of a class that is not mine is mine to call once I have signed as a substitute (D209). */
  readonly signFirst?: true;
  /** I have signed it as a substitute, and the lesson is not on this device: nothing is known of it, and nothing to be done (D209). */
  readonly signedAway?: true;
  /** Why writing is not allowed now (future day, closed window, no lesson day); undefined when it is. */
  readonly closed?: RefusalReason;
}
