import type { PersonId } from '../../../domain/base/ids.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { ClassOn } from './courses-of-class.ts';

/** Who is in a class on a day. */
export function pupilsOn(
  facts: Pick<SchoolFacts, 'enrolmentsOf'>,
  { schoolClass, day }: ClassOn,
): readonly PersonId[] {
  const present = facts.enrolmentsOf(schoolClass).filter((one) => holdsOn(one, day));
  return [...new Set(present.map(({ pupil }) => pupil))];
}

/** The same in the order of the roll, which numbers them from 1. */
export function classListOn(
  facts: Pick<SchoolFacts, 'enrolmentsOf' | 'person'>,
  on: ClassOn,
): readonly Person[] {
  return pupilsOn(facts, on)
    .flatMap((pupil) => facts.person(pupil) ?? [])
    .toSorted(compareByName);
}
