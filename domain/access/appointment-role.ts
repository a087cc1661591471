import type { ClassId } from '../base/ids.ts';

/** What somebody may be appointed to, for a time, beside what they are at the school for good. */
export const APPOINTMENT_ROLES = [
  'coordinator',
  'secretary',
  'staff',
  'specialNeeds',
  'studentOffice',
  'personnelOffice',
  'administrativeDirector',
  'administrator',
  'classRepresentative',
  'principal',
] as const;
/**
 * Coordinatore di classe, segretario del consiglio, collaboratore del dirigente, referente BES, segreteria didattica, segreteria del
 * personale, DSGA, amministratore di sistema, rappresentante di classe, delegato del dirigente.
 */
export type AppointmentRole = (typeof APPOINTMENT_ROLES)[number];

/** Those that end with the school year, whether or not somebody has ended them (D217). */
export const YEARLY_ROLES: readonly AppointmentRole[] = [
  'coordinator',
  'secretary',
  'specialNeeds',
  'classRepresentative',
];

/** Those that are for one class. */
export const CLASS_ROLES: readonly AppointmentRole[] = ['coordinator', 'secretary', 'classRepresentative'];

/** Those that somebody hands over, and for days that are written down (D216). */
export const HANDED_OVER_ROLES: readonly AppointmentRole[] = ['principal'];

/** An appointment that is in force: for a class, for the classes of one site, or for the whole school. */
export interface Appointed {
  readonly role: AppointmentRole;
  readonly class?: ClassId;
  readonly site?: string;
}
