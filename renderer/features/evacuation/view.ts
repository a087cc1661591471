import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { can } from '../../../domain/access/capabilities.ts';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { Instant, LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import { dayOfInstant, schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { lessonsOfPart } from '../../../domain/kinds/lesson/lesson-of-hour.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { isOnRoll } from '../../../domain/school/class-membership.ts';
import { noLessonReason, type NoLessonReason } from '../../../domain/school/calendar.ts';
import type { LessonHour } from '../../../domain/school/lesson-hour.ts';
import { hourAt } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { classesOfNow } from './classes-of-now.ts';
import { whereabouts, type Whereabouts } from './whereabouts.ts';

/** One pupil in the list of an evacuation. */
export interface EvacuationPupil extends Whereabouts {
  readonly person: Person;
}

/** One class, as it stands at this very minute. */
export interface EvacuationClass {
  readonly schoolClass: SchoolClass;
  /** The hour that runs, or has begun last; none where the class has no bells. */
  readonly bell?: LessonHour;
  /** Who has the class in that hour, by the timetable and the substitutions, or by having signed it. */
  readonly teachers: readonly Person[];
  readonly pupils: readonly EvacuationPupil[];
  /** The roll of that hour was called: else nobody knows who is in class, and everybody is to be looked for. */
  readonly isCalled: boolean;
  /** The last roll of the day up to that hour. */
  readonly lastRoll?: { readonly hour: number; readonly at: Instant; readonly by?: Person };
}

/** Who is where, in the classes for which one answers in an evacuation (D108). */
export interface Evacuation {
  readonly day: LocalDate;
  readonly time: LocalTime;
  readonly noLesson?: NoLessonReason;
  /** Of the whole school, or of the class that one has now. */
  readonly reach: 'school' | 'hour';
  readonly classes: readonly EvacuationClass[];
}

/** Who is where at this minute, live: of every class for office, principal and staff, of the class of the hour for a teacher. */
export function evacuationNow({
  records,
  identity,
  now,
}: Pick<Register, 'records' | 'identity' | 'now'>): Observable<Evacuation> {
  const reach = can(identity, 'superviseClasses') ? ('school' as const) : ('hour' as const);
  const day$ = minutes(now).pipe(map(dayOfInstant), distinctUntilChanged());
  return day$.pipe(
    switchMap((day) =>
      combineLatest([
        records.facts$,
        records.find('attendanceDay', { day }),
        records.find('lesson', { day: { from: day, to: day } }),
        // Few at any school: which of them hold on the day is asked of each.
        records.find('presenceElsewhere', {}),
        minutes(now),
      ]),
    ),
    map(([facts, attendance, lessons, elsewhere, moment]) => {
      const { day, time } = schoolDayAndTime(moment);
      const year = facts.yearOn(day);
      const noLesson = year && noLessonReason(year, day);
      const byPupil = new Map(attendance.map((one) => [one.pupil, one.events]));
      const elsewhereOf = groupBy(elsewhere, ({ pupil }) => pupil);
      const asked = { day, time };
      const whose = reach === 'hour' ? reach : can(identity, 'runSchool') ? 'everyClass' : 'ownClasses';
      const classes = noLesson ? [] : classesOfNow(facts, lessons, asked, whose);
      return {
        ...asked,
        ...(noLesson ? { noLesson } : {}),
        reach,
        classes: classes.map((schoolClass) =>
          evacuationClass(facts, schoolClass, asked, {
            lessons: lessons.filter((lesson) => lesson.class === schoolClass.id),
            byPupil,
            elsewhereOf,
          }),
        ),
      };
    }),
  );
}

interface Known {
  readonly lessons: readonly Lesson[];
  readonly byPupil: ReadonlyMap<string, AttendanceDay['events']>;
  readonly elsewhereOf: ReadonlyMap<string, readonly PresenceElsewhere[]>;
}

function evacuationClass(
  facts: SchoolFacts,
  schoolClass: SchoolClass,
  { day, time }: Pick<Evacuation, 'day' | 'time'>,
  { lessons, byPupil, elsewhereOf }: Known,
): EvacuationClass {
  const bells = facts.bellHours(schoolClass.id, day);
  const planned = facts.plannedHours(schoolClass.id, day);
  const bell = hourAt(planned.length > 0 ? planned : bells, time);
  const ofDay = hoursOfDay(day, { hours: bells, year: facts.yearOn(day) });
  const pupils = facts
    .enrolmentsOf(schoolClass.id)
    .flatMap((one) => (isOnRoll(one, day, bell ?? { start: time }) ? (facts.person(one.pupil) ?? []) : []))
    .toSorted(compareByName)
    .map((person): EvacuationPupil => {
      const events = byPupil.get(person.id) ?? [];
      const own = elsewhereOf.get(person.id) ?? [];
      return { person, ...whereabouts(events, own, ofDay, { bell, time }) };
    });
  // A parted hour has a lesson for each part: somebody has called a class when every part of it was called (D204).
  const ofHour = lessons.filter(({ hour }) => hour === bell?.hour);
  const parts = planned.filter(({ hour }) => hour === bell?.hour);
  const isCalled = (of: readonly Lesson[]) => of.some(({ rollCall }) => rollCall !== undefined);
  const last = lessons
    .filter(({ hour, rollCall }) => rollCall !== undefined && bell !== undefined && hour <= bell.hour)
    .toSorted((a, b) => a.hour - b.hour)
    .at(-1);
  const signed = ofHour.flatMap(({ signatures }) => signatures.map(({ teacher }) => teacher));
  const byPlan = parts.flatMap(({ teachers }) => teachers);
  const caller = last?.rollCall && facts.person(last.rollCall.by);
  return {
    schoolClass,
    ...(bell ? { bell } : {}),
    teachers: [...new Set(signed.length > 0 ? signed : byPlan)].flatMap((id) => facts.person(id) ?? []),
    pupils,
    isCalled:
      parts.length > 0 ? parts.every((part) => isCalled(lessonsOfPart(ofHour, part))) : isCalled(ofHour),
    ...(last?.rollCall
      ? { lastRoll: { hour: last.hour, at: last.rollCall.at, ...(caller ? { by: caller } : {}) } }
      : {}),
  };
}
