import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { BellHour, BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';

/** What the past of a school is made from. */
export interface HistorySource {
  readonly year: SchoolYear;
  readonly bellSchemes: readonly BellScheme[];
  readonly classes: readonly SchoolClass[];
  /** The hours of the classes. */
  readonly entries: readonly TimetableEntry[];
  /** Those of groups that have another teacher in one of these hours. */
  readonly beside: readonly TimetableEntry[];
  /** The groups of a class in which a pupil is, those of the religion hour among them. */
  readonly groupsOf: (pupil: PersonId, schoolClass: ClassId) => readonly string[];
  /** Whom a support teacher follows in a class. */
  readonly supported: ReadonlyMap<ClassId, PersonId>;
  readonly pupils: readonly EnrolledPupil[];
  /** The guardian who acts for a pupil. */
  readonly guardianOf: ReadonlyMap<PersonId, PersonId>;
  /** Whether a pupil attends religion in a class. */
  readonly attendsReligion: (pupil: PersonId, schoolClass: ClassId) => boolean;
  readonly subjectNames: ReadonlyMap<string, string>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly supportTeachers: ReadonlySet<PersonId>;
  /** The printed teacher: some recent hours of hers are always left to sign. */
  readonly showcaseTeacher: PersonId;
  /** The class of the printed teachers; none in a year that they do not show. */
  readonly showcase: ClassId | undefined;
  readonly principal: PersonId;
  /** The first day of which it is told what happened; without it that of the lessons. */
  readonly since?: LocalDate;
  /** The first day on which nothing has happened yet. */
  readonly today: LocalDate;
  /** Whether anything is known beforehand of today and the days after it. */
  readonly withToday: boolean;
}

/** One hour that took place. */
export interface HeldHour {
  readonly day: LocalDate;
  readonly entry: TimetableEntry;
  readonly bell: BellHour;
  readonly startMinutes: number;
  /** Who was in the room; whoever stood in for the teacher of the hour alone. */
  readonly teachers: readonly PersonId[];
  /** For whom somebody stood in. */
  readonly replaces?: PersonId;
}
