import type { Roster } from '../draft/roster.ts';
import { createAppointments, type Appointments } from './appointments.ts';
import { createChoices, type Choices } from './choices.ts';
import { createGroups, type Groups } from './groups.ts';

/** Ways to add to a school under import what holds of its people from a day to a day. */
export interface Who {
  readonly appointments: Appointments;
  readonly groups: Groups;
  readonly choices: Choices;
}

/** Opens what holds of the people of a school under import. */
export function createWho({ draft, people, enrolments, findings, year }: Roster): Who {
  return {
    appointments: createAppointments(draft, people, { findings, year }),
    groups: createGroups(draft, people, enrolments),
    choices: createChoices(draft, people, enrolments),
  };
}
