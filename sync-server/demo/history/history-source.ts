import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { BellHour, BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';

/** What the past of a school is made from. */
export interface HistorySource {
  readonly year: SchoolYear;
  readonly bellSchemes: readonly BellScheme[];
  readonly classes: readonly SchoolClass[];
  readonly entries: readonly TimetableEntry[];
  readonly pupils: readonly EnrolledPupil[];
  readonly subjectNames: ReadonlyMap<string, string>;
  readonly supportTeachers: ReadonlySet<PersonId>;
  /** The printed teacher: some recent hours of hers are always left to sign. */
  readonly showcaseTeacher: PersonId;
}

/** One hour that took place. */
export interface HeldHour {
  readonly day: LocalDate;
  readonly entry: TimetableEntry;
  readonly bell: BellHour;
  readonly startMinutes: number;
}
