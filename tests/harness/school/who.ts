import { toPersonId, toSubjectId, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import type { Delegate } from '../../../domain/kinds/delegate/record.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import { groupMembershipId } from '../../../domain/kinds/group-membership/record.ts';
import { groupId, type Group } from '../../../domain/kinds/group/record.ts';
import { guardianshipId } from '../../../domain/kinds/guardianship/record.ts';
import { personalDataId } from '../../../domain/kinds/personal-data/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { religionChoiceId, RELIGION_CHOICES } from '../../../domain/kinds/religion-choice/record.ts';
import type { StandingAuthorisation } from '../../../domain/kinds/standing-authorisation/record.ts';
import { classes, COLLEAGUE, envelope, ME, pupilsOf } from './demo-class.ts';
import { declared } from './from-elsewhere.ts';

const BEGINS = '2026-09-14' as LocalDate;
const day = (text: string) => text as LocalDate;
const [first, second] = classes;
const pupils = pupilsOf.get(first.id) ?? [];
const guardian = toPersonId('guardian-carla');

function appointment(
  what: Pick<Appointment, 'role' | 'person' | 'class'>,
  days: Pick<Appointment, 'from' | 'to'>,
): Appointment {
  const id = appointmentId(what, days.from);
  return { ...envelope(id), kind: 'appointment', ...what, ...days };
}

const group = (code: string, name: string): Group => ({
  ...envelope(groupId(first.id, code)),
  kind: 'group',
  class: first.id,
  code,
  name,
});

const derogation = (
  pupil: PersonId,
  changes: Pick<Derogation, 'category' | 'from' | 'to' | 'halfUnits'>,
) => ({
  ...envelope(`derogation-${changes.category}`),
  kind: 'derogation' as const,
  pupil,
  startYear: 2026,
  classes: [first.id],
  document: 'Prot. 1204/2026',
  ...changes,
});

const delegate = (pupil: PersonId, name: string): Delegate => ({
  ...envelope(`delegate-${name}`),
  kind: 'delegate',
  pupil,
  class: first.id,
  name,
  document: 'Carta d’identità CA00000AA',
  from: BEGINS,
});

const bus = (pupil: PersonId): StandingAuthorisation => ({
  ...envelope('bus'),
  kind: 'standingAuthorisation',
  pupil,
  class: first.id,
  item: 'late',
  minutes: 10,
  weekdays: [2, 4],
  from: BEGINS,
  to: day('2027-06-05'),
  reason: 'Corriera da Fidenza',
});

/** Who is who at the school, as its office has written it down. */
export function whoRecords(): readonly RegisterRecord[] {
  const [one, two, three] = pupils;
  if (!one || !two || !three) throw new Error('The first class has pupils');
  return [
    appointment(
      { role: 'coordinator', person: ME, class: first.id },
      { from: BEGINS, to: day('2027-08-31') },
    ),
    appointment(
      { role: 'secretary', person: COLLEAGUE, class: first.id },
      { from: BEGINS, to: day('2027-08-31') },
    ),
    appointment({ role: 'staff', person: COLLEAGUE }, { from: BEGINS }),
    appointment(
      { role: 'coordinator', person: COLLEAGUE, class: second.id },
      { from: BEGINS, to: day('2026-10-31') },
    ),
    appointment({ role: 'coordinator', person: ME, class: second.id }, { from: day('2026-12-01') }),
    group('FRA', 'Francese'),
    group('SPA', 'Spagnolo'),
    ...pupils.slice(0, 12).map((pupil, index) => {
      const code = index % 2 === 0 ? 'FRA' : 'SPA';
      const id = groupMembershipId(pupil.id, first.id, code, BEGINS);
      const kind = 'groupMembership' as const;
      return { ...envelope(id), kind, pupil: pupil.id, class: first.id, group: code, from: BEGINS };
    }),
    ...pupils.slice(2).map((pupil, index) => {
      const id = religionChoiceId(pupil.id, first.id, BEGINS);
      const choice = RELIGION_CHOICES[index % 7] ?? 'attending';
      const kind = 'religionChoice' as const;
      return { ...envelope(id), kind, pupil: pupil.id, class: first.id, choice, from: BEGINS };
    }),
    derogation(one.id, { category: 'therapies', halfUnits: 120 }),
    declared(one.id, { subject: toSubjectId('matematica') }),
    declared(three.id, {
      source: 'careSchool',
      place: 'Scuola in ospedale, Policlinico di Modena',
      from: day('2026-10-12'),
      to: day('2026-10-30'),
      absentHalfUnits: 4,
      heldHalfUnits: 36,
      document: 'Prot. 2418/2026',
    }),
    derogation(two.id, { category: 'sport', from: day('2026-10-05'), to: day('2026-10-07') }),
    {
      ...envelope(guardian),
      id: guardian,
      kind: 'person',
      type: 'guardian',
      surname: one.surname,
      givenName: 'Carla',
      roles: [],
      classes: [first.id],
    },
    {
      ...envelope(personalDataId(guardian)),
      kind: 'personalData',
      person: guardian,
      personType: 'guardian',
      emails: [],
      phones: [],
      children: [{ pupil: one.id, guardian: 'first' }],
    },
    {
      ...envelope(guardianshipId(guardian, one.id, BEGINS)),
      kind: 'guardianship',
      guardian,
      pupil: one.id,
      rights: 'readOnly',
      from: BEGINS,
      document: 'Prot. 88/2026',
    },
    delegate(one.id, 'Verdi Paola'),
    delegate(three.id, 'Öztürk Mehmet'),
    bus(two.id),
  ];
}
