import { combineLatest, map, type Observable } from 'rxjs';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import { isStillOpen, lacksTopic } from '../../../views/hour-lacks.ts';
import { lessonsOfLastDays } from '../../../views/hours-to-sign.ts';

/** A lesson that I have signed and that has no topic. */
export interface LessonWithoutTopic {
  readonly lesson: Lesson;
  readonly schoolClass: SchoolClass;
  readonly subject?: Subject;
}

/** Lessons of the last days that I have signed, that have no topic and can still be written, live; oldest first. */
export function lessonsWithoutTopic({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<readonly LessonWithoutTopic[]> {
  const at$ = minutes(now);
  return combineLatest([records.facts$, lessonsOfLastDays(records, at$), at$]).pipe(
    map(([facts, lessons, at]) =>
      lessons
        .filter((lesson) => lacksTopic(lesson, facts.me) && isStillOpen(facts, lesson, at))
        .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour || a.class.localeCompare(b.class))
        .flatMap((lesson): LessonWithoutTopic[] => {
          const schoolClass = facts.schoolClass(lesson.class);
          const subject = lesson.subject === undefined ? undefined : facts.subject(lesson.subject);
          return schoolClass ? [{ lesson, schoolClass, ...(subject ? { subject } : {}) }] : [];
        }),
    ),
  );
}
