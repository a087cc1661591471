import type { PersonId } from '../../../../domain/base/ids.ts';
import { countEvents, type EventGrade } from '../../../../domain/grades/events.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { periodIndexOn } from '../../../../domain/school/grading/frozen-period.ts';
import type { CourseGrades } from '../view.ts';

/** How many excuses a pupil would have in the period of a test, and how many the school allows; undefined where they are no more than that (D52). */
export function excusesOver(
  { facts, assessments, grades, grading }: Pick<CourseGrades, 'facts' | 'assessments' | 'grades' | 'grading'>,
  { assessment, pupil }: { readonly assessment: Assessment; readonly pupil: PersonId },
  event: EventGrade | undefined,
): { readonly count: number; readonly allowed: number } | undefined {
  const year = facts.yearOn(assessment.day);
  if (event !== 'excused' || grading?.excuses === undefined || !year) return undefined;
  const period = periodIndexOn(year, assessment.day);
  const inPeriod = new Set(
    assessments
      .filter(({ day, cancelled }) => !cancelled && periodIndexOn(year, day) === period)
      .map(({ id }) => id),
  );
  const others = grades.filter(
    (grade) => grade.pupil === pupil && grade.assessment !== assessment.id && inPeriod.has(grade.assessment),
  );
  const events = countEvents(others.map(({ value }) => value));
  const count = 1 + (events.find((each) => each.event === 'excused')?.count ?? 0);
  return count > grading.excuses ? { count, allowed: grading.excuses } : undefined;
}
