import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import type { Draft } from '../draft/draft.ts';
import type { People } from '../draft/people.ts';
import type { Findings, PlaceInWords } from '../report/import-report.ts';
import { endOf, isOpen } from './standing.ts';

/** What lists appoint teachers to, class by class. */
export type AppointedRole = Extract<Appointment['role'], 'coordinator' | 'secretary'>;

/** Whom the lists of a run name for a class. */
export interface Appointments {
  /** Remembers that a row names somebody. */
  readonly name: (role: AppointedRole, person: PersonId, ofClass: SchoolClass, place: PlaceInWords) => void;
  /** Appoints all who were named, for the year of their class, and ends what others held there. */
  readonly settle: () => void;
}

interface Named {
  readonly role: AppointedRole;
  readonly ofClass: SchoolClass;
  readonly people: Set<PersonId>;
  readonly place: PlaceInWords;
}

const ENDS = { coordinator: 'coordinatorEnds', secretary: 'secretaryEnds' } as const;

/**
 * Opens the appointments of a draft. All lists are read before anything is written: two coordinators of one class are two, and not one who
 * follows the other. A class of which nobody is named keeps whom it has.
 */
export function createAppointments(
  draft: Draft,
  people: People,
  { findings, year }: { readonly findings: Findings; readonly year: (startYear: number) => SchoolYear },
): Appointments {
  const named = new Map<string, Named>();

  const put = (appointment: Omit<Appointment, 'school' | 'author' | 'entry' | 'recordedAt'>) => {
    const person = draft.get('person', appointment.person);
    // An appointment is said of somebody who is there: it changes what the school knows of them.
    if (person) people.putPerson(person);
    draft.put(appointment, 'staff', `person/${appointment.person}`);
  };
  const settleOne = ({ role, ofClass, people: wanted, place }: Named) => {
    const { startYear, id } = ofClass;
    const day = dayWithin(draft.today, lastDayOfYear(startYear));
    const all = draft.all('appointment').filter((one) => one.role === role && one.class === id);
    // Who stands in for a coordinator was given the task by them, and for days that are written down.
    const open = all.filter((one) => isOpen(one, day) && one.delegatedBy === undefined);
    for (const one of open) {
      if (wanted.has(one.person)) continue;
      put({ ...one, to: endOf(one, day) });
      const who = draft.get('person', one.person);
      findings.warn(place, ENDS[role], who ? listName(who) : '');
    }
    const { lessonsFrom } = year(startYear);
    const from = all.length > 0 && day > lessonsFrom ? day : lessonsFrom;
    for (const person of wanted) {
      const standing = open.find((one) => one.person === person);
      put(
        standing ?? {
          id: appointmentId({ role, person, class: id }, from),
          kind: 'appointment',
          role,
          person,
          class: id,
          from,
          to: lastDayOfYear(startYear),
        },
      );
    }
  };
  return {
    name: (role, person, ofClass, place) => {
      const key = keyOf(role, ofClass.id);
      const known = named.get(key) ?? { role, ofClass, people: new Set<PersonId>(), place };
      known.people.add(person);
      named.set(key, known);
    },
    settle: () => {
      for (const one of named.values()) settleOne(one);
    },
  };
}

function keyOf(role: AppointedRole, schoolClass: ClassId): string {
  return `${role}.${schoolClass}`;
}

/** Today, or the last day of a year that is over. */
function dayWithin(today: LocalDate, last: LocalDate): LocalDate {
  return today > last ? last : today;
}
