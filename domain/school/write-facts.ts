import type { RefusalReason } from '../access/refusal.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../base/ids.ts';
import type { GradeScale } from '../grades/scales.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import type { AssessedColumn, AssessedGrade } from './grading/assessed-column.ts';
import type { NamedEntry } from './grading/given-reason.ts';
import type { ColumnRecovery, PupilGrade } from './grading/recovery.ts';
import type { Membership } from './class-membership.ts';
import type { ClosedPeriods } from './limits/closed-period.ts';
import type { MinuteSpan, TimeElsewhere } from './minute-span.ts';

/**
 * What a person is at school, or to a pupil, as the decision on a justification asks it: on the day on which something is done, which may
 * be another one than that of the record. What is absent is not so.
 */
export interface JustifyingFacts {
  /** Coordinatore of the record's class. */
  readonly coordinates?: (on: LocalDate) => boolean;
  /** The principal, and the principal's staff of the class's site or of all. */
  readonly answersFor?: (on: LocalDate) => boolean;
  /** What somebody of the pupil's family may do (D87). Absent where nobody can say: then a guardian justifies and a pupil does not. */
  readonly familyRight?: (on: LocalDate) => FamilyRight;
  /** The last day up to another one on which the absence of the record's day went on, by the marks (D84); absent where nobody can say: then the server decides. */
  readonly absentUntil?: (until: LocalDate) => LocalDate;
}

/** What somebody of a family may do about a pupil: act, read alone, or neither (D233). */
export type FamilyRight = 'full' | 'readOnly' | 'none';

/** What the decision on a record of a gradebook asks besides: who is assessed by whom in what, and what stands there already. */
interface GradingFacts {
  /** Subjects that the actor assesses in the record's class on a day: those that they teach there, and not those in which they support a pupil. Absent: none. */
  readonly assesses?: (on: LocalDate) => readonly SubjectId[];
  /** Whether somebody assesses a subject in the record's class, or did at another time of its year; absent where nobody can say. */
  readonly hasCourse?: (person: PersonId, subject: SubjectId) => boolean;
  /** Whether a teacher has a group of the record's class to assess in a subject on its day (D94, D204); absent where nobody can say: then the server decides. */
  readonly assessesGroup?: (
    group: string,
    of: { readonly teacher: PersonId; readonly subject: SubjectId },
  ) => boolean;
  /** Whether somebody in the class is among those who are assessed in a column or a subject on a day (D94, D204); absent where nobody can say: then the server decides. */
  readonly isAssessed?: (
    of: Pick<AssessedColumn, 'class' | 'subject' | 'group'>,
    pupil: PersonId,
    on: LocalDate,
  ) => boolean;
  /** In which scale a subject is assessed in the record's class; absent where nobody can say. */
  readonly scaleOf?: (subject: SubjectId) => GradeScale | undefined;
  /** How many columns the record's course has; absent where nobody can say: then the server decides. */
  readonly columns?: () => number;
  /** The column in which a grade stands; null where there is none, absent where nobody can say: then the server decides. */
  readonly assessment?: AssessedColumn | null;
  /** The grades that stand in the record's column; absent where nobody can say: then the server decides. */
  readonly assessed?: readonly AssessedGrade[];
  /** What the record's pupil got in its subject, by key (D56, D81); absent where nobody can say: then the server decides. */
  readonly pupilGrades?: () => ReadonlyMap<string, PupilGrade> | undefined;
  /** The recoveries that have a grade in the record's column (D56), as {@link assessed}. */
  readonly recoveries?: readonly ColumnRecovery[];
  /** Why the record's column, which was given up, does not stand again (D56), as {@link assessed}. */
  readonly whyNotTakenUp?: () => RefusalReason | undefined;
  /** What the server has under the entry that is said to have given the reason of a correction (D78); absent where it has nothing, and where it is that of the record. */
  readonly reasonNamed?: NamedEntry;
  /**
   * Whether the record said the same before: what is taken back comes as it was, though the school's rules have changed since. Absent where nobody can say: then it
   * is judged as new.
   */
  readonly hasSaid?: (said: object) => boolean;
}

