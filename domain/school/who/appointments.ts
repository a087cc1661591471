import { YEARLY_ROLES, type AppointmentRole } from '../../access/appointment-role.ts';
import { groupBy } from '../../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Appointment } from '../../kinds/appointment/record.ts';
import type { Assignment } from '../../kinds/assignment/record.ts';
import type { SchoolClass } from '../../kinds/class/record.ts';
import type { Person } from '../../kinds/person/record.ts';
import { startYearOf } from '../calendar.ts';
import { holdsOn } from '../validity.ts';

/** Who is what at a school, by the dates of it. */
export interface Appointments {
  /** What somebody is appointed to on a day. */
  appointmentsOn(person: PersonId, day: LocalDate): readonly Appointment[];
  /** The coordinators of a class on a day. */
  coordinatorsOf(schoolClass: ClassId, day: LocalDate): readonly PersonId[];
  /** The classes that somebody coordinates on a day. */
  coordinatedBy(person: PersonId, day: LocalDate): readonly ClassId[];
  /** Whether somebody answers for a class without teaching in it on a day: the principal, and the principal's staff of its site. */
  answersFor(person: PersonId, schoolClass: ClassId, day: LocalDate): boolean;
}

/** Indexes the appointments of a school. */
export function createAppointments(
  {
    appointment,
    assignment,
  }: { readonly appointment: readonly Appointment[]; readonly assignment: readonly Assignment[] },
  {
    people,
    classes,
  }: { readonly people: ReadonlyMap<PersonId, Person>; readonly classes: ReadonlyMap<ClassId, SchoolClass> },
): Appointments {
  const byPerson = groupBy(appointment, ({ person }) => person);
  const coordinators = appointment.filter(({ role }) => role === 'coordinator');
  const byClass = groupBy(coordinators, (one) => one.class);
  const flagged = assignment.filter(({ coordinator }) => coordinator === true);
  const flagsByClass = groupBy(flagged, (one) => one.class);
  const flagsByPerson = groupBy(flagged, ({ teacher }) => teacher);

  const all: Appointments = {
    appointmentsOn: (person, day) => (byPerson.get(person) ?? []).filter((one) => isInForce(one, day)),
    coordinatorsOf(schoolClass, day) {
      const appointed = (byClass.get(schoolClass) ?? []).filter((one) => isInForce(one, day));
      if (appointed.length > 0) return [...new Set(appointed.map(({ person }) => person))];
      // What lists of before said beside an assignment holds where nobody has been appointed.
      const flags = (flagsByClass.get(schoolClass) ?? []).filter((one) => holdsOn(one, day));
      return [...new Set(flags.map(({ teacher }) => teacher))];
    },
    coordinatedBy(person, day) {
      const appointed = all.appointmentsOn(person, day).filter(({ role }) => role === 'coordinator');
      const maybe = [...appointed, ...(flagsByPerson.get(person) ?? [])].flatMap((one) => one.class ?? []);
      return [...new Set(maybe)].filter((id) => all.coordinatorsOf(id, day).includes(person));
    },
    answersFor(person, schoolClass, day) {
      const found = people.get(person);
      if (found?.type !== 'staff') return false;
      if (found.roles.includes('principal')) return true;
      const own = byPerson.get(person);
      if (!own || found.roles.length === 0) return false;
      const site = classes.get(schoolClass)?.site;
      return own.some((one) => isInForce(one, day) && reaches(one, site));
    },
  };
  return all;
}

/**
 * Whether an appointment holds on a day. Of one that was handed over nobody has to think again: without a last day it never began (D216).
 * A yearly one ends with the school year in which it began, or with that of its class (D217).
 */
export function isInForce(appointment: Appointment, day: LocalDate): boolean {
  const { role, from, to, class: ofClass, delegatedBy } = appointment;
  if (delegatedBy !== undefined && to === undefined) return false;
  if (!holdsOn(appointment, day)) return false;
  const isYearly = YEARLY_ROLES.includes(role) && ofClass === undefined;
  return !isYearly || startYearOf(from) === startYearOf(day);
}

const OVER_CLASSES: readonly AppointmentRole[] = ['principal', 'staff'];

/** Whether an appointment is over the classes of a site; one of the principal's staff without a site is over all. */
export function reaches(
  { role, site }: Pick<Appointment, 'role' | 'site'>,
  ofClass: string | undefined,
): boolean {
  return OVER_CLASSES.includes(role) && (role === 'principal' || site === undefined || site === ofClass);
}
