import { combineLatest, map, switchMap, type Observable } from 'rxjs';
import { groupBy } from '../../../../domain/base/group-by.ts';
import type { ClassId, LocalDate, LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import type { JustifyingRecords } from '../../../../domain/justifications/pupil-items.ts';
import { absenceOfDay, hoursOfDay } from '../../../../domain/kinds/attendance-day/attendance-mode.ts';
import { dayState } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import type { HoursOfDay } from '../../../../domain/kinds/attendance-day/prepared-marks.ts';
import { toldEvents } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { compareByName, type Person } from '../../../../domain/kinds/person/record.ts';
import { elsewhereOn } from '../../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import { isLessonDay, lessonDays } from '../../../../domain/school/calendar.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { classOfYear, recordsOfClass, type ClassOfYear } from '../../../views/class-records.ts';

/** How a pupil stood on one day of the month; a day that says nothing is not there. */
export interface DayInMonth {
  readonly absent: boolean;
  readonly late?: LocalTime;
  readonly exits: readonly LocalTime[];
  readonly outOfClass: boolean;
  /** When and why, where it is in the school's own name (D98). */
  readonly elsewhere: readonly PresenceElsewhere[];
}

/** A pupil's month. */
export interface PupilMonth {
  readonly person: Person;
  readonly days: ReadonlyMap<LocalDate, DayInMonth>;
  readonly totals: Readonly<Record<'absent' | 'late' | 'exited', number>>;
}

/** A month of a class: its lesson days, and how each pupil stood on them. */
export interface ClassMonth {
  readonly days: readonly LocalDate[];
  readonly pupils: readonly PupilMonth[];
  /** Whether the school year has lessons before it and after it. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** A month of a class, live. @param month as `2026-11` */
export function classMonth(
  register: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
  month: string,
): Observable<ClassMonth | undefined> {
  const { facts$ } = register.records;
  return combineLatest([facts$, classOfYear(register, schoolClass)]).pipe(
    switchMap(([facts, of]) => {
      if (!of) return [undefined];
      const asked = { ...of, pupils: pupilsInMonth(facts, schoolClass, of.year, month) };
      return recordsOfClass(register, asked).pipe(
        map((records) => monthOf(facts, schoolClass, asked, records, month)),
      );
    }),
  );
}

/** Who was in the class on some lesson day of a month: whoever has left since is in it, and whoever has come since is not. */
function pupilsInMonth(
  facts: SchoolFacts,
  schoolClass: ClassId,
  year: SchoolYear,
  month: string,
): readonly PersonId[] {
  const days = lessonDays(year).filter((day) => isIn(month, day));
  const there = facts.enrolmentsOf(schoolClass).filter((one) => days.some((day) => holdsOn(one, day)));
  return [...new Set(there.map(({ pupil }): PersonId => pupil))];
}

function isIn(month: string, day: LocalDate): boolean {
  return day.slice(0, month.length) === month;
}

function monthOf(
  facts: SchoolFacts,
  schoolClass: ClassId,
  { year, pupils }: ClassOfYear,
  records: JustifyingRecords,
  month: string,
): ClassMonth {
  const isInMonth = (day: LocalDate) => isIn(month, day);
  const byPupil = groupBy(
    records.days.filter(({ day }) => isInMonth(day) && isLessonDay(year, day)),
    ({ pupil }) => pupil,
  );
  const days = lessonDays(year).filter(isInMonth);
  return {
    days,
    pupils: pupils
      .flatMap((id) => facts.person(id) ?? [])
      .toSorted(compareByName)
      .map((person): PupilMonth => {
        const elsewhere = records.elsewhere.filter(({ pupil }) => pupil === person.id);
        const marked = new Map((byPupil.get(person.id) ?? []).map((one) => [one.day, one]));
        const own = facts.enrolmentsOfPupil(person.id).filter((one) => one.class === schoolClass);
        // What was marked in another class is in the month of that one.
        const there = days.filter((day) => own.some((one) => holdsOn(one, day)));
        const told = there.flatMap((day) => {
          const one = marked.get(day);
          const hours = one || elsewhere.length > 0 ? facts.bellHours(one?.class ?? schoolClass, day) : [];
          const ofDay = hoursOfDay(day, { hours, year });
          const { bells } = ofDay;
          const away = elsewhere.filter((each) => elsewhereOn(each, day, bells) !== undefined);
          const said = dayOf(toldEvents(one?.events ?? [], bells), ofDay, away);
          return said ? [[day, said] as const] : [];
        });
        const count = (has: (day: DayInMonth) => boolean) => told.filter(([, day]) => has(day)).length;
        return {
          person,
          days: new Map(told),
          totals: {
            absent: count(({ absent }) => absent),
            late: count(({ late }) => late !== undefined),
            exited: count(({ exits }) => exits.length > 0),
          },
        };
      }),
    hasBefore: year.lessonsFrom.slice(0, month.length) < month,
    hasAfter: year.lessonsTo.slice(0, month.length) > month,
  };
}

function dayOf(
  events: Parameters<typeof dayState>[0],
  ofDay: HoursOfDay,
  elsewhere: readonly PresenceElsewhere[],
): DayInMonth | undefined {
  const { arrival, outOfClassHours } = dayState(events);
  const absent = absenceOfDay(events, ofDay) !== undefined;
  const firstBell = ofDay.bells[0]?.start;
  const late =
    arrival !== undefined && (firstBell === undefined || arrival > firstBell) ? arrival : undefined;
  const exits = events.flatMap(({ kind, time }) => (kind === 'exit' && time !== undefined ? [time] : []));
  const outOfClass = elsewhere.length > 0 || outOfClassHours.length > 0;
  if (!absent && late === undefined && exits.length === 0 && !outOfClass) return undefined;
  return { absent, ...(late === undefined ? {} : { late }), exits, outOfClass, elsewhere };
}
