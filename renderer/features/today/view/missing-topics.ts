import { combineLatest, map, type Observable } from 'rxjs';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import { isStillOpen, lacksTopic } from '../../../views/hours/hour-lacks.ts';
import { lessonsOfLastDays } from '../../../views/hours/lessons-of-last-days.ts';
import { inOneRow } from '../../../views/hours/joined-places.ts';

/** A lesson that I have signed and that has no topic. */
export interface LessonWithoutTopic {
  readonly lesson: Lesson;
  readonly schoolClass: SchoolClass;
  /** Those signed as one lesson with it that have no topic either: written once, it stands in all of them (D17). */
  readonly joined?: readonly SchoolClass[];
  readonly subject?: Subject;
}

/** Lessons of the last days that I have signed, that have no topic and can still be written, live; oldest first. */
export function lessonsWithoutTopic({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<readonly LessonWithoutTopic[]> {
  const at$ = minutes(now);
  return combineLatest([records.facts$, lessonsOfLastDays(records, at$), at$]).pipe(
    map(([facts, lessons, at]) => {
      const missing = lessons
        .filter((lesson) => lacksTopic(lesson, facts.me) && isStillOpen(facts, lesson, at))
        .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour || a.class.localeCompare(b.class))
        .flatMap((lesson): LessonWithoutTopic[] => {
          const schoolClass = facts.schoolClass(lesson.class);
          const subject = lesson.subject === undefined ? undefined : facts.subject(lesson.subject);
          return schoolClass ? [{ lesson, schoolClass, ...(subject ? { subject } : {}) }] : [];
        });
      const isJoined = (one: LessonWithoutTopic, other: LessonWithoutTopic) =>
        one.lesson.day === other.lesson.day && namesOther(one.lesson, other.lesson, facts.me);
      return inOneRow(missing, isJoined).map(({ hour, joined }) =>
        joined.length === 0 ? hour : { ...hour, joined: joined.map(({ schoolClass }) => schoolClass) },
      );
    }),
  );
}

/** Whether a teacher's signature on a lesson says that the class of another one was joined, at that hour of the day. */
function namesOther(one: Lesson, other: Lesson, me: PersonId): boolean {
  const mine = signatureOf(one, me);
  return one.hour === other.hour && (mine?.joinedWith?.includes(other.class) ?? false);
}
