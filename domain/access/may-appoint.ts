import { isPrincipal, officesOf, type Standing } from './actor.ts';
import type { AppointmentRole } from './appointment-role.ts';

/**
 * Whether somebody appoints others to something, and ends it (F.5): who keeps the staff's papers, those of a class's council; who keeps the
 * pupils', the representatives of a class. What opens the school's papers to others is given by whoever keeps all of them; the principal's
 * tasks are handed over by the principal alone (D216).
 */
export function mayAppoint(standing: Standing, role: AppointmentRole): boolean {
  const { pupils, staff } = officesOf(standing);
  switch (role) {
    case 'coordinator':
    case 'secretary':
    case 'specialNeeds':
      return staff;
    case 'classRepresentative':
      return pupils;
    case 'staff':
    case 'studentOffice':
    case 'personnelOffice':
    case 'administrativeDirector':
    case 'administrator':
      return isPrincipal(standing) || (pupils && staff);
    case 'principal':
      return standing.roles.includes('principal');
  }
}
