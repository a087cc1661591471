import type { Instant, LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import { hoursOfDay } from '../../../../domain/kinds/attendance-day/attendance-mode.ts';
import { hourAt } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import { classAt, type ClassAt } from '../../../../domain/kinds/class-movement/class-at.ts';
import { isClassExpected } from '../../../../domain/kinds/class-movement/class-away.ts';
import type { ClassMovement } from '../../../../domain/kinds/class-movement/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { lessonsOfPart } from '../../../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { compareByName, type Person } from '../../../../domain/kinds/person/record.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import { isOnRoll } from '../../../../domain/school/class-membership.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { outByChoice } from './out-by-choice.ts';
import { lastAbsence, whereabouts, type Whereabouts } from './whereabouts.ts';

/** One pupil in the list of an evacuation. */
export interface EvacuationPupil extends Whereabouts {
  readonly person: Person;
  /** The hour called last, in which somebody was absent of whom this one says nothing yet (D102). */
  readonly absentIn?: number;
}

/** One class, as it stands at this very minute. */
export interface EvacuationClass {
  readonly schoolClass: SchoolClass;
  /** Whether the class is at school, by its bells and by what the school has said of it. */
  readonly at: ClassAt;
  /** The hour that runs, or has begun last; none where the class has no bells. */
  readonly bell?: LessonHour;
  /** The timetable gives the class nothing now and nobody has signed anything: whether it is in the building nobody knows. */
  readonly hasNoLesson?: true;
  /** Who has the class in that hour, by the timetable and the substitutions, or by having signed it. */
  readonly teachers: readonly Person[];
  readonly pupils: readonly EvacuationPupil[];
  /** The roll of that hour was called: else nobody knows who is in class, and everybody is to be looked for. */
  readonly isCalled: boolean;
  /** The last roll of the day up to that hour. */
  readonly lastRoll?: { readonly hour: number; readonly at: Instant; readonly by?: Person };
}

/** What is recorded of a class and its day. */
interface RecordedOfClass {
  readonly lessons: readonly Lesson[];
  readonly movement: ClassMovement | undefined;
  readonly byPupil: ReadonlyMap<string, AttendanceDay['events']>;
  readonly elsewhereOf: ReadonlyMap<string, readonly PresenceElsewhere[]>;
}

/** The list of a class at a minute of a day. */
export function evacuationClass(
  facts: SchoolFacts,
  schoolClass: SchoolClass,
  { day, time }: { readonly day: LocalDate; readonly time: LocalTime },
  { lessons, movement, byPupil, elsewhereOf }: RecordedOfClass,
): EvacuationClass {
  const bells = facts.bellHours(schoolClass.id, day);
  const planned = facts.plannedHours(schoolClass.id, day);
  const hours = hoursWithLessons(bells, planned, lessons);
  const bell = hourAt(hours.length > 0 ? hours : bells, time);
  const ofDay = hoursOfDay(day, { hours: bells, year: facts.yearOn(day) });
  const ofHour = lessons.filter(({ hour }) => hour === bell?.hour);
  const parts = planned.filter(({ hour }) => hour === bell?.hour);
  // A parted hour has a lesson for each part: somebody has called a class when every part of it was called (D204).
  const isCalled =
    parts.length > 0 ? parts.every((part) => isAnyCalled(lessonsOfPart(ofHour, part))) : isAnyCalled(ofHour);
  // Whoever has called a class in an hour for which the school does not expect it has it there.
  const isThere = isCalled && bell !== undefined && !isClassExpected(bell, movement);
  const at = classAt(hours, isThere ? undefined : movement, time);
  const running = hourAt(bells, time);
  const hasNoLesson =
    at.kind === 'atSchool' && !isCalled && !hours.some(({ hour }) => hour === running?.hour);
  const choiceOf = outByChoice(facts, {
    schoolClass: schoolClass.id,
    day,
    time,
    bell,
    planned,
    lessons: ofHour,
  });
  const rolls = lessons.filter(({ rollCall }) => rollCall !== undefined);
  const called = new Set(rolls.map(({ hour }) => hour));
  const pupils = facts
    .enrolmentsOf(schoolClass.id)
    .flatMap((one) => (isOnRoll(one, day, bell ?? { start: time }) ? (facts.person(one.pupil) ?? []) : []))
    .toSorted(compareByName)
    .map((person): EvacuationPupil => {
      const events = byPupil.get(person.id) ?? [];
      const choice = choiceOf(person.id);
      const asked = { bell, time, at, ...(choice ? { choice } : {}) };
      const found = whereabouts(events, elsewhereOf.get(person.id) ?? [], ofDay, asked);
      const isSought = bell !== undefined && !isCalled && found.where === 'inClass';
      const absentIn = isSought ? lastAbsence(events, ofDay, { bell, called }) : undefined;
      return { person, ...found, ...(absentIn === undefined ? {} : { absentIn }) };
    });
  const last = rolls
    .filter(({ hour }) => bell !== undefined && hour <= bell.hour)
    .toSorted((a, b) => a.hour - b.hour)
    .at(-1);
  const signed = ofHour.flatMap(({ signatures }) => signatures.map(({ teacher }) => teacher));
  const byPlan = parts.flatMap(({ teachers }) => teachers);
  const caller = last?.rollCall && facts.person(last.rollCall.by);
  return {
    schoolClass,
    at,
    ...(bell ? { bell } : {}),
    ...(hasNoLesson ? { hasNoLesson } : {}),
    teachers: [...new Set(signed.length > 0 ? signed : byPlan)].flatMap((id) => facts.person(id) ?? []),
    pupils,
    isCalled,
    ...(last?.rollCall
      ? { lastRoll: { hour: last.hour, at: last.rollCall.at, ...(caller ? { by: caller } : {}) } }
      : {}),
  };
}

/** The hours of a class on a day: those of its timetable, and those that somebody has signed beside it. */
function hoursWithLessons(
  bells: readonly LessonHour[],
  planned: readonly PlannedHour[],
  lessons: readonly Lesson[],
): readonly LessonHour[] {
  const taught = new Set(lessons.flatMap(({ hour, signatures }) => (signatures.length > 0 ? [hour] : [])));
  const isPlanned = (hour: number) => planned.some((one) => one.hour === hour);
  return [...planned, ...bells.filter(({ hour }) => taught.has(hour) && !isPlanned(hour))];
}

function isAnyCalled(lessons: readonly Lesson[]): boolean {
  return lessons.some(({ rollCall }) => rollCall !== undefined);
}
