import type { Actor } from '../../access/actor.ts';
import type { Appointed } from '../../access/appointment-role.ts';
import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Assignment } from '../../kinds/assignment/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { lastLessonDay } from '../calendar.ts';
import { holdsOn } from '../validity.ts';
import { staffActor, type SchoolOfStaff, type StaffMember } from './staff-actor.ts';

/** The year that is read, and the day on which it is. */
export interface PastYearRead {
  readonly year: SchoolYear;
  readonly today: LocalDate;
}

/** What a school has written down that decides who of its staff reads a year that is over. */
export interface SchoolOfPast extends SchoolOfStaff {
  readonly assignmentsOf: ReadonlyMap<PersonId, readonly Assignment[]>;
}

/**
 * As whom a member of the staff reads a school year that is over (D198): the classes are those that were theirs on its last day of lessons
 * and on no other, to teach, to coordinate or to answer for. The school's papers are read by whoever keeps them today. What is given for the whole
 * school or a site beside them must have been given then and be given still: nobody reads by what they have lost, nor by what they did not
 * have. Nothing is read as a substitute, and no list of names of other classes. Server and device decide by this alone.
 */
export function pastYearActor(
  view: SchoolOfPast,
  { school, person, roles }: Omit<StaffMember, 'assignments'>,
  { year, today }: PastYearRead,
): Actor {
  const lastDay = lastLessonDay(year);
  const assignments = (view.assignmentsOf.get(person) ?? []).filter((one) => holdsOn(one, lastDay));
  const member = { school, person, roles, assignments };
  const then = view.appointmentsOn(person, lastDay);
  const counting = view
    .appointmentsOn(person, today)
    .filter((one) => keepsPapers(one) || then.some((other) => isSame(one, other)));
  // That the school opens the grades of a class to its council today says nothing of those of another year, and the meetings of that one are over.
  const of = { ...view, school: undefined, years: new Map<number, SchoolYear>() };
  const { standsIn: _hours, namesOfYear: _names, ...actor } = staffActor(of, member, lastDay, counting);
  return actor;
}

/** Whether there is a class of which somebody reads something in a school year that is over. */
export function readsPastYear({ classes, classesByName = [] }: Actor): boolean {
  return classes.length > 0 || classesByName.length > 0;
}

/** What says whose papers somebody keeps: the principal's tasks, and the parts of an office. */
function keepsPapers({ role }: Appointed): boolean {
  return role !== 'staff' && role !== 'specialNeeds';
}

function isSame(one: Appointed, other: Appointed): boolean {
  return one.role === other.role && one.site === other.site && one.class === other.class;
}
