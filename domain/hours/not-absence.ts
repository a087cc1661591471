import type { LocalDate } from '../base/ids.ts';
import type { NoAbsence } from '../kinds/attendance-day/no-absence.ts';
import { classAway } from '../kinds/class-movement/class-away.ts';
import type { ClassMovement } from '../kinds/class-movement/record.ts';
import { elsewhereOn } from '../kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../kinds/presence-elsewhere/record.ts';
import type { LessonHour } from '../school/lesson-hour.ts';

/** What on a day is no absence of a pupil (D98), from the pupil's own records of time elsewhere and the movement of the class. */
export function noAbsenceOn(
  day: LocalDate,
  bells: readonly LessonHour[],
  elsewhere: readonly PresenceElsewhere[],
  movement?: Pick<ClassMovement, 'expected'>,
): NoAbsence {
  return {
    elsewhere: elsewhere.flatMap((record) => elsewhereOn(record, day, bells) ?? []),
    classAway: movement ? classAway(movement) : [],
  };
}
