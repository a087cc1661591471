import type { PersonId } from '../../../../domain/base/ids.ts';
import { excusesOver, type EventGrade } from '../../../../domain/grades/events.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { periodAbout } from '../../../../domain/school/calendar.ts';
import { createMarksOfPupils } from '../../../views/grades/marks-of-pupils.ts';
import type { CourseGrades } from '../view.ts';

type Course = Pick<CourseGrades, 'facts' | 'assessments' | 'grades' | 'earlier' | 'grading'>;

/** How many excuses a pupil would have in the period of a test with the event that is typed there, and how many the school allows; undefined where they are no more (D52). */
export function excusesWith(
  { facts, assessments, grades, earlier, grading }: Course,
  { assessment, pupil }: { readonly assessment: Assessment; readonly pupil: PersonId },
  event: EventGrade | undefined,
): ReturnType<typeof excusesOver> {
  const year = facts.yearOn(assessment.day);
  if (event !== 'excused' || !year) return undefined;
  const others = grades.filter((one) => one.pupil === pupil && one.assessment !== assessment.id);
  const periodsOf = createMarksOfPupils()({ assessments, grades: others, earlier });
  const periods = periodsOf(pupil, assessment.subject, { scale: assessment.scale, year, grading });
  const events = periods[periodAbout(year, assessment.day)]?.events ?? [];
  const before = events.find((one) => one.event === event)?.count ?? 0;
  return excusesOver([{ event, count: before + 1 }], grading?.excuses);
}
