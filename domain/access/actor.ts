import type { ClassId, LocalDate, PersonId, SchoolId, SubjectId } from '../base/ids.ts';
import type { Appointed, AppointmentRole } from './appointment-role.ts';
import type { StaffRole } from './staff-role.ts';

/** Who is asking: built by the server from its own records at every request, never from what the device says. */
export interface Actor {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly roles: readonly StaffRole[];
  /** What the person is appointed to today (D216, D217); none where absent. */
  readonly appointments?: readonly Appointed[];
  /**
   * The classes of which the register is read: those of a teacher's assignments in the current school year; those of their site for the
   * principal's staff; every class of the school for principal and student office.
   */
  readonly classes: readonly ClassId[];
  /** Classes of which the pupils are known by name, and nothing is read that happens there: for the special-needs referent. */
  readonly classesByName?: readonly ClassId[];
  /** Those in which the person teaches religion or its alternative, coordinates, or keeps the choices. */
  readonly classesOfReligion?: readonly ClassId[];
  /** Those whose council the person runs, or keeps the papers of. */
  readonly classesOfCouncil?: readonly ClassId[];
  /** What the person teaches in which class: what is assessed there is read, by co-teachers too, and by nobody who stands in. */
  readonly courses?: readonly Course[];
  /**
   * Those of which the grades of all subjects are read (F.5): for the coordinator, whoever answers for the class, and its whole council where the school
   * says so or its term meeting goes on.
   */
  readonly classesOfGrades?: readonly ClassId[];
  /**
   * The pupils whom the person supports, each in a class: of them the grades of all subjects are read (F.5), those of the hour of religion excepted. No words are
   * read in the columns of these classes, but in those of the own courses.
   */
  readonly supported?: readonly Supported[];
  /** The calendar year in which the school year begins whose lists of names are read: for every teacher (D209). */
  readonly namesOfYear?: number;
  /** Where a teacher stands in today, hour by hour: what happens there on this day is read, and nothing of any other (D209). */
  readonly standsIn?: readonly StandIn[];
  /** The child of a guardian, a student's own record: whoever has one is no member of the staff, and has neither roles nor classes. */
  readonly child?: PersonId;
  /** The classes of the child's year, those that it has left included: what their families read is read, and nothing is written. */
  readonly classesOfChild?: readonly ClassId[];
  /** A guardian who reads what concerns the child, and writes nothing for it (D233). */
  readonly isReadOnly?: boolean;
}

/** One subject in one class. */
export interface Course {
  readonly class: ClassId;
  readonly subject: SubjectId;
}

/** A pupil whom somebody supports in a class; without one, the class. */
export interface Supported {
  readonly class: ClassId;
  readonly pupil?: PersonId;
}

/** One hour of a class in which somebody stands in for a colleague. */
export interface StandIn {
  readonly class: ClassId;
  readonly day: LocalDate;
  readonly hour: number;
}

/** What decides the rights of a member of the staff beside their classes. */
export type Standing = Pick<Actor, 'roles' | 'appointments'>;

/** Whether somebody is appointed to something today. */
export function isAppointed({ appointments = [] }: Standing, role: AppointmentRole): boolean {
  return appointments.some((one) => one.role === role);
}

/** Whether somebody is the principal, or the principal's delegate today (D216). */
export function isPrincipal(standing: Standing): boolean {
  return standing.roles.includes('principal') || isAppointed(standing, 'principal');
}

/** Whose papers somebody keeps. */
export interface Offices {
  readonly pupils: boolean;
  readonly staff: boolean;
}

/**
 * Whose papers somebody keeps: the principal those of all; a clerk who is appointed to neither office those of all, else those of the
 * offices named. The administrative director has none of pupils, unless appointed to them.
 */
export function officesOf(standing: Standing): Offices {
  if (isPrincipal(standing)) return { pupils: true, staff: true };
  if (!standing.roles.includes('office')) return { pupils: false, staff: false };
  const pupils = isAppointed(standing, 'studentOffice');
  const staff = isAppointed(standing, 'personnelOffice');
  if (pupils || staff) return { pupils, staff };
  return { pupils: !isAppointed(standing, 'administrativeDirector'), staff: true };
}

/** Whether somebody reads the register of every class: principal and student office. */
export function seesWholeSchool(standing: Standing): boolean {
  return officesOf(standing).pupils;
}
