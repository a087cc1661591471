import type { Random } from '../random.ts';
import {
  inventHousehold,
  inventPerson,
  pickOrigin,
  pickSurname,
  type Household,
  type InventedPerson,
} from './invented-person.ts';
import type { NameOrigin } from '../names/origins.ts';

/** A family: one or two guardians, whose children may go to both schools. */
export interface Family {
  readonly origin: NameOrigin;
  readonly surname: string;
  readonly guardians: readonly InventedPerson[];
  readonly household: Household;
  /** Birth years of the children so far: brothers and sisters are of different years. */
  readonly birthYears: readonly number[];
}

/** Invents the family of a first child. */
export function inventFamily(random: Random, birthYear: number): Family {
  const origin = pickOrigin(random);
  const surname = pickSurname(random, origin);
  const parentYear = birthYear - random.integer(25, 40);
  const father = () => inventPerson(random, origin, surname, parentYear, 'M');
  const mother = () => inventPerson(random, origin, pickSurname(random, origin), parentYear, 'F');
  const alone = random.chance(0.09);
  const guardians = alone ? [mother()] : random.chance(0.5) ? [mother(), father()] : [father(), mother()];
  return { origin, surname, guardians, household: inventHousehold(random), birthYears: [birthYear] };
}

/** The family with one more child. */
export function withChild(family: Family, birthYear: number): Family {
  return { ...family, birthYears: [...family.birthYears, birthYear] };
}
