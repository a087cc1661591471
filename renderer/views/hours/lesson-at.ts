import { lessonOfHour } from '../../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { lessonGroup } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** The lesson of the hour that is looked at: of the group asked for, else mine (D204). */
export function lessonAt(
  facts: SchoolFacts,
  lessons: readonly Lesson[],
  place: HourPlace,
): Lesson | undefined {
  const { day, hour, schoolClass } = place;
  const group = lessonGroup(facts, place);
  if (place.group === undefined)
    return lessonOfHour(lessons, { day, hour, class: schoolClass, group }, facts.me);
  const isAsked = (one: Lesson) => one.day === day && one.hour === hour && one.class === schoolClass;
  return lessons.find((one) => isAsked(one) && one.group === group);
}
