import { groupBy } from '../../../domain/base/group-by.ts';
import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { lessonOfHour } from '../../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Subject } from '../../../domain/kinds/subject/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { plannedForMe } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** An hour of a class in which I have something to do, by its bell. */
export type OwnHour = BellHour & Pick<PlannedHour, 'day' | 'class' | 'room' | 'group'>;

/** The lessons of each hour of each class: several where the class is parted. */
type LessonsByHour = ReadonlyMap<string, readonly Lesson[]>;

/** Puts lessons by the hour of their class. */
export function lessonsByHour(lessons: readonly Lesson[]): LessonsByHour {
  return groupBy(lessons, (one) => `${one.day} ${one.hour} ${one.class}`);
}

/** My lesson of an hour, of those there are. */
export function mineIn(lessons: LessonsByHour, planned: OwnHour, me: PersonId): Lesson | undefined {
  const ofHour = lessons.get(`${planned.day} ${planned.hour} ${planned.class}`) ?? [];
  return lessonOfHour(ofHour, planned, me);
}

/** Where an hour is written. */
export function placeOf({ day, class: schoolClass, hour }: OwnHour): HourPlace {
  return { day, schoolClass, hour };
}

/** The class and the subject of an hour; undefined where this device does not know one of them. */
export function namesOf(facts: SchoolFacts, planned: PlannedHour) {
  const schoolClass = facts.schoolClass(planned.class);
  const subject = facts.subject(planned.subject);
  return schoolClass && subject ? { schoolClass, subject } : undefined;
}

/** An hour in which I stand in for a colleague: assigned by the office, or signed by me as such. */
interface StoodInHour {
  readonly bell: BellHour;
  readonly schoolClass: SchoolClass;
  readonly subject?: Subject;
  readonly replaced?: Person;
}

/** The hours of a day in which I stand in; one signed without a network too, of which the school does not know yet (D209). */
export function stoodInHours(
  facts: SchoolFacts,
  day: LocalDate,
  lessons: readonly Lesson[],
): readonly StoodInHour[] {
  const places = new Map<string, Pick<Lesson, 'class' | 'hour'> & { readonly replaces?: PersonId }>();
  for (const one of facts.mySubstitutions(day)) places.set(`${one.class} ${one.hour}`, one);
  for (const lesson of lessons) {
    const { class: id, hour } = lesson;
    const mine = signatureOf(lesson, facts.me);
    if (lesson.day !== day || mine?.type !== 'substitution' || places.has(`${id} ${hour}`)) continue;
    const { replaces } = mine;
    places.set(`${id} ${hour}`, { class: id, hour, ...(replaces === undefined ? {} : { replaces }) });
  }
  return [...places.values()].flatMap(({ class: id, hour, replaces }): StoodInHour[] => {
    const schoolClass = facts.schoolClass(id);
    const planned = plannedForMe(facts, { day, schoolClass: id, hour });
    const bell = planned ?? facts.bellHours(id, day).find((one) => one.hour === hour);
    if (!schoolClass || !bell || planned?.teachers.includes(facts.me) === true) return [];
    const subject = planned && facts.subject(planned.subject);
    const replaced = replaces === undefined ? undefined : facts.person(replaces);
    return [{ bell, schoolClass, ...(subject ? { subject } : {}), ...(replaced ? { replaced } : {}) }];
  });
}

/** By the clock, then by class. */
export function inOrder(a: OwnHour, b: OwnHour): number {
  return a.start.localeCompare(b.start) || a.class.localeCompare(b.class);
}
