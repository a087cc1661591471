import { combineLatest, map, type Observable } from 'rxjs';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { schoolYearName, type Period, type SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { heldUntil, isHolding } from '../../../../domain/school/grading/held-back.ts';
import type { Register } from '../../../data/register.ts';

/** A period of a school year that has begun and is not closed, as the office decides on its grades. */
export interface TermRow {
  readonly year: SchoolYear;
  /** The year as people say it: 2026/27. */
  readonly yearName: string;
  readonly period: Period;
  /** The place of the period among those of the year. */
  readonly index: number;
  /** The classes of the year, by name. */
  readonly classes: readonly SchoolClass[];
  /** In which of them nothing is assessed any more: in all of the school, or in some. */
  readonly frozen: 'school' | readonly SchoolClass[];
  /** Until when families see nothing. */
  readonly heldBack: readonly HeldTerm[];
  /** Until when they saw nothing before. */
  readonly heldBefore: readonly HeldTerm[];
}

/** The day from which families see what was held back, of the whole school (no class) or of one class. */
export interface HeldTerm {
  readonly schoolClass?: SchoolClass;
  readonly until: LocalDate;
}

const byName = new Intl.Collator('it', { numeric: true });

/** The periods of the years under way and over, the earliest first, live (D24, D76). */
export function terms(
  { records }: Pick<Register, 'records'>,
  today: LocalDate,
): Observable<readonly TermRow[]> {
  return combineLatest([records.find('schoolYear', {}), records.find('class', {})]).pipe(
    map(([years, classes]) =>
      years
        .filter(({ closedOn, lessonsFrom }) => closedOn === undefined && lessonsFrom <= today)
        .toSorted((a, b) => a.startYear - b.startYear)
        .flatMap((year) => termsOf(year, classes, today)),
    ),
  );
}

function termsOf(year: SchoolYear, all: readonly SchoolClass[], today: LocalDate): readonly TermRow[] {
  const classes = all
    .filter(({ startYear }) => startYear === year.startYear)
    .toSorted((a, b) => byName.compare(className(a), className(b)));
  return year.periods.map((period, index) => {
    const frozen = (year.frozen ?? []).filter((one) => one.period === index);
    const held = (year.heldBack ?? []).filter((one) => one.period === index);
    const heldTerms = (isRunning: boolean) =>
      held
        .filter((one) => isHolding(one, today) === isRunning)
        .map((one): HeldTerm => {
          const schoolClass = classes.find(({ id }) => id === one.class);
          const until = dayOfInstant(heldUntil(one));
          return schoolClass ? { schoolClass, until } : { until };
        });
    return {
      year,
      yearName: schoolYearName(year.startYear),
      period,
      index,
      classes,
      frozen: frozen.some((one) => one.class === undefined)
        ? 'school'
        : classes.filter(({ id }) => frozen.some((one) => one.class === id)),
      heldBack: heldTerms(true),
      heldBefore: heldTerms(false),
    };
  });
}
