import { combineLatest, map, type Observable } from 'rxjs';
import { can } from '../../../domain/access/capabilities.ts';
import { assignsIn } from '../../../domain/access/office-duty.ts';
import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { compareByName } from '../../../domain/kinds/person/record.ts';
import type { Substitution } from '../../../domain/kinds/substitution/record.ts';
import { noLessonReason, type NoLessonReason } from '../../../domain/school/calendar.ts';
import { isSignableLater } from '../../../domain/school/who/assigned-later.ts';
import { meet, type TimesOfDay } from '../../../domain/school/lesson-hour.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { minutes } from '../../data/minutes.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** A lesson of a teacher who is away, and who stands in there. */
export interface AwayHour {
  readonly planned: PlannedHour;
  readonly away: Person;
  readonly substitution: Substitution | undefined;
  /** Other teachers whom the timetable has in the same lesson. */
  readonly present: readonly Person[];
}

/** A lesson of somebody. */
export interface Busy extends TimesOfDay {
  readonly who: PersonId;
}

/** What a day needs, to see who is away and who can stand in. */
export interface SubstitutionsOfDay {
  readonly facts: SchoolFacts;
  readonly today: LocalDate;
  readonly noLesson?: NoLessonReason;
  /** Of a day that is over: whoever stood in may still sign, and so may still be given the hour (D107). */
  readonly isSignable: boolean;
  /** The lessons of the day in the classes on which the reader decides. */
  readonly planned: readonly PlannedHour[];
  readonly teachers: readonly Person[];
  /** Those that stand. */
  readonly substitutions: readonly Substitution[];
  /** When who is busy, by what the timetable and the substitutions say. */
  readonly busy: readonly Busy[];
  /** Who has left the school, and still stands in the timetable of the day: nobody else gives these lessons. */
  readonly left: readonly Person[];
}

/** The lessons of a day and who stands in there, live. */
export function substitutionsOfDay(
  { records, identity, now }: Pick<Register, 'records' | 'identity' | 'now'>,
  day: LocalDate,
): Observable<SubstitutionsOfDay> {
  return combineLatest([
    records.facts$,
    records.find('person', {}),
    records.find('substitution', {}),
    minutes(now),
  ]).pipe(
    map(([facts, people, all, moment]) => {
      const year = facts.yearOn(day);
      const noLesson = year && noLessonReason(year, day);
      const ofSchool = facts.classesOn(day).flatMap(({ id }) => facts.plannedHours(id, day));
      const substitutions = all.filter((one) => one.day === day && one.cancelled !== true);
      const staff = people
        .filter(({ type, roles }) => type === 'staff' && can({ kind: type, roles }, 'teach'))
        .toSorted(compareByName);
      const isHere = ({ leftOn }: Person) => leftOn === undefined || leftOn >= day;
      const isPlanned = ({ id }: Person) => ofSchool.some(({ teachers }) => teachers.includes(id));
      return {
        facts,
        today: dayOfInstant(moment),
        ...(noLesson ? { noLesson } : {}),
        isSignable: ofSchool.some((one) => isSignableLater(one, moment, facts.writeFacts(one.class, day))),
        planned: ofSchool.filter((one) => assignsIn(identity, facts.schoolClass(one.class)?.site)),
        teachers: staff.filter(isHere),
        left: staff.filter((one) => !isHere(one) && isPlanned(one)),
        substitutions,
        busy: busyIn(facts, day, ofSchool, substitutions),
      };
    }),
  );
}

function busyIn(
  facts: SchoolFacts,
  day: LocalDate,
  planned: readonly PlannedHour[],
  substitutions: readonly Substitution[],
): readonly Busy[] {
  return [
    ...planned.flatMap(({ start, end, teachers }) => teachers.map((who) => ({ who, start, end }))),
    ...substitutions.flatMap(({ teacher: who, class: id, hour }) => {
      const bell = facts.bellHours(id, day).find((one) => one.hour === hour);
      return bell ? [{ who, start: bell.start, end: bell.end }] : [];
    }),
  ];
}

