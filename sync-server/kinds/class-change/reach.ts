import type { ClassId, Instant, LocalDate, PersonId, SchoolId } from '../../../domain/base/ids.ts';
import { lastDayInClass } from '../../../domain/hours/left-class-hours.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { Stay } from './stays.ts';

/** In which school and when something is taken along. */
export interface Change {
  readonly school: SchoolId;
  readonly now: Instant;
  /** The school as it stands, where it is known already. */
  readonly snapshot?: SchoolSnapshot;
}

/** Of whose hours some records say something. */
export interface Reach {
  readonly isNothing: boolean;
  /** Pupils of whom it has to be asked anew where they have been. */
  readonly pupils: ReadonlySet<PersonId>;
  /** Whether something in the records counts for the hours of a stay. */
  reaches(stay: Stay): boolean;
}

/** What of these records decides about hours in classes that were left: whose they are, of which class and from which day on. */
export function reachOf(written: readonly RegisterRecord[]): Reach {
  const pupils = new Set<PersonId>();
  const daysOf = new Map<PersonId, LocalDate>();
  const daysIn = new Map<ClassId, LocalDate>();
  let isAll = false;
  for (const record of written) {
    const says = kindOf(record).hoursSaid?.(record);
    if (says?.of === 'all') isAll = true;
    if (says?.of === 'pupil') pupils.add(says.pupil);
    if (says?.of === 'pupilFrom') earliest(daysOf, says.pupil, says.day);
    if (says?.of === 'classFrom') earliest(daysIn, says.class, says.day);
  }
  return {
    isNothing: !isAll && pupils.size + daysOf.size + daysIn.size === 0,
    pupils,
    reaches({ enrolment }) {
      const last = lastDayInClass(enrolment);
      const isUntil = (day: LocalDate | undefined) => day !== undefined && day <= last;
      return (
        isAll ||
        pupils.has(enrolment.pupil) ||
        isUntil(daysOf.get(enrolment.pupil)) ||
        isUntil(daysIn.get(enrolment.class))
      );
    },
  };
}

function earliest<K>(days: Map<K, LocalDate>, key: K, day: LocalDate): void {
  const known = days.get(key);
  if (known === undefined || day < known) days.set(key, day);
}
