import type { LocalDate } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { NoLessonReason } from '../../../domain/school/calendar.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import type { MissingPlan } from '../../views/plan-part.ts';

/** The week of the child of a family, as its timetable foresees it. */
export interface FamilyWeek {
  readonly monday: LocalDate;
  readonly child?: Person;
  /** Undefined before the first synchronisation, and for somebody who is in no class. */
  readonly schoolClass?: SchoolClass;
  readonly missing?: MissingPlan;
  readonly days: readonly {
    readonly day: LocalDate;
    readonly noLesson?: NoLessonReason;
    readonly hours: readonly {
      readonly planned: PlannedHour;
      readonly subject: string;
      readonly teachers: readonly Person[];
    }[];
  }[];
}