/** Whoever somebody stands in for is away all day, whether or not it was said here: the page may have been opened anew; so is who has left. */
function whoIsAway(
  { substitutions, left }: Pick<SubstitutionsOfDay, 'substitutions' | 'left'>,
  chosen: ReadonlySet<PersonId>,
): ReadonlySet<PersonId> {
  const replaced = substitutions.flatMap(({ replaces }) => replaces ?? []);
  return new Set([...chosen, ...replaced, ...left.map(({ id }) => id)]);
}

/** The lessons of those who are away, in the order of the day. */
export function awayHours(
  ofDay: Pick<SubstitutionsOfDay, 'planned' | 'teachers' | 'left' | 'substitutions'>,
  chosen: ReadonlySet<PersonId>,
): readonly AwayHour[] {
  const { planned, teachers, left, substitutions } = ofDay;
  const away = whoIsAway(ofDay, chosen);
  return planned
    .flatMap((lesson) =>
      lesson.teachers
        .filter((id) => away.has(id))
        .flatMap((id): AwayHour[] => {
          const person = [...teachers, ...left].find((one) => one.id === id);
          const substitution = substitutions.find(
            (one) => one.hour === lesson.hour && one.class === lesson.class && one.replaces === id,
          );
          const present = teachers.filter((one) => lesson.teachers.includes(one.id) && !away.has(one.id));
          return person ? [{ planned: lesson, away: person, substitution, present }] : [];
        }),
    )
    .toSorted((a, b) => a.planned.hour - b.planned.hour || compareByName(a.away, b.away));
}

/** The name of a row: an hour of a class that somebody who is away would have had. */
export function awayHourId({ planned, away }: Pick<AwayHour, 'planned' | 'away'>): string {
  return `${planned.hour}.${planned.class}.${away.id}`;
}

/** Who can stand in: first those who know the class. */
export interface FreeTeachers {
  readonly ofClass: readonly Person[];
  readonly others: readonly Person[];
}

/**
 * Who can stand in in all of some hours (D208): who has no lesson in any of them and is not away. Two hours at the same bell are one
 * person's only where the timetable gives both classes to whoever is away; who has the one then is free for the other.
 */
export function freeTeachers(
  ofDay: Pick<SubstitutionsOfDay, 'teachers' | 'left' | 'busy' | 'facts' | 'substitutions'>,
  rows: readonly Pick<AwayHour, 'planned' | 'away'>[],
  chosen: ReadonlySet<PersonId>,
): FreeTeachers {
  const { teachers, busy, facts, substitutions } = ofDay;
  if (rows.some((one) => rows.some((other) => isElsewhere(one, other)))) return { ofClass: [], others: [] };
  const away = whoIsAway(ofDay, chosen);
  const standsInBeside = (id: PersonId, { planned, away: { id: replaced } }: (typeof rows)[number]) =>
    substitutions.some(
      ({ teacher, hour, replaces }) => teacher === id && hour === planned.hour && replaces === replaced,
    );
  const isFree = (id: PersonId) =>
    rows.every(
      (row) => !busy.some((one) => one.who === id && meet(one, row.planned)) || standsInBeside(id, row),
    );
  const free = teachers.filter(({ id }) => !away.has(id) && isFree(id));
  const knows = ({ id }: Person) =>
    rows.every(({ planned }) => facts.teachersOf(planned.class, planned.day).includes(id));
  return { ofClass: free.filter(knows), others: free.filter((one) => !knows(one)) };
}

/** Whether two hours are two lessons at the same time. */
function isElsewhere(
  one: Pick<AwayHour, 'planned' | 'away'>,
  other: Pick<AwayHour, 'planned' | 'away'>,
): boolean {
  return one.away.id !== other.away.id && meet(one.planned, other.planned);
}
