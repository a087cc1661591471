import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { can } from '../../../domain/access/capabilities.ts';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import { dayOfInstant, schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { noLessonReason, type NoLessonReason } from '../../../domain/school/calendar.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import { evacuationClass, type EvacuationClass } from './view/class-list.ts';
import { classesOfNow, type ClassesOfNow } from './view/classes-of-now.ts';

/** Who is where, in the classes for which one answers in an evacuation (D108). */
export interface Evacuation {
  readonly day: LocalDate;
  readonly time: LocalTime;
  readonly noLesson?: NoLessonReason;
  /** Of the whole school, or of the class that one has now. */
  readonly reach: 'school' | 'hour';
  readonly classes: readonly EvacuationClass[];
  /** A teacher has no hour now: the class is that of the last one, or of the first. */
  readonly free?: ClassesOfNow['free'];
}

/** Who is where at this minute, live: of every class for office, principal and staff, of the class of the hour for a teacher. */
export function evacuationNow({
  records,
  identity,
  now,
}: Pick<Register, 'records' | 'identity' | 'now'>): Observable<Evacuation> {
  const reach = can(identity, 'superviseClasses') ? ('school' as const) : ('hour' as const);
  const day$ = minutes(now).pipe(map(dayOfInstant), distinctUntilChanged());
  return day$.pipe(
    switchMap((day) =>
      combineLatest([
        records.facts$,
        records.find('attendanceDay', { day }),
        records.find('lesson', { day: { from: day, to: day } }),
        // Few at any school: which of them hold on the day is asked of each.
        records.find('presenceElsewhere', {}),
        records.find('classMovement', { day: { from: day, to: day } }),
        minutes(now),
      ]),
    ),
    map(([facts, attendance, lessons, elsewhere, movements, moment]) => {
      const { day, time } = schoolDayAndTime(moment);
      const year = facts.yearOn(day);
      const noLesson = year && noLessonReason(year, day);
      const byPupil = new Map(attendance.map((one) => [one.pupil, one.events]));
      const elsewhereOf = groupBy(elsewhere, ({ pupil }) => pupil);
      const asked = { day, time };
      const whose = reach === 'hour' ? reach : can(identity, 'runSchool') ? 'everyClass' : 'ownClasses';
      if (noLesson) return { ...asked, noLesson, reach, classes: [] };
      const { classes, free } = classesOfNow(facts, lessons, asked, whose);
      return {
        ...asked,
        reach,
        classes: classes.map((schoolClass) =>
          evacuationClass(facts, schoolClass, asked, {
            lessons: lessons.filter((lesson) => lesson.class === schoolClass.id),
            movement: movements.find((one) => one.class === schoolClass.id),
            byPupil,
            elsewhereOf,
          }),
        ),
        ...(free ? { free } : {}),
      };
    }),
  );
}
