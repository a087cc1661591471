import type { ClassId, PersonId, SchoolId } from '../base/ids.ts';
import type { StaffRole } from './staff-role.ts';

/** Who is asking: built by the server from its own records at every request, never from what the device says. */
export interface Actor {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly roles: readonly StaffRole[];
  /** The classes of a teacher's assignments in the current school year; for office and principal, every class of the school. */
  readonly classes: readonly ClassId[];
  /** The child of a guardian, a student's own record: whoever has one is no member of the staff, and has neither roles nor classes. */
  readonly child?: PersonId;
  /** The classes of the child's year, those that it has left included: what their families read is read, and nothing is written. */
  readonly classesOfChild?: readonly ClassId[];
}

/** Whether the actor sees the whole school: office and principal. */
export function seesWholeSchool(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.includes('office') || actor.roles.includes('principal');
}
