import { map, of, type Observable } from 'rxjs';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { addDays, dayOfInstant, daysBetween } from '../../../../domain/base/local-date.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { lastLessonDay, startYearOf } from '../../../../domain/school/calendar.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { weekOf, type DaySpan } from '../span/address.ts';
import { compareClasses } from './compare-classes.ts';
import type { WeekHour } from './taught-days.ts';

/** A subject that I teach in a class. */
export interface Course {
  readonly schoolClass: SchoolClass;
  readonly subject: Subject;
}

/** A class to copy from, and the weeks of its school year in which it has lessons, the latest first. */
export interface CopyFrom {
  readonly schoolClass: SchoolClass;
  /** It is of a school year that is over: what it did is asked of the school. */
  readonly isPast: boolean;
  readonly weeks: readonly DaySpan[];
  /** The week that lies where the shown one does. */
  readonly sameWeek?: DaySpan;
}

/** The courses of mine that have an hour in a week. */
export function coursesOf(hours: readonly WeekHour[]): readonly Course[] {
  const found = new Map<string, Course>();
  for (const { schoolClass, subject, isStandIn } of hours)
    if (subject && !isStandIn) found.set(`${schoolClass.id} ${subject.id}`, { schoolClass, subject });
  return [...found.values()].toSorted((a, b) => compareClasses(a.schoolClass, b.schoolClass));
}

/** Where the plan of a course can come from: other classes in which I teach the subject, and those of mine of earlier years, of the same year of the course first; live. */
export function copySources(
  { records, now }: Pick<Register, 'records' | 'now'>,
  course: Course | undefined,
  week: DaySpan,
): Observable<readonly CopyFrom[]> {
  if (!course) return of([]);
  return records.facts$.pipe(
    map((facts) => {
      const own = (facts.view.assignmentsOf.get(facts.me) ?? []).filter(
        ({ subject, class: id }) => subject === course.subject.id && id !== course.schoolClass.id,
      );
      return [...new Set(own.map(({ class: id }) => id))]
        .flatMap((id) => facts.schoolClass(id) ?? [])
        .filter((one) => isReadable(facts, one, course, dayOfInstant(now())))
        .toSorted(
          (a, b) =>
            b.startYear - a.startYear ||
            Number(b.year === course.schoolClass.year) - Number(a.year === course.schoolClass.year) ||
            compareClasses(a, b),
        )
        .map((schoolClass) => weeksOf(facts, schoolClass, week, dayOfInstant(now())));
    }),
  );
}

/** A class of a school year that is over is read by whoever taught it on its last day of lessons (docs/adr/0036). */
function isReadable(facts: SchoolFacts, of: SchoolClass, { subject }: Course, today: LocalDate): boolean {
  if (of.startYear >= startYearOf(today)) return true;
  const year = facts.view.years.get(of.startYear);
  const taught = year === undefined ? [] : facts.myAssignments(of.id, lastLessonDay(year));
  return taught.some((one) => one.subject === subject.id);
}

/** The weeks of a class's school year up to the one that comes after today's: later ones have nothing to copy yet. */
function weeksOf(
  facts: SchoolFacts,
  schoolClass: SchoolClass,
  week: DaySpan,
  today: DaySpan['from'],
): CopyFrom {
  const year = facts.view.years.get(schoolClass.startYear);
  const isPast = schoolClass.startYear < startYearOf(today);
  if (!year) return { schoolClass, isPast, weeks: [] };
  const last = [year.lessonsTo, addDays(weekOf(today).to, 7)].toSorted()[0] ?? year.lessonsTo;
  const weeks: DaySpan[] = [];
  for (let { from } = weekOf(year.lessonsFrom); from <= last; from = addDays(from, 7))
    weeks.push({ from, to: addDays(from, 6) });
  const ofYear = facts.view.years.get(startYearOf(week.from));
  const begins = weekOf(ofYear?.lessonsFrom ?? year.lessonsFrom).from;
  const place = Math.floor(daysBetween(begins, week.from) / 7);
  const sameWeek = weeks[place];
  return { schoolClass, isPast, weeks: weeks.toReversed(), ...(sameWeek ? { sameWeek } : {}) };
}
