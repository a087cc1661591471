import type { StaffRole } from '../../../domain/access/staff-role.ts';
import type { Random } from '../random.ts';
import { inventStaff, type InventedPerson } from './invented-person.ts';

/** A member of staff to be given a record and an account. */
export interface StaffPlan {
  readonly person: InventedPerson;
  readonly roles: readonly StaffRole[];
}

/** The staff of a school who do not teach. */
export interface OfficeStaff {
  /** The first keeps both offices, the others one of them each. */
  readonly clerks: readonly StaffPlan[];
  /** DSGA: who runs the offices. */
  readonly director: StaffPlan;
  /** Who keeps the accounts and parameters of the school. */
  readonly administrator: StaffPlan;
  readonly principal: StaffPlan;
  readonly ata: readonly StaffPlan[];
}

const CLASSES_PER_CLERK = 8;
const CLASSES_PER_CARETAKER = 3;
/** One for both offices, one for each of them. */
const FEWEST_CLERKS = 3;

/** Invents principal, clerks and caretakers for a school of so many classes. */
export function inventOfficeStaff(classes: number, random: Random): OfficeStaff {
  const some = (count: number, fewest: number, roles: readonly StaffRole[]) =>
    Array.from({ length: Math.max(fewest, Math.ceil(count)) }, (): StaffPlan => ({
      person: inventStaff(random),
      roles,
    }));
  return {
    clerks: some(classes / CLASSES_PER_CLERK, FEWEST_CLERKS, ['office']),
    principal: { person: inventStaff(random, 0.6), roles: ['principal'] },
    ata: some(classes / CLASSES_PER_CARETAKER, 2, ['ata']),
    director: { person: inventStaff(random, 0.6), roles: ['office'] },
    administrator: { person: inventStaff(random), roles: ['ata'] },
  };
}

/** Invents teachers, no two with the same surname and name. */
export function inventTeachers(count: number, random: Random): readonly StaffPlan[] {
  const known = new Set<string>();
  return Array.from({ length: count }, (): StaffPlan => {
    let person = inventStaff(random);
    for (let attempt = 0; attempt < 20 && known.has(nameOf(person)); attempt += 1)
      person = inventStaff(random);
    known.add(nameOf(person));
    return { person, roles: ['teacher'] };
  });
}

function nameOf(person: InventedPerson): string {
  return `${person.surname} ${person.givenName}`;
}
