import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { EndedEnrolment } from '../../../domain/hours/left-class-hours.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { hasBegun } from '../pupil-day/has-begun.ts';

/** A pupil's time in a class of this school year that is over, and the classes that the pupil has entered since. */
export interface Stay {
  readonly enrolment: EndedEnrolment;
  readonly classes: readonly ClassId[];
}

/** A snapshot never changes: what was found in it stays, for its day. */
const found = new WeakMap<SchoolSnapshot, { readonly today: LocalDate; readonly stays: readonly Stay[] }>();

/** Where pupils of the school have been before the class of today. */
export function staysOf(snapshot: SchoolSnapshot, today: LocalDate): readonly Stay[] {
  const known = found.get(snapshot);
  if (known?.today === today) return known.stays;
  const stays = [...snapshot.enrolmentsOf.values()].flatMap((own) =>
    own.length < 2 ? [] : staysIn(own, today),
  );
  found.set(snapshot, { today, stays });
  return stays;
}

function staysIn(own: readonly Enrolment[], today: LocalDate): readonly Stay[] {
  const ofYear = own.filter(
    (one) => startYearOfClass(one.class) === startYearOf(today) && hasBegun(one, today),
  );
  return ofYear.filter(isOver(today)).flatMap((enrolment): readonly Stay[] => {
    const since = ofYear.filter(({ from, class: id }) => from > enrolment.from && id !== enrolment.class);
    return since.length === 0 ? [] : [{ enrolment, classes: [...new Set(since.map((one) => one.class))] }];
  });
}

function isOver(today: LocalDate) {
  return (one: Enrolment): one is EndedEnrolment => one.to !== undefined && one.to < today;
}
