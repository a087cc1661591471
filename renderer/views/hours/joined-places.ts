import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { MAX_JOINED_CLASSES, type Lesson } from '../../../domain/kinds/lesson/record.ts';
import { signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { TimesOfDay } from '../../../domain/school/lesson-hour.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/**
 * Where else my hour of a class takes place: the classes joined with it in one lesson (D17, D205). What I have signed says it; of an hour
 * that I have not signed the timetable does, which gives me, or whomever I stand in for, several classes at the same time: more of them than
 * one lesson has are several lessons. A class that I have signed alone was left out. Each place has the number that the hour has there.
 */
export function joinedPlaces(
  facts: SchoolFacts,
  lessons: readonly Lesson[],
  { day, schoolClass, hour }: HourPlace,
): readonly HourPlace[] {
  const bell = facts.bellHours(schoolClass, day).find((one) => one.hour === hour);
  if (!bell) return [];
  const mineAt = (id: ClassId, at: number) =>
    mineOf(facts.me, lessons).find((one) => one.day === day && one.class === id && one.hour === at);
  const own = mineAt(schoolClass, hour);
  const naming = mineOf(facts.me, lessons).filter(
    (one) => one.day === day && (one.signature.joinedWith?.includes(schoolClass) ?? false),
  );
  const said = [...(own?.signature.joinedWith ?? []), ...naming.map((one) => one.class)];
  const foreseen = own ? [] : foreseenWith(facts, { day, schoolClass, hour });
  return [...new Set([...said, ...foreseen])].toSorted().flatMap((id): readonly HourPlace[] => {
    const there = facts.bellHours(id, day).find(({ start, end }) => start === bell.start && end === bell.end);
    if (id === schoolClass || !there) return [];
    const isLeftOut = mineAt(id, there.hour) !== undefined && !said.includes(id);
    return isLeftOut ? [] : [{ day, schoolClass: id, hour: there.hour }];
  });
}

/** My signatures, each with the lesson on which it stands. */
function mineOf(me: PersonId, lessons: readonly Lesson[]) {
  return lessons.flatMap((lesson) => {
    const signature = signatureOf(lesson, me);
    return signature ? [{ day: lesson.day, hour: lesson.hour, class: lesson.class, signature }] : [];
  });
}

/** The classes that the timetable gives to the same teacher with an hour of mine, or of whomever I stand in for there. */
function foreseenWith(facts: SchoolFacts, place: HourPlace): readonly ClassId[] {
  const { day } = place;
  const holder = holderOf(facts, place);
  const bell = facts.bellHours(place.schoolClass, day).find((one) => one.hour === place.hour);
  if (holder === undefined || !bell) return [];
  const own = [
    ...facts.myClasses(day).map(({ id }) => id),
    ...facts.mySubstitutions(day).map((one) => one.class),
  ];
  const atOnce = [...new Set(own)].filter((id) =>
    facts
      .plannedHours(id, day)
      .some(
        ({ hour, start, end, teachers }) =>
          start === bell.start &&
          end === bell.end &&
          teachers.includes(holder) &&
          holderOf(facts, { day, schoolClass: id, hour }) === holder,
      ),
  );
  return ofOneLesson(atOnce, place.schoolClass);
}

/** The classes of the same lesson among those that the timetable has at once: as many as one lesson has, the same ones seen from each of them. */
function ofOneLesson(atOnce: readonly ClassId[], own: ClassId): readonly ClassId[] {
  const all = [...new Set([...atOnce, own])].toSorted();
  const most = MAX_JOINED_CLASSES + 1;
  const from = Math.floor(all.indexOf(own) / most) * most;
  return all.slice(from, from + most);
}

/** In whose place I have an hour of a class by what the school knows: in my own, or in that of whomever I stand in for. */
function holderOf(facts: SchoolFacts, { day, schoolClass, hour }: HourPlace): PersonId | undefined {
  const isHere = (one: { readonly class: ClassId; readonly hour: number }) =>
    one.class === schoolClass && one.hour === hour;
  const isTaken = facts.takerOf({ day, class: schoolClass, hour }) !== undefined;
  const isMine = facts
    .plannedHours(schoolClass, day)
    .some((planned) => planned.hour === hour && planned.teachers.includes(facts.me));
  if (isMine && !isTaken) return facts.me;
  return facts.mySubstitutions(day).find(isHere)?.replaces;
}

/** Hours of a list of which several are one lesson: they stand in one row, at the place of the first. */
export function inOneRow<T>(
  hours: readonly T[],
  isJoined: (one: T, other: T) => boolean,
): readonly { readonly hour: T; readonly joined: readonly T[] }[] {
  const rows: { readonly hour: T; readonly joined: T[] }[] = [];
  for (const hour of hours) {
    const row = rows.find((one) => isJoined(one.hour, hour));
    if (row) row.joined.push(hour);
    else rows.push({ hour, joined: [] });
  }
  return rows;
}

/** An hour of a class by the clock. */
interface TimedHour extends TimesOfDay {
  readonly day: LocalDate;
  readonly class: ClassId;
  readonly hour: number;
}

/** Whether two hours of different classes are one lesson of mine. */
export function isOneLesson(
  facts: SchoolFacts,
  lessons: readonly Lesson[],
  one: TimedHour,
  other: TimedHour,
): boolean {
  const isAtOnce = one.day === other.day && one.start === other.start && one.end === other.end;
  if (!isAtOnce || one.class === other.class) return false;
  return joinedPlaces(facts, lessons, { day: one.day, schoolClass: one.class, hour: one.hour }).some(
    ({ schoolClass, hour }) => schoolClass === other.class && hour === other.hour,
  );
}
