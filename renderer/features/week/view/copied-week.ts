import { combineLatest, map, of, type Observable } from 'rxjs';
import type { ClassId, SubjectId } from '../../../../domain/base/ids.ts';
import { isOfSubject } from '../../../../domain/kinds/lesson/of-subject.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import {
  copiedPlans,
  type CopiedPlans,
  type CopySource,
  type CopyTarget,
} from '../../../../domain/kinds/planned-lesson/copied-plans.ts';
import type { PlannedLesson } from '../../../../domain/kinds/planned-lesson/record.ts';
import type { PastWeek } from '../../../../domain/kinds/planned-lesson/past-week.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { daysOf, type DaySpan } from '../span/address.ts';
import type { Course } from './copy-sources.ts';
import type { HourState, WeekHour } from './taught-days.ts';

/** Why nothing is copied into an hour that stands so. */
const TAKEN: Readonly<Record<Exclude<HourState, 'unexpected'>, CopyTarget['taken']>> = {
  toPlan: undefined,
  planned: 'planned',
  done: 'signed',
  lacksTopic: 'signed',
  lacksSignature: 'over',
  pastSigning: 'over',
  stoodIn: 'over',
};

/**
 * What would be copied from a week of a class into my hours of a course; live. Of the class only that week is read.
 *
 * @param past what the school has told of it, where the class is of a school year that is over: this device has nothing of it
 */
export function copiedWeek(
  { records }: Pick<Register, 'records'>,
  from: { readonly schoolClass: ClassId; readonly week: DaySpan } | undefined,
  course: Course | undefined,
  into: readonly WeekHour[],
  past?: PastWeek,
): Observable<CopiedPlans> {
  if (!from || !course) return of({ plans: [], left: [] });
  const { schoolClass, week } = from;
  return combineLatest([
    records.facts$,
    past ? of(past.done) : records.find('lesson', { class: schoolClass, day: week }),
    past ? of(past.planned) : records.find('plannedLesson', { class: schoolClass, day: week }),
  ]).pipe(
    map(([facts, lessons, plans]) =>
      copiedPlans(
        sourcesIn(facts, from, course.subject.id, lessons, plans),
        into
          .filter(
            (one) => one.schoolClass.id === course.schoolClass.id && one.subject?.id === course.subject.id,
          )
          .flatMap(({ day, hour, state, plannedBy }): readonly CopyTarget[] => {
            // Without the class there is no lesson: its topic goes into the next one (D106).
            if (state === 'unexpected') return [];
            // A colleague's plan stays, and mine stands beside it.
            const taken = plannedBy ? undefined : TAKEN[state];
            return [{ day, hour, ...(taken ? { taken } : {}) }];
          }),
      ),
    ),
  );
}

/** The hours of the subject in a week of a class: what was done in them, else what I had planned. */
export function sourcesIn(
  facts: SchoolFacts,
  { schoolClass, week }: { readonly schoolClass: ClassId; readonly week: DaySpan },
  subject: SubjectId,
  lessons: readonly Lesson[],
  plans: readonly PlannedLesson[],
): readonly CopySource[] {
  return daysOf(week).flatMap((day) => {
    const planned = facts
      .plannedHours(schoolClass, day)
      .filter((one) => one.subject === subject)
      .map(({ hour }) => hour);
    const given = lessons.filter((lesson) => lesson.day === day && isOfSubject(lesson, subject));
    const hours = new Set([...planned, ...given.map(({ hour }) => hour)]);
    return [...hours].map((hour) => {
      const lesson = given.find((one) => one.hour === hour && (one.topic !== '' || one.activity !== ''));
      const plan = plans.find((one) => one.day === day && one.hour === hour && one.teacher === facts.me);
      const { topic = '', activity = '' } = lesson ?? plan ?? {};
      return { day, hour, topic, activity };
    });
  });
}
