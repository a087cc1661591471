import type { ClassPlan } from '../plan/school-plan.ts';
import type { Random } from '../random.ts';
import { inventFamily, withChild, type Family } from './family.ts';
import { inventPerson, type InventedPerson } from './invented-person.ts';

/** A pupil to be enrolled, with the family by its position. */
export interface PupilPlan {
  readonly class: number;
  readonly person: InventedPerson;
  readonly family: number;
}

/** Pupils of a school and the families they come from. */
export interface Population {
  readonly pupils: readonly PupilPlan[];
  readonly families: readonly Family[];
}

/** Number of pupils of the printed teacher's class. */
export const SHOWCASE_PUPILS = 28;
const SIBLING_SHARE = 0.12;
const NEIGHBOUR_SHARE = 0.08;

/** Fills the classes of a school; some children have brothers and sisters here, some in the families given from another school. */
export function inventPupils(
  classes: readonly ClassPlan[],
  showcase: number,
  startYear: number,
  neighbours: readonly Family[],
  random: Random,
): Population {
  const families: Family[] = [];
  const pupils: PupilPlan[] = [];
  const waiting = random.shuffle(neighbours);
  for (const [index, plan] of classes.entries()) {
    const birthYear = startYear - enrolmentAge(plan);
    const size =
      index === showcase ? SHOWCASE_PUPILS : random.integer(19, plan.level === 'upperSecondary' ? 27 : 24);
    for (let count = 0; count < size; count += 1) {
      const known = random.chance(SIBLING_SHARE) ? siblingFamily(families, birthYear, random) : undefined;
      const neighbour =
        known === undefined && random.chance(NEIGHBOUR_SHARE)
          ? waiting.findIndex((family) => !family.birthYears.includes(birthYear))
          : -1;
      const joined = neighbour >= 0 ? waiting.splice(neighbour, 1)[0] : undefined;
      const position = known ?? families.push(joined ?? inventFamily(random, birthYear)) - 1;
      const family = families[position];
      if (!family) continue;
      if (known !== undefined || joined) families[position] = withChild(family, birthYear);
      let person = inventPerson(random, family.origin, family.surname, birthYear);
      for (let attempt = 0; attempt < 20 && isNameTaken(pupils, index, person); attempt += 1)
        person = inventPerson(random, family.origin, family.surname, birthYear);
      pupils.push({ class: index, person, family: position });
    }
  }
  return { pupils: withHomonyms(pupils, showcase), families };
}

/** How old a pupil becomes in the calendar year in which the class begins. */
function enrolmentAge(plan: ClassPlan): number {
  const first = { primary: 6, lowerSecondary: 11, upperSecondary: 14 }[plan.level];
  return first + plan.year - 1;
}

function siblingFamily(families: readonly Family[], birthYear: number, random: Random): number | undefined {
  if (families.length === 0) return undefined;
  const position = random.integer(0, families.length - 1);
  return families[position]?.birthYears.includes(birthYear) ? undefined : position;
}

/** Whether somebody in the class has the name already: homonyms are made on purpose, in one class. */
function isNameTaken(pupils: readonly PupilPlan[], schoolClass: number, person: InventedPerson): boolean {
  return pupils
    .slice(-SHOWCASE_PUPILS)
    .some(
      (pupil) =>
        pupil.class === schoolClass &&
        pupil.person.surname === person.surname &&
        pupil.person.givenName === person.givenName,
    );
}

/** Gives two pupils of the class after the showcase the same name: registers must tell them apart. */
function withHomonyms(pupils: readonly PupilPlan[], showcase: number): readonly PupilPlan[] {
  const first = pupils.findIndex((pupil) => pupil.class === showcase + 1);
  const model = pupils[first];
  const twin = pupils.findIndex(
    (pupil, index) => index > first && pupil.class === showcase + 1 && pupil.person.sex === model?.person.sex,
  );
  return pupils.map((pupil, index) =>
    index === twin && model
      ? {
          ...pupil,
          person: {
            ...pupil.person,
            surname: model.person.surname,
            givenName: model.person.givenName,
          },
        }
      : pupil,
  );
}
