import type { Actor } from '../../access/actor.ts';
import type { Appointed } from '../../access/appointment-role.ts';
import type { LocalDate } from '../../base/ids.ts';
import { staffActor, type SchoolOfStaff, type StaffMember } from './staff-actor.ts';

/** The days by which it is decided who reads a school year that is over. */
export interface PastYearDays {
  /** The last day of its lessons. */
  readonly lastDay: LocalDate;
  readonly today: LocalDate;
}

/**
 * As whom a member of the staff reads a school year that is over (D198): the classes are those that were theirs on its last day of lessons,
 * to teach, to coordinate or to answer for. The school's papers are read by whoever keeps them today. What is given for the whole
 * school or a site beside them must have been given then and be given still: nobody reads by what they have lost, nor by what they did not
 * have. Nothing is read as a substitute, and no list of names of other classes.
 *
 * @param member with the assignments that counted on the last day
 */
export function pastYearActor(
  view: SchoolOfStaff,
  member: StaffMember,
  { lastDay, today }: PastYearDays,
): Actor {
  const then = view.appointmentsOn(member.person, lastDay);
  const counting = view
    .appointmentsOn(member.person, today)
    .filter((one) => keepsPapers(one) || then.some((other) => isSame(one, other)));
  const { standsIn: _hours, namesOfYear: _names, ...actor } = staffActor(view, member, lastDay, counting);
  return actor;
}

/** What says whose papers somebody keeps: the principal's tasks, and the parts of an office. */
function keepsPapers({ role }: Appointed): boolean {
  return role !== 'staff' && role !== 'specialNeeds';
}

function isSame(one: Appointed, other: Appointed): boolean {
  return one.role === other.role && one.site === other.site && one.class === other.class;
}
