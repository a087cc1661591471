import { combineLatest, map, switchMap, type Observable } from 'rxjs';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { pupilHours, type PupilHours } from '../../../domain/hours/pupil-hours.ts';
import { hasLimit } from '../../../domain/hours/annual-hours.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { HoursOfLeftClass } from '../../../domain/kinds/hours-of-left-class/record.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import { DEFAULT_ROUNDING, type AbsenceRounding } from '../../../domain/kinds/school/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { isCancelled } from '../../../domain/school/who/cancelled.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { classOfYear, presenceOfClass } from '../class-records.ts';

/** A pupil's hours of absence, with the name. */
export interface PupilWithHours extends PupilHours {
  readonly person: Person;
  /** Classes of before in this school year of which this device has neither the register nor what the server has counted: they are missing (D97). */
  readonly notCounted: readonly string[];
}

/** The hours of absence of a class in the school year so far. */
export interface ClassHours {
  readonly today: LocalDate;
  readonly pupils: readonly PupilWithHours[];
  /** Whether the year of this class depends on hours at all: in primary school it does not (D12). */
  readonly hasLimit: boolean;
  /** Printed wherever hours are (D10). */
  readonly rounding: AbsenceRounding;
  readonly subjectName: (subject: string) => string;
  /** The class of today; hours may be of one that a pupil has left. */
  readonly schoolClass: ClassId;
  readonly className: (schoolClass: ClassId) => string;
}

/**
 * The hours of the pupils of a class, live; undefined where the device has not the whole register of the class: whoever stands in for an
 * hour would count what is a part.
 *
 * @param only one pupil of the class, where no other is asked for
 */
export function classHours(
  register: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
  only?: PersonId,
): Observable<ClassHours | undefined> {
  const { records } = register;
  return classOfYear(register, schoolClass).pipe(
    switchMap((of) => {
      if (!of) return [undefined];
      const { classes, year } = of;
      const day = { from: year.lessonsFrom, to: year.lessonsTo };
      const lessons$ = combineLatest(classes.map((one) => records.find('lesson', { class: one, day })));
      const asked = only === undefined ? of : { ...of, pupils: of.pupils.filter((one) => one === only) };
      return combineLatest([
        records.facts$,
        lessons$,
        presenceOfClass(register, asked),
        records.find('hoursOfLeftClass', {}),
      ]).pipe(
        map(([facts, lessons, { days, elsewhere, movements }, leftAnywhere]) => {
          const whole = new Set<ClassId>(facts.myClasses(of.today).map(({ id }) => id));
          if (!whole.has(schoolClass)) return undefined;
          // Of a class of which the device has a part only, what the server has counted is all that counts.
          const left = leftAnywhere.filter((one) => !whole.has(one.class));
          const isWhole = (one: { readonly class: ClassId }) => whole.has(one.class);
          const hours = pupilHours(
            facts.view,
            { lessons: lessons.flat().filter(isWhole), days, elsewhere, movements, left },
            { pupils: asked.pupils, day: of.today },
          );
          return classHoursOf(facts, schoolClass, of.today, { hours, whole, left });
        }),
      );
    }),
  );
}

/** What was counted, and of what. */
interface Counted {
  readonly hours: ReadonlyMap<PersonId, PupilHours>;
  /** The classes whose whole register this device has. */
  readonly whole: ReadonlySet<ClassId>;
  readonly left: readonly HoursOfLeftClass[];
}

function classHoursOf(
  facts: SchoolFacts,
  schoolClass: ClassId,
  today: LocalDate,
  { hours, whole, left }: Counted,
): ClassHours {
  const level = facts.schoolClass(schoolClass)?.level;
  const notCounted = (pupil: PersonId) =>
    facts.enrolmentsOfPupil(pupil).flatMap((one) => {
      const before = facts.schoolClass(one.class);
      const isOfYear = before?.startYear === startYearOf(today) && one.from <= today && !isCancelled(one);
      const isCounted =
        whole.has(one.class) || left.some((of) => of.pupil === pupil && of.class === one.class);
      return before && isOfYear && !isCounted ? [className(before)] : [];
    });
  return {
    today,
    pupils: [...hours]
      .flatMap(([id, own]) => {
        const person = facts.person(id);
        return person ? [{ ...own, person, notCounted: [...new Set(notCounted(id))] }] : [];
      })
      .toSorted((a, b) => compareByName(a.person, b.person)),
    hasLimit: level !== undefined && hasLimit(level),
    rounding: facts.school?.policies.absenceRounding ?? DEFAULT_ROUNDING,
    subjectName: (subject) => facts.subject(subject)?.name ?? subject,
    schoolClass,
    className: (id) => {
      const known = facts.schoolClass(id);
      return known ? className(known) : id;
    },
  };
}
