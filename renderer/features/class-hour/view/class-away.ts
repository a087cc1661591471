import { combineLatest, map, type Observable } from 'rxjs';
import type { ClassMovement } from '../../../../domain/kinds/class-movement/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';
import { mayKeepRoll } from '../../../../domain/school/written-hour.ts';
import { isTooFarBack } from '../../../../domain/school/limits/days-back.ts';
import { isLessonDay } from '../../../../domain/school/calendar.ts';
import { closedDayFault } from '../../../../domain/school/limits/closed-period.ts';
import type { Register } from '../../../data/register.ts';

/** What the school has said of a class on a day (D106), and whether one may say it. */
export interface ClassAway {
  readonly movement?: ClassMovement;
  readonly mayWrite: boolean;
  /** When the hours of the class are on the day; none where the school has not said. */
  readonly bells: readonly Pick<LessonHour, 'start' | 'end'>[];
}

/** The movement of a class on a day, live. */
export function classAwayOn(
  { records, now }: Pick<Register, 'records' | 'now'>,
  { day, schoolClass }: HourPlace,
): Observable<ClassAway> {
  return combineLatest([
    records.facts$,
    records.find('classMovement', { class: schoolClass, day: { from: day, to: day } }),
  ]).pipe(
    map(([facts, movements]) => {
      const writeFacts = facts.writeFacts(schoolClass, day);
      const year = facts.yearOn(day);
      const movement = movements.find(
        ({ expected }) => expected.from !== undefined || expected.to !== undefined,
      );
      return {
        ...(movement ? { movement } : {}),
        bells: writeFacts.hours,
        mayWrite:
          year !== undefined &&
          isLessonDay(year, day) &&
          closedDayFault(day, writeFacts, now()) === undefined &&
          mayKeepRoll(facts.actor(day), writeFacts) &&
          !isTooFarBack(day, now(), writeFacts),
      };
    }),
  );
}
