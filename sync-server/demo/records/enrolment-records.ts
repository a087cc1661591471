import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { enrolmentId, type Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Stay } from '../people/last-year.ts';
import type { Movement } from '../people/movements.ts';
import type { Stamp } from '../stamp.ts';

/** The enrolments of a pupil in the year that is going on; classes by their position. */
export function currentEnrolments(
  pupil: PersonId,
  home: SchoolClass | undefined,
  movement: Movement | undefined,
  year: { readonly classes: readonly SchoolClass[]; readonly from: LocalDate },
  stamp: Stamp,
): readonly Enrolment[] {
  if (!home) return [];
  const enrol = (schoolClass: SchoolClass, from: LocalDate, to?: LocalDate) =>
    enrolment(pupil, schoolClass, { from, ...(to === undefined ? {} : { to }) }, stamp);
  switch (movement?.kind) {
    case undefined:
      return [enrol(home, year.from)];
    case 'arrives':
      return [enrol(home, movement.on)];
    case 'leaves':
      return [enrol(home, year.from, movement.on)];
    case 'changes': {
      const next = year.classes[movement.to];
      const before = enrol(home, year.from, addDays(movement.on, -1));
      return next ? [before, enrol(next, movement.on)] : [before];
    }
  }
}

/** The enrolments of a pupil in a year that is over. */
export function pastEnrolments(
  pupil: PersonId,
  stays: readonly Stay[],
  classes: readonly SchoolClass[],
  stamp: Stamp,
): readonly Enrolment[] {
  return stays.flatMap(({ class: position, from, to }) => {
    const schoolClass = classes[position];
    return schoolClass ? [enrolment(pupil, schoolClass, { from, to }, stamp)] : [];
  });
}

function enrolment(
  pupil: PersonId,
  { id }: SchoolClass,
  days: Pick<Enrolment, 'from' | 'to'>,
  stamp: Stamp,
): Enrolment {
  return {
    ...stamp.office(),
    id: enrolmentId(pupil, id, days.from),
    kind: 'enrolment',
    pupil,
    class: id,
    ...days,
  };
}
