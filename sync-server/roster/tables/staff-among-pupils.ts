import type { Roster } from '../draft/roster.ts';
import { isSoundCode } from '../values/fiscal-code.ts';
import type { CommonFields } from '../matching/person-fields.ts';

/** Nobody younger works at a school and stands in its lists of classes. */
const YOUNGEST_STAFF = 20;

/**
 * Whether a pupil's row that is nobody's yet has a grown-up with the name of somebody who works here: more likely a list of staff with their
 * classes than a pupil of an evening course, who is told by the fiscal code.
 */
export function mayBeStaff(
  { surname, givenName, birthDate, fiscalCode }: CommonFields,
  { draft, people, startYear }: Roster,
): boolean {
  if (birthDate === undefined || startYear - Number(birthDate.slice(0, 4)) < YOUNGEST_STAFF) return false;
  if (isSoundCode(fiscalCode)) return false;
  const here = {
    isEligible: ({ leftOn }: { readonly leftOn?: string }) => leftOn === undefined || leftOn > draft.today,
  };
  return people.find(people.clean({ type: 'staff', surname, givenName }, here), here).kind !== 'none';
}
