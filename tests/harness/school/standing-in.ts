import { toPersonId, type LocalDate, type LocalTime, type PersonId } from '../../../domain/base/ids.ts';
import { classMovementId, type ClassMovement } from '../../../domain/kinds/class-movement/record.ts';
import { nameListId, type NameList } from '../../../domain/kinds/name-list/record.ts';
import { permitId, type Permit } from '../../../domain/kinds/permit/record.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { substitutionId, type Substitution } from '../../../domain/kinds/substitution/record.ts';
import { timetableEntryId, type TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import {
  at,
  classes,
  COLLEAGUE,
  DAY,
  envelope,
  makeClass,
  ME,
  nextEntry,
  pupilsOf,
  SCHOOL,
  subjects,
} from './demo-class.ts';

const [first, second] = classes;
const [, , italian] = subjects;
const BEGINS = '2026-09-14' as LocalDate;
const ENDS = '2027-06-05' as LocalDate;
const EVENING = '2026-11-22' as LocalDate;
const PARENT = toPersonId('parent-of-somebody');
const PRINCIPAL = toPersonId('principal');
const HOUR = 4;
const PUPILS = 22;
const time = (text: string) => text as LocalTime;

/** A class of the school in which I do not teach. */
const foreign = makeClass(2, 'D');

/** The names in it, all that a device of mine knows of them. */
const nameList: NameList = {
  ...envelope(nameListId(foreign.id)),
  kind: 'nameList',
  class: foreign.id,
  pupils: (pupilsOf.get(second.id) ?? []).slice(0, PUPILS).map(({ surname, givenName }, index) => ({
    id: toPersonId(`foreign-${index}`),
    surname,
    givenName,
  })),
};

const cell: TimetableEntry = {
  ...envelope(timetableEntryId(foreign.id, 1, HOUR, BEGINS)),
  kind: 'timetableEntry',
  class: foreign.id,
  weekday: 1,
  hour: HOUR,
  subject: italian.id,
  teachers: [COLLEAGUE],
  room: 'Aula 21',
  validFrom: BEGINS,
  validTo: ENDS,
};

const substitution: Substitution = {
  ...version(PRINCIPAL, '18:10', EVENING),
  id: substitutionId(DAY, HOUR, foreign.id, ME),
  kind: 'substitution',
  day: DAY,
  hour: HOUR,
  class: foreign.id,
  teacher: ME,
  replaces: COLLEAGUE,
  origin: 'office',
};

function permit(index: number, move: Permit['move'], clock: string, decision?: 'grant'): Permit {
  const pupil = pupilAt(index);
  const ask = { id: `ask-${index}`, by: PARENT, at: at('15:20', EVENING) };
  return {
    ...version(decision === undefined ? PARENT : PRINCIPAL, '18:20', EVENING),
    id: permitId(DAY, pupil, move),
    kind: 'permit',
    day: DAY,
    move,
    class: first.id,
    pupil,
    acts: [
      { ...ask, act: 'ask', time: time(clock), reason: 'health' },
      ...(decision === undefined
        ? []
        : [
            {
              id: `answer-${index}`,
              act: decision,
              by: PRINCIPAL,
              at: at('18:20', EVENING),
              answers: ask.id,
            },
          ]),
    ],
  };
}

function elsewhere(
  index: number,
  what: Pick<PresenceElsewhere, 'elsewhereType' | 'during' | 'whereabouts'>,
): PresenceElsewhere {
  return {
    ...version(PRINCIPAL, '12:30', EVENING),
    id: `elsewhere-${index}`,
    kind: 'presenceElsewhere',
    day: DAY,
    class: first.id,
    pupil: pupilAt(index),
    ...what,
  };
}

/** The whole of another class leaves an hour early. */
const movement: ClassMovement = {
  ...version(PRINCIPAL, '12:40', EVENING),
  id: classMovementId(DAY, second.id),
  kind: 'classMovement',
  day: DAY,
  class: second.id,
  expected: { to: time('12:50') },
  movementReason: 'Assemblea sindacale del personale',
};

/**
 * A day on which I stand in for a colleague in a class that is not mine, and which the school has arranged in part: permits that were granted
 * and one that waits, pupils of the first class who are elsewhere, a class that goes home early.
 */
export function standingInRecords(): readonly RegisterRecord[] {
  const rehearsal = { start: time('08:55'), end: time('10:45') };
  return [
    foreign,
    nameList,
    cell,
    substitution,
    permit(6, 'entry', '09:50', 'grant'),
    permit(9, 'exit', '12:50', 'grant'),
    permit(14, 'exit', '13:00'),
    ...[17, 20].map((index) =>
      elsewhere(index, {
        elsewhereType: 'activityInside',
        during: rehearsal,
        whereabouts: 'Aula magna: laboratorio teatrale',
      }),
    ),
    elsewhere(25, {
      elsewhereType: 'activityOutside',
      during: {},
      whereabouts: 'Campestre provinciale, con accompagnatore',
    }),
    movement,
  ];
}

function pupilAt(index: number): PersonId {
  return pupilsOf.get(first.id)?.[index]?.id ?? toPersonId('nobody');
}

function version(author: PersonId, clock: string, day: LocalDate) {
  return { school: SCHOOL, author, entry: nextEntry(), recordedAt: at(clock, day) };
}
