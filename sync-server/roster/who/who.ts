import type { Roster } from '../draft/roster.ts';
import { createAppointments, type Appointments } from './appointments.ts';
import { createChoices, type Choices } from './choices.ts';
import { createDeclared, type Declared } from './declared.ts';
import { createGroups, type Groups } from './groups.ts';

/** Ways to add to a school under import what holds of its people from a day to a day. */
export interface Who {
  readonly appointments: Appointments;
  readonly groups: Groups;
  readonly choices: Choices;
  readonly declared: Declared;
  /** What is known when all lists have been read: who is appointed, and whose class has changed. */
  readonly settle: () => void;
}

/** Opens what holds of the people of a school under import. */
export function createWho({ draft, people, enrolments, findings, year }: Roster): Who {
  const appointments = createAppointments(draft, people, { findings, year });
  const groups = createGroups(draft, people, enrolments);
  const choices = createChoices(draft, people, enrolments);
  const declared = createDeclared(draft, people, enrolments);
  return {
    appointments,
    groups,
    choices,
    declared,
    settle: () => {
      appointments.settle();
      for (const pupil of enrolments.touched) {
        groups.leave(pupil);
        choices.leave(pupil);
      }
    },
  };
}
