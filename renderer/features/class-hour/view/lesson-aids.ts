import { combineLatest, map, startWith, type Observable } from 'rxjs';
import type { SubjectId } from '../../../../domain/base/ids.ts';
import { isOfSubject } from '../../../../domain/kinds/lesson/of-subject.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { PlannedLesson } from '../../../../domain/kinds/planned-lesson/record.ts';
import { isSameTopic, tickedItems } from '../../../../domain/kinds/syllabus/done-topics.ts';
import { syllabusDay, syllabusId } from '../../../../domain/kinds/syllabus/record.ts';
import { concernsGroup } from '../../../../domain/school/who/concerns-group.ts';
import { startYearOf } from '../../../../domain/school/calendar.ts';
import { WHOLE_CLASS, type HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import type { ClassHour } from './class-hour.ts';

/** What helps to write the topic of an hour. */
export interface LessonAids {
  /** My plans for the hours of the class on the day, by hour (D122). */
  readonly plans: ReadonlyMap<number, PlannedLesson>;
  /** Those of colleagues who teach the hour with me: offered, and never signed by themselves. */
  readonly plansOfColleagues: ReadonlyMap<number, PlannedLesson>;
  /** Topics to choose from: what comes next in the syllabus, then what was done before, the latest first. */
  readonly topics: readonly string[];
}

/** Plans of the day and topics of the course in the school year, live; the plans are there at once. */
export function lessonAids(
  { records, identity }: Pick<Register, 'records' | 'identity'>,
  { schoolClass, day, group = WHOLE_CLASS }: HourPlace,
  subject: SubjectId | undefined,
): Observable<LessonAids> {
  const year = { from: syllabusDay(startYearOf(day)), to: day };
  return combineLatest([
    records.facts$,
    records.find('plannedLesson', { class: schoolClass, day }),
    records.find('lesson', { class: schoolClass, day: year }).pipe(startWith([])),
    records.find('syllabus', { class: schoolClass, day: year.from }).pipe(startWith([])),
  ]).pipe(
    map(([facts, plans, lessons, syllabuses]) => {
      const said = plans.filter(({ topic, activity }) => topic !== '' || activity !== '');
      const mine = said.filter(({ teacher }) => teacher === identity.person);
      const hours = facts.plannedHours(schoolClass, day);
      const ofColleagues = said.filter(({ hour, teacher }) =>
        hours.some((planned) => {
          const { teachers } = planned;
          return planned.hour === hour && teachers.includes(teacher) && teachers.includes(identity.person);
        }),
      );
      const ofSubject =
        subject === undefined
          ? []
          : lessons.filter((lesson) => isOfSubject(lesson, subject) && isOfPart(lesson, group));
      const syllabus =
        subject && syllabuses.find(({ id }) => id === syllabusId(schoolClass, subject))?.topics;
      const next = tickedItems(syllabus ?? [], ofSubject).filter(({ done }) => done === undefined);
      const before = ofSubject
        .filter(({ topic }) => topic !== '')
        .toSorted((a, b) => b.day.localeCompare(a.day) || b.hour - a.hour)
        .map(({ topic }) => topic);
      return {
        plans: new Map(mine.map((plan) => [plan.hour, plan])),
        plansOfColleagues: new Map(
          ofColleagues.filter((plan) => !mine.includes(plan)).map((plan) => [plan.hour, plan]),
        ),
        topics: withoutRepeats([...next.map(({ item }) => item.topic), ...before]),
      };
    }),
  );
}

/** Whether a lesson is one of those that a part of the class goes on from (D204): a group from its own and from those of the class. */
function isOfPart(lesson: Lesson, part: string): boolean {
  return part === WHOLE_CLASS || concernsGroup(lesson, part);
}

function withoutRepeats(topics: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const topic of topics) if (!kept.some((other) => isSameTopic(other, topic))) kept.push(topic);
  return kept;
}

/** The topic of the last lesson of a subject with a part of the class, to go on from. */
export function lastTopic(
  lessons: readonly Lesson[],
  subject: SubjectId,
  part: string,
): ClassHour['previousTopic'] {
  const found = lessons
    .filter((lesson) => lesson.topic !== '' && isOfSubject(lesson, subject) && isOfPart(lesson, part))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour)
    .at(-1);
  return found && { day: found.day, topic: found.topic };
}
