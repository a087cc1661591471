import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import type { Population } from '../people/pupils.ts';
import type { Stamp } from '../stamp.ts';
import { personRecords } from './person-records.ts';

/** A pupil with the classes of some time. */
export interface EnrolledPupil {
  readonly id: PersonId;
  readonly enrolments: readonly Enrolment[];
}

/** Where the pupils of a population are, by their position. */
export interface PupilPlaces {
  /** The enrolments of all years, oldest first. */
  readonly enrolmentsOf: (id: PersonId, position: number) => readonly Enrolment[];
  /** The last day of whoever has gone. */
  readonly leftOn: (position: number) => LocalDate | undefined;
}

/** The records of pupils, guardians and enrolments. */
export function pupilRecords(
  population: Population,
  places: PupilPlaces,
  stamp: Stamp,
): { readonly pupils: readonly EnrolledPupil[]; readonly records: readonly RegisterRecord[] } {
  const records: RegisterRecord[] = [];
  const children = new Map<number, EnrolledPupil[]>();
  const pupils = population.pupils.map((plan, position) => {
    const id = stamp.personId();
    const pupil = { id, enrolments: places.enrolmentsOf(id, position) };
    const leftOn = places.leftOn(position);
    const household = population.families[plan.family]?.household;
    records.push(
      ...personRecords(
        {
          id,
          person: plan.person,
          type: 'pupil',
          classes: classesOf(pupil),
          ...(household ? { household } : {}),
          ...(leftOn === undefined ? {} : { leftOn }),
        },
        stamp,
      ),
      ...pupil.enrolments,
    );
    children.set(plan.family, [...(children.get(plan.family) ?? []), pupil]);
    return pupil;
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
            classes: [...new Set(own.flatMap(classesOf))],
            children: own.map((child) => ({ pupil: child.id, guardian: order === 0 ? 'first' : 'second' })),
          },
          stamp,
        ),
      );
    }
  }
  return { pupils, records };
}

/** Those who are in a class of a year, with their classes of that year alone. */
export function pupilsOfYear(pupils: readonly EnrolledPupil[], startYear: number): readonly EnrolledPupil[] {
  return pupils.flatMap(({ id, enrolments }) => {
    const own = enrolments.filter((one) => startYearOfClass(one.class) === startYear);
    return own.length > 0 ? [{ id, enrolments: own }] : [];
  });
}

/** Those of all years, as an import keeps them: whoever taught one of them reads that year of it. */
function classesOf(pupil: EnrolledPupil) {
  return [...new Set(pupil.enrolments.map((one) => one.class))];
}
