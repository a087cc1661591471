import { combineLatest, map, type Observable } from 'rxjs';
import { can } from '../../../domain/access/capabilities.ts';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { isClassExpected } from '../../../domain/kinds/class-movement/class-away.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { lessonsOfPart } from '../../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import { noLessonReason, type NoLessonReason } from '../../../domain/school/calendar.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import { groupName } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { ClassPart } from '../../kinds/lesson/part-text.ts';

/** An hour of a class that has begun, and whose roll nobody has called. */
export interface MissingRoll {
  readonly planned: PlannedHour;
  readonly schoolClass: SchoolClass;
  /** The group whose roll it is, where the class is parted; none of the whole class. */
  readonly part?: ClassPart;
  /** Who was to call it: whoever stands in there, else the teachers of the timetable. */
  readonly teachers: readonly Person[];
  readonly isSigned: boolean;
  /** It still runs. */
  readonly isRunning: boolean;
}

/** The rolls of a day that nobody has called, and how many there were to call. */
export interface MissingRolls {
  readonly noLesson?: NoLessonReason;
  /** Hours that have begun and in which the class was expected. */
  readonly begun: number;
  readonly missing: readonly MissingRoll[];
}

/** Whose rolls are looked at: those of the classes that one follows, or one's own. */
export type RollsOf = 'classes' | 'me';

/** The rolls of a day that nobody has called, class by class and hour by hour, live. */
export function rollsNotTaken(
  { records, identity, now }: Pick<Register, 'records' | 'identity' | 'now'>,
  day: LocalDate,
  of: RollsOf,
): Observable<MissingRolls> {
  return combineLatest([
    records.facts$,
    records.find('lesson', { day: { from: day, to: day } }),
    records.find('classMovement', { day: { from: day, to: day } }),
    records.find('substitution', {}),
    minutes(now),
  ]).pipe(
    map(([facts, lessons, movements, substitutions, moment]) => {
      const year = facts.yearOn(day);
      const noLesson = year && noLessonReason(year, day);
      if (noLesson) return { noLesson, begun: 0, missing: [] };
      const { day: today, time } = schoolDayAndTime(moment);
      const until = day < today ? '24:00' : day === today ? time : '00:00';
      const movementOf = new Map(movements.map((one) => [one.class, one]));
      const standing = substitutions.filter((one) => one.day === day && one.cancelled !== true);
      const standsIn = (planned: PlannedHour) =>
        standing.filter(
          (one) =>
            one.hour === planned.hour && one.class === planned.class && standsInFor(planned, one.replaces),
        );
      const begun = hoursOf(facts, day, of === 'me' || can(identity, 'runSchool'))
        .filter(({ start }) => start < until)
        .filter((planned) => isClassExpected(planned, movementOf.get(planned.class)))
        .map((planned) => ({
          planned,
          callers: callersOf(
            planned,
            standsIn(planned).map(({ teacher, replaces }) => ({ teacher, replaces })),
          ),
        }))
        .filter(({ callers }) => of === 'classes' || callers.includes(facts.me));
      return {
        begun: begun.length,
        missing: begun
          .flatMap(({ planned, callers }) => missingRoll(facts, planned, callers, lessons, until))
          .toSorted(inOrder(facts)),
      };
    }),
  );
}

/** The hours of the timetable on a day: of the classes that one follows, or of all that one knows, where one looks for one's own. */
function hoursOf(facts: SchoolFacts, day: LocalDate, isEvery: boolean): readonly PlannedHour[] {
  const follows = (id: ClassId) => isEvery || facts.view.answersFor(facts.me, id, day);
  return facts
    .classesOn(day)
    .filter(({ id }) => follows(id))
    .flatMap(({ id }) => facts.plannedHours(id, day));
}

/** Whether somebody who replaces a teacher has to do with the part of a class that it is; who replaces nobody known, with each (D204). */
function standsInFor({ teachers }: PlannedHour, replaces: PersonId | undefined): boolean {
  return replaces === undefined || teachers.includes(replaces);
}

/** Who is to call the roll of an hour: whoever is replaced does not. */
function callersOf(
  { teachers }: PlannedHour,
  standing: readonly { readonly teacher: PersonId; readonly replaces?: PersonId | undefined }[],
): readonly PersonId[] {
  const replaced = new Set(standing.map(({ replaces }) => replaces));
  return [...standing.map(({ teacher }) => teacher), ...teachers.filter((id) => !replaced.has(id))];
}

function missingRoll(
  facts: SchoolFacts,
  planned: PlannedHour,
  callers: readonly PersonId[],
  lessons: readonly Lesson[],
  until: string,
): readonly MissingRoll[] {
  const ofHour = lessons.filter((one) => one.class === planned.class && one.hour === planned.hour);
  const written = lessonsOfPart(ofHour, planned);
  const schoolClass = facts.schoolClass(planned.class);
  if (!schoolClass || written.some(({ rollCall }) => rollCall !== undefined)) return [];
  return [
    {
      planned,
      schoolClass,
      ...partOf(facts, planned),
      teachers: callers.flatMap((id) => facts.person(id) ?? []),
      isSigned: written.some(({ signatures }) => signatures.length > 0),
      isRunning: planned.end > until,
    },
  ];
}

function partOf(facts: SchoolFacts, { class: schoolClass, group }: PlannedHour): Pick<MissingRoll, 'part'> {
  return group === undefined ? {} : { part: { group, name: groupName(facts, schoolClass, group) } };
}

/** By class as the school lists them, then by hour. */
function inOrder(facts: SchoolFacts) {
  return (a: MissingRoll, b: MissingRoll) => {
    const places = facts.classesOn(a.planned.day).map(({ id }) => id);
    return (
      places.indexOf(a.planned.class) - places.indexOf(b.planned.class) || a.planned.hour - b.planned.hour
    );
  };
}

/** Who was to call a roll, in words. */
export function callersText({ teachers }: Pick<MissingRoll, 'teachers'>): string {
  return teachers.map(listName).join(', ');
}