/** What a decision needs to know of the school around one record, gathered by whoever asks (server or device). */
export interface WriteFacts extends GradingFacts, ClosedPeriods {
  readonly policies: SchoolPolicies;
  /** The school year the record's day falls in; null when there is none. */
  readonly year: SchoolYear | null;
  /** The bell hours of the record's class on its day. */
  readonly hours: readonly BellHour[];
  /** Those of them in which the timetable gives the class lessons; all of them, where it says nothing. */
  readonly lessonHours?: () => readonly BellHour[];
  /** Whether the actor has an assignment in the record's class on its day: the day decides, not the arrival. */
  readonly teaches: boolean;
  /** Whether the actor answers for the record's class on its day without teaching in it: the principal, and the principal's staff of its site. */
  readonly answersFor?: boolean;
  /** Whether the actor coordinates the record's class on its day. */
  readonly coordinates?: boolean;
  /** Subjects the actor teaches in the record's class on its day. */
  readonly subjects: readonly SubjectId[];
  /** Subjects the actor teaches in the record's class on another day. */
  readonly subjectsOn?: (on: LocalDate) => readonly SubjectId[];
  /** The pupils whom the actor supports in the record's class on its day; `class` of whoever is there for all of them. */
  readonly supports?: readonly (PersonId | 'class')[];
  /** The hours of the record's class that the timetable gives to the actor on its day. */
  readonly ownHours?: readonly number[];
  /** The hours of the record's class on its day in which the actor stands in for a colleague. */
  readonly standsIn?: readonly number[];
  /** Into which groups the record's class parts for an hour (D204): its own, and those of the religion hour. Absent where nobody can say. */
  readonly groups?: readonly string[];
  /** How the record's pupil stands to its class. */
  readonly enrolment: Membership;
  /** Whether the record's pupil is in its class on another day. */
  readonly isEnrolledOn?: (on: LocalDate) => boolean;
  /** Whether somebody is of the staff, for all that is known; absent where nobody can say. */
  readonly isColleague?: (person: PersonId) => boolean;
  /** Whether the school has a subject; absent where nobody can say: then the server decides. */
  readonly isSubject?: (subject: SubjectId) => boolean;
  /** Whether the school has the record's class in the year of its day; absent where nobody can say: then the server decides. */
  readonly schoolHasClass?: boolean;
  /**
   * Whether another class is of the year of the record's day and has an hour at the time of an hour of the record's class; where no bells
   * say when its hours are, that it is there. Absent where nobody can say: then the server decides.
   */
  readonly isJoinable?: (other: ClassId, hour: number) => boolean;
  /** Whether the timetable gives the actor the first hour of the record's class on a day; of a class without a timetable, everybody's who teaches it. Never of support (F.5). */
  readonly takesFirstHour?: (on: LocalDate) => boolean;
  readonly justifying?: JustifyingFacts;
  /** Whether somebody in the list of those who may collect the record's pupil is in it on a day (D91); absent where nobody can say: then the server decides. */
  readonly mayCollect?: (delegate: string, on: LocalDate) => boolean;
  /** The author's device sends again what a store put back from a copy had lost (ADR 12): the server's own word, which no device says of itself. */
  readonly sendsAgain?: boolean;
  /** Whether a pupil is in the record's class on a day, also the last one. */
  readonly isInClass?: (pupil: PersonId, on: LocalDate) => boolean;
  /** When the record's pupil is elsewhere on its day in the school's own name (D98), as far as the author's device knows; the server asks nobody. */
  readonly elsewhere?: readonly MinuteSpan[];
  /** What else is said of when the record's pupil is elsewhere, the record itself included; absent where nobody can say: then the server decides. */
  readonly othersElsewhere?: readonly TimeElsewhere[];
  /**
   * Whether a colleague's mark of the record's day was taken away by a mark of the actor's, who may put it back as it was (D8): whoever asks
   * knows it from what stood before that mark. Absent where nothing was.
   */
  readonly tookAway?: (mark: object) => boolean;
  /** Whether the pupil is marked absent in a stretch of a day, as far as the author's device knows; the server asks nobody. */
  readonly isMarkedAbsent?: (on: LocalDate, during: MinuteSpan) => boolean;
}
