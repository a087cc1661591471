import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../domain/base/canonical-json.ts';
import type { ClassId, LocalDate, PersonId } from '../../domain/base/ids.ts';
import { dayOfInstant } from '../../domain/base/local-date.ts';
import type { JustifyingRecords } from '../../domain/justifications/pupil-items.ts';
import type { SchoolYear } from '../../domain/kinds/school-year/record.ts';
import { startYearOf } from '../../domain/school/calendar.ts';
import { minutes } from '../data/minutes.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';

/** Who is in a class on a day, and in which classes those pupils were in that school year. */
export interface ClassOfYear {
  readonly today: LocalDate;
  readonly year: SchoolYear;
  readonly pupils: readonly PersonId[];
  /** The class itself first. */
  readonly classes: readonly ClassId[];
}

/** The pupils that a class has now and the classes that they come from, live: asked anew when one of them changes, or the day. */
export function classOfYear(
  { records, now }: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
): Observable<ClassOfYear | undefined> {
  const today$ = minutes(now).pipe(map(dayOfInstant), distinctUntilChanged());
  return combineLatest([records.facts$, today$]).pipe(
    map(([facts, today]) => classOn(facts, schoolClass, today)),
    distinctUntilChanged((a, b) => equalJson(a, b)),
  );
}

/** Where the pupils of a class were in a school year: their days, and what is no absence. */
export function presenceOfClass(
  { records }: Pick<Register, 'records'>,
  of: ClassOfYear,
): Observable<Pick<JustifyingRecords, 'days' | 'elsewhere' | 'movements'>> {
  const isOwn = ownOf(of);
  return combineLatest([
    inEach(records, of, 'attendanceDay'),
    inEach(records, of, 'classMovement'),
    // Few at any school: whose they are is asked of each.
    records.find('presenceElsewhere', {}),
  ]).pipe(
    map(([days, movements, elsewhere]) => ({
      days: days.filter(isOwn),
      movements,
      elsewhere: elsewhere.filter(isOwn),
    })),
  );
}

/** What was recorded of the pupils of a class in a school year, wherever they were: where they were, and what was done about it. */
export function recordsOfClass(
  register: Pick<Register, 'records'>,
  of: ClassOfYear,
): Observable<JustifyingRecords> {
  const { records } = register;
  const isOwn = ownOf(of);
  return combineLatest([
    presenceOfClass(register, of),
    inEach(records, of, 'justification'),
    inEach(records, of, 'permit'),
    records.find('standingAuthorisation', {}),
    records.find('hoursOfLeftClass', {}),
  ]).pipe(
    map(([presence, justifications, permits, authorisations, left]) => ({
      ...presence,
      justifications: justifications.filter(isOwn),
      permits: permits.filter(isOwn),
      authorisations: authorisations.filter(isOwn),
      left: left.filter(isOwn),
    })),
  );
}

function ownOf({ pupils }: ClassOfYear) {
  const own = new Set(pupils);
  return ({ pupil }: { readonly pupil: PersonId }) => own.has(pupil);
}

/** The records of a kind in each class from which its pupils come. */
function inEach<K extends 'attendanceDay' | 'justification' | 'permit' | 'classMovement'>(
  records: Register['records'],
  { classes, year }: ClassOfYear,
  kind: K,
) {
  const day = { from: year.lessonsFrom, to: year.lessonsTo };
  return combineLatest(classes.map((one) => records.find(kind, { class: one, day }))).pipe(
    map((found) => found.flat()),
  );
}

/** The class with its records, live; undefined while class or school year are not known. */
export function classWithRecords<T>(
  register: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
  build: (facts: SchoolFacts, of: ClassOfYear, records: JustifyingRecords) => T,
): Observable<T | undefined> {
  return classOfYear(register, schoolClass).pipe(
    switchMap((of) =>
      of === undefined
        ? [undefined]
        : combineLatest([register.records.facts$, recordsOfClass(register, of)]).pipe(
            map(([facts, records]) => build(facts, of, records)),
          ),
    ),
  );
}

function classOn(facts: SchoolFacts, schoolClass: ClassId, today: LocalDate): ClassOfYear | undefined {
  const year = facts.yearOn(today);
  if (!year || !facts.schoolClass(schoolClass)) return undefined;
  const pupils = facts
    .enrolmentsOf(schoolClass)
    .flatMap(({ pupil, from, to }) => (from <= today && (to === undefined || today <= to) ? [pupil] : []));
  const others = pupils.flatMap((pupil) =>
    facts.enrolmentsOfPupil(pupil).flatMap((one) => {
      const ofYear = facts.schoolClass(one.class)?.startYear === startYearOf(today);
      return ofYear ? [one.class] : [];
    }),
  );
  return { today, year, pupils: [...new Set(pupils)], classes: [...new Set([schoolClass, ...others])] };
}
