import { addDays, localDate, weekdayOf } from '../../../domain/base/local-date.ts';
import { schoolYearId, type SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';

/** A usual Italian school year to start from: mid September to early June, two terms, Saturdays free; the office corrects it. */
export function usualYear(
  startYear: number,
): Pick<
  SchoolYear,
  'id' | 'kind' | 'startYear' | 'lessonsFrom' | 'lessonsTo' | 'periods' | 'restDays' | 'closures'
> {
  const lessonsFrom = nextWorkday(localDate(startYear, 9, 14));
  const lessonsTo = localDate(startYear + 1, 6, 8);
  return {
    id: schoolYearId(startYear),
    kind: 'schoolYear',
    startYear,
    lessonsFrom,
    lessonsTo,
    periods: [
      { name: 'Primo quadrimestre', from: lessonsFrom, to: localDate(startYear + 1, 1, 31) },
      { name: 'Secondo quadrimestre', from: localDate(startYear + 1, 2, 1), to: lessonsTo },
    ],
    restDays: [6],
    closures: [],
  };
}

function nextWorkday(day: LocalDate): LocalDate {
  return weekdayOf(day) < 6 ? day : addDays(day, 8 - weekdayOf(day));
}
