import type { ClassId, LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import { hourAt } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { isSignedBy } from '../../../../domain/kinds/lesson/signature-of.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';

/** A minute of a day. */
interface Moment {
  readonly day: LocalDate;
  readonly time: LocalTime;
}

/** The classes for which one answers. */
export interface ClassesOfNow {
  readonly classes: readonly SchoolClass[];
  /** That a teacher has no hour now: when their last one was over, or their first one begins. The classes are those of that hour. */
  readonly free?: { readonly kind: 'over' | 'toBegin'; readonly time: LocalTime };
}

/** The classes for which one answers in an evacuation: those of the school or the own site, or the one that a teacher has now or had last (D108). */
export function classesOfNow(
  facts: SchoolFacts,
  lessons: readonly Lesson[],
  { day, time }: Moment,
  reach: 'everyClass' | 'ownClasses' | 'hour',
): ClassesOfNow {
  const all = facts.classesOn(day);
  if (reach !== 'hour') {
    return {
      // One without a lesson may be in the building all the same: it is listed, and says so.
      classes: all.filter(({ id }) => reach === 'everyClass' || facts.view.answersFor(facts.me, id, day)),
    };
  }
  const mine = ownHours(facts, lessons, day);
  const now = hourAt(mine, time);
  if (!now) return { classes: [] };
  // Classes taught together, and one signed beside the own timetable, are all of the same time.
  const ofHour = mine.filter(({ start }) => start === now.start);
  const together = new Set(ofHour.map((one) => one.class));
  const isOver = ofHour.every((one) => time >= untilNext(facts, one, day));
  return {
    classes: all.filter(({ id }) => together.has(id)),
    ...(time < now.start ? { free: { kind: 'toBegin', time: now.start } } : {}),
    ...(isOver ? { free: { kind: 'over', time: now.end } } : {}),
  };
}

/** Until when whoever had an hour answers for its class: in a break too, until the next hour of the class begins. */
function untilNext(
  facts: SchoolFacts,
  { class: schoolClass, end }: { readonly class: ClassId; readonly end: LocalTime },
  day: LocalDate,
): LocalTime {
  const starts = facts.plannedHours(schoolClass, day).map(({ start }) => start);
  return starts.toSorted().find((start) => start >= end) ?? end;
}

/** A teacher's hours of a day: of the timetable, of the substitutions, and those that they have signed. */
function ownHours(facts: SchoolFacts, lessons: readonly Lesson[], day: LocalDate) {
  const signed = lessons.filter((lesson) => isSignedBy(lesson, facts.me));
  const others = [...facts.mySubstitutions(day), ...signed].flatMap(({ class: schoolClass, hour }) => {
    const bell = facts.bellHours(schoolClass, day).find((one) => one.hour === hour);
    return bell ? [{ hour, start: bell.start, end: bell.end, class: schoolClass }] : [];
  });
  return [
    ...facts
      .myHours(day)
      .map(({ hour, start, end, class: schoolClass }) => ({ hour, start, end, class: schoolClass })),
    ...others,
  ];
}
