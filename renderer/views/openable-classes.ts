import { map, type Observable } from 'rxjs';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { BellHour } from '../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import { onePerHour } from '../data/school/planned-for-me.ts';
import type { Register } from '../data/register.ts';

/** A class that can be opened at one of its hours: one's own, or any other of the school to stand in there (D209). */
export interface OpenableClass {
  readonly schoolClass: SchoolClass;
  readonly isMine: boolean;
  /** Those of the timetable; all that the bells have where there is none yet. */
  readonly hours: readonly BellHour[];
  /** All that the bells have: a lesson may be given outside the timetable too. */
  readonly bells: readonly BellHour[];
}

/** Every class of the school on a day, live: one's own first, each by name. */
export function openableClasses(
  { records }: Pick<Register, 'records'>,
  day: LocalDate,
): Observable<readonly OpenableClass[]> {
  return records.facts$.pipe(
    map((facts) => {
      const mine = facts.myClasses(day);
      const own = new Set(mine.map(({ id }) => id));
      const others = facts.classesOn(day).filter(({ id }) => !own.has(id));
      return [...mine, ...others].map((schoolClass) => {
        const planned = onePerHour(facts.plannedHours(schoolClass.id, day), facts.me);
        const bells = facts.bellHours(schoolClass.id, day);
        const hours = planned.length > 0 ? planned : bells;
        return { schoolClass, isMine: own.has(schoolClass.id), hours, bells };
      });
    }),
  );
}
