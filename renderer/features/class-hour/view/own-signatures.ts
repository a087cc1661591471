import type { PersonId } from '../../../../domain/base/ids.ts';
import type { BellHour } from '../../../../domain/kinds/bell-scheme/record.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { isSignedBy, signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';
import { isInTwoPlaces } from '../../../../domain/kinds/lesson/signature-clash.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { ownPosts } from '../../../data/school/own-posts.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { ClassHour } from './class-hour.ts';

/** The capacities in which I may sign an hour, by their subjects. */
export function postsOf(facts: SchoolFacts, place: HourPlace): ClassHour['posts'] {
  return ownPosts(facts, place).flatMap(({ subject: id, isSupport }) => {
    const subject = facts.subject(id);
    return subject ? [{ subject, isSupport }] : [];
  });
}

/** My hours in a class that follow one hour on hour and are not signed yet: they may be signed in the same act (D19). */
export function followingHours(
  me: PersonId,
  hours: readonly PlannedHour[],
  lessons: readonly Lesson[],
  hour: number,
): readonly PlannedHour[] {
  const isMine = (number: number) =>
    hours.find((planned) => planned.hour === number && planned.teachers.includes(me));
  if (!isMine(hour)) return [];
  const found: PlannedHour[] = [];
  for (let next = isMine(hour + 1); next; next = isMine(next.hour + 1)) {
    const { hour: number } = next;
    const isSigned = lessons.some((lesson) => lesson.hour === number && isSignedBy(lesson, me));
    if (!isSigned) found.push(next);
  }
  return found;
}

/**
 * My lessons in other classes at the same time, where both signatures cannot be right (D17). Classes that the timetable gives me
 * together, and several substitutions, can.
 */
export function signedElsewhere(
  facts: SchoolFacts,
  { day, schoolClass, hour }: HourPlace,
  bell: BellHour,
  lessons: readonly Lesson[],
): ClassHour['signedElsewhere'] {
  const isPlanned = (id: HourPlace['schoolClass'], number: number) =>
    facts
      .plannedHours(id, day)
      .some((planned) => planned.hour === number && planned.teachers.includes(facts.me));
  return lessons.flatMap((lesson) => {
    const other = lesson.class === schoolClass ? undefined : facts.schoolClass(lesson.class);
    const mine = signatureOf(lesson, facts.me);
    const bellThere = facts.bellHours(lesson.class, day).find((one) => one.hour === lesson.hour);
    if (!other || !mine || !bellThere) return [];
    const isAtOnce = bellThere.start < bell.end && bell.start < bellThere.end;
    const isJoined = isPlanned(schoolClass, hour) && isPlanned(lesson.class, lesson.hour);
    // What will be signed here is not known yet: an ordinary signature contradicts any other one.
    const { joinedWith: _ofIt, ...here } = mine;
    const clashes = isInTwoPlaces(
      { class: lesson.class, signature: mine },
      { class: schoolClass, signature: { ...here, type: 'ordinary' } },
    );
    if (!isAtOnce || isJoined || !clashes) return [];
    const mayBeTogether = bellThere.start === bell.start && bellThere.end === bell.end;
    return [{ schoolClass: other, hour: lesson.hour, start: bellThere.start, mayBeTogether }];
  });
}
