import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { enrolmentId, type Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Movement } from '../people/movements.ts';
import type { Population } from '../people/pupils.ts';
import { LESSONS_FROM } from '../plan/schools.ts';
import type { Stamp } from '../stamp.ts';
import { personRecords } from './person-records.ts';

/** A pupil with the classes of the year. */
export interface EnrolledPupil {
  readonly id: PersonId;
  readonly enrolments: readonly Enrolment[];
}

/** The records of pupils, guardians and enrolments. */
export function pupilRecords(
  population: Population,
  classes: readonly SchoolClass[],
  movements: ReadonlyMap<number, Movement>,
  stamp: Stamp,
): { readonly pupils: readonly EnrolledPupil[]; readonly records: readonly RegisterRecord[] } {
  const records: RegisterRecord[] = [];
  const children = new Map<number, { readonly id: PersonId; readonly classes: readonly ClassId[] }[]>();
  const pupils = population.pupils.map((plan, index) => {
    const id = stamp.personId();
    const movement = movements.get(index);
    const enrolments = enrolmentsOf(id, classes[plan.class], movement, classes, stamp);
    const classIds = [...new Set(enrolments.map((enrolment) => enrolment.class))];
    const household = population.families[plan.family]?.household;
    records.push(
      ...personRecords(
        {
          id,
          person: plan.person,
          type: 'pupil',
          classes: classIds,
          ...(household ? { household } : {}),
          ...(movement?.kind === 'leaves' ? { leftOn: movement.on } : {}),
        },
        stamp,
      ),
      ...enrolments,
    );
    children.set(plan.family, [...(children.get(plan.family) ?? []), { id, classes: classIds }]);
    return { id, enrolments };
  });
  for (const [position, family] of population.families.entries()) {
    const own = children.get(position) ?? [];
    for (const [order, guardian] of family.guardians.entries()) {
      records.push(
        ...personRecords(
          {
            id: stamp.personId(),
            person: guardian,
            type: 'guardian',
            household: family.household,
            classes: [...new Set(own.flatMap((child) => child.classes))],
            children: own.map((child) => ({ pupil: child.id, guardian: order === 0 ? 'first' : 'second' })),
          },
          stamp,
        ),
      );
    }
  }
  return { pupils, records };
}

function enrolmentsOf(
  pupil: PersonId,
  home: SchoolClass | undefined,
  movement: Movement | undefined,
  classes: readonly SchoolClass[],
  stamp: Stamp,
): readonly Enrolment[] {
  if (!home) return [];
  const enrol = (schoolClass: SchoolClass, from: LocalDate, to?: LocalDate): Enrolment => ({
    ...stamp.office(),
    id: enrolmentId(pupil, schoolClass.id, from),
    kind: 'enrolment',
    pupil,
    class: schoolClass.id,
    from,
    ...(to === undefined ? {} : { to }),
  });
  switch (movement?.kind) {
    case undefined:
      return [enrol(home, LESSONS_FROM)];
    case 'arrives':
      return [enrol(home, movement.on)];
    case 'leaves':
      return [enrol(home, LESSONS_FROM, movement.on)];
    case 'changes': {
      const next = classes[movement.to];
      const before = enrol(home, LESSONS_FROM, addDays(movement.on, -1));
      return next ? [before, enrol(next, movement.on)] : [before];
    }
  }
}
