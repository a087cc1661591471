import { isAppointed, officesOf, type Offices, type Standing } from './actor.ts';

/**
 * What the office's messages are about: accounts and their credentials; the papers of people; what the school decides; what was written
 * in the register; who stands in for whom; all of it at once, as a list brings it.
 */
export type OfficeDuty = 'accounts' | 'papers' | 'parameters' | 'register' | 'substitutions' | 'everything';

/**
 * Of whom somebody does an office's work of a kind: of pupils and their families, and of the staff; neither for whoever has no such work
 * (F.5). An administrator keeps accounts and what the school decides, and sees nobody's papers.
 */
export function reachOf(standing: Standing, duty: OfficeDuty): Offices {
  const { pupils, staff } = officesOf(standing);
  const isWhole = pupils && staff;
  switch (duty) {
    case 'papers':
      return { pupils, staff };
    case 'accounts':
      return isAdministrator(standing) ? { pupils: true, staff: true } : { pupils, staff };
    case 'parameters':
      return isAdministrator(standing) || isWhole ? { pupils: true, staff: true } : NOBODY;
    case 'register':
      return { pupils, staff: false };
    case 'substitutions':
      return { pupils: false, staff: staff || answersForClasses(standing) };
    case 'everything':
      return isWhole ? { pupils, staff } : NOBODY;
  }
}

/** Whether somebody does an office's work of a kind, for whomever. */
export function hasDuty(standing: Standing, duty: OfficeDuty): boolean {
  const { pupils, staff } = reachOf(standing, duty);
  return pupils || staff;
}

/** Whether somebody decides on who stands in, in a class of a site: whoever keeps the staff's papers, and the principal's staff of that site. */
export function assignsIn(standing: Standing, site: string | undefined): boolean {
  if (officesOf(standing).staff) return true;
  return ofStaff(standing).some((one) => one.site === undefined || one.site === site);
}

function answersForClasses(standing: Standing): boolean {
  return ofStaff(standing).length > 0;
}

function ofStaff({ roles, appointments = [] }: Standing) {
  return roles.length === 0 ? [] : appointments.filter(({ role }) => role === 'staff');
}

/** Whether somebody administers the system: accounts and parameters, and no pupil's content. */
function isAdministrator(standing: Standing): boolean {
  return standing.roles.length > 0 && isAppointed(standing, 'administrator');
}

const NOBODY: Offices = { pupils: false, staff: false };
