import { combineLatest, map, type Observable } from 'rxjs';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { lessonsOfPart } from '../../../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import { groupName } from '../../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { ClassPart } from '../../../kinds/lesson/part-text.ts';
import { isStillOpen } from '../../../views/hours/hour-lacks.ts';
import { lessonsOfLastDays } from '../../../views/hours/lessons-of-last-days.ts';

/** A lesson that I have signed and that is over, whose roll nobody has called. */
export interface SignedWithoutRoll {
  readonly lesson: Lesson;
  readonly schoolClass: SchoolClass;
  /** The group whose lesson it was; none of the whole class. */
  readonly part?: ClassPart;
}

/**
 * My lessons of the last days whose roll is still to be called, as long as it can be, live; oldest first. What is not signed either is among
 * the hours to sign, and whoever supports a pupil calls no roll.
 */
export function signedWithoutRoll({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<readonly SignedWithoutRoll[]> {
  const at$ = minutes(now);
  return combineLatest([records.facts$, lessonsOfLastDays(records, at$), at$]).pipe(
    map(([facts, lessons, at]) =>
      lessons
        .filter((lesson) => isMine(lesson, facts) && !isCalled(lesson, lessons, facts))
        .filter((lesson) => hasEnded(lesson, facts, at) && isStillOpen(facts, lesson, at))
        .flatMap((lesson): SignedWithoutRoll[] => {
          const schoolClass = facts.schoolClass(lesson.class);
          if (!schoolClass) return [];
          const { group } = lesson;
          const name = groupName(facts, lesson.class, group);
          return [{ lesson, schoolClass, ...(group === undefined ? {} : { part: { group, name } }) }];
        })
        .toSorted((a, b) => a.lesson.day.localeCompare(b.lesson.day) || a.lesson.hour - b.lesson.hour),
    ),
  );
}

function isMine(lesson: Lesson, { me }: SchoolFacts): boolean {
  const mine = signatureOf(lesson, me);
  return mine !== undefined && mine.type !== 'support';
}

/** Whether the roll of the part of the class that was taught was called, in whichever lesson it stands (D204). */
function isCalled(
  { day, hour, class: schoolClass, group }: Lesson,
  lessons: readonly Lesson[],
  facts: SchoolFacts,
) {
  const ofHour = lessons.filter((one) => one.day === day && one.hour === hour && one.class === schoolClass);
  const part = lessonsOfPart(ofHour, { group, teachers: [facts.me] });
  return part.some(({ rollCall }) => rollCall !== undefined);
}

function hasEnded(
  { day, hour, class: schoolClass }: Lesson,
  facts: SchoolFacts,
  at: Parameters<typeof schoolDayAndTime>[0],
): boolean {
  const now = schoolDayAndTime(at);
  if (day !== now.day) return day < now.day;
  const bell = facts.bellHours(schoolClass, day).find((one) => one.hour === hour);
  return bell !== undefined && bell.end <= now.time;
}
