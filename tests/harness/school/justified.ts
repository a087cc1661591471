import { toPersonId, type LocalDate, type LocalTime, type PersonId } from '../../../domain/base/ids.ts';
import type { AttendanceDay, AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import {
  justificationId,
  type Justification,
  type JustificationAct,
} from '../../../domain/kinds/justification/record.ts';
import { permitId, type Permit } from '../../../domain/kinds/permit/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { fromElsewhere } from './from-elsewhere.ts';
import { at, classes, COLLEAGUE, DAY, ME, nextEntry, pupilsOf, SCHOOL } from './demo-class.ts';

const PARENT = toPersonId('parent-of-somebody');
const day = (text: string) => text as LocalDate;
const [first, , third] = classes;

/** What the pupils of two classes have to justify: groups and single days, with a reason, without, rejected and validated. */
export function justifiedRecords(): readonly RegisterRecord[] {
  return [...ofClass(third), ...ofClass(first), ...comings(), ...fromElsewhere()];
}

/** Permits of the day, one of them for this hour, somebody who may collect a pupil, and one who comes by bus. */
function comings(): readonly RegisterRecord[] {
  const pupil = (index: number): PersonId => pupilsOf.get(first.id)?.[index]?.id ?? toPersonId('nobody');
  const permit = (index: number, move: Permit['move'], clock: string, collector?: string): Permit => ({
    ...version('2026-11-22', '15:30', ME),
    id: permitId(DAY, pupil(index), move),
    kind: 'permit',
    day: DAY,
    move,
    class: first.id,
    pupil: pupil(index),
    acts: [
      {
        id: `asked-${index}`,
        act: 'ask',
        by: PARENT,
        at: at('15:00', day('2026-11-22')),
        time: clock as LocalTime,
        reason: 'health',
        ...(collector === undefined ? {} : { collector }),
      },
      {
        id: `granted-${index}`,
        act: 'grant',
        by: COLLEAGUE,
        at: at('15:30', day('2026-11-22')),
        answers: `asked-${index}`,
      },
    ],
  });
  const span = { from: day('2026-09-14'), to: day('2027-06-05') };
  return [
    permit(14, 'entry', '09:00'),
    permit(12, 'exit', '12:50', 'delegate-aunt'),
    {
      ...version('2026-09-14', '09:00', ME),
      id: 'delegate-aunt',
      kind: 'delegate',
      pupil: pupil(12),
      class: first.id,
      name: 'Gualtieri Paola',
      document: 'carta d’identità CA12345AB',
      ...span,
    },
    {
      ...version('2026-09-14', '09:00', ME),
      id: 'bus',
      kind: 'standingAuthorisation',
      pupil: pupil(19),
      class: first.id,
      item: 'late',
      minutes: 10,
      weekdays: [1, 4],
      ...span,
      reason: 'corriera',
    },
  ];
}

function ofClass({ id: schoolClass }: SchoolClass): readonly RegisterRecord[] {
  const pupil = (index: number): PersonId => pupilsOf.get(schoolClass)?.[index]?.id ?? toPersonId('nobody');
  const marked = (index: number, on: string, events: readonly Partial<AttendanceEvent>[]): AttendanceDay => ({
    ...version(on, '08:10', COLLEAGUE),
    id: attendanceDayId(day(on), pupil(index)),
    kind: 'attendanceDay',
    day: day(on),
    class: schoolClass,
    pupil: pupil(index),
    events: events.map((event) => ({
      kind: 'absent',
      hour: 1,
      by: COLLEAGUE,
      at: at('08:10', day(on)),
      ...event,
    })),
  });
  const absent = (index: number, ...days: readonly string[]) => days.map((each) => marked(index, each, [{}]));
  const justified = (
    index: number,
    on: string,
    ...acts: readonly Pick<JustificationAct, 'act'>[]
  ): Justification => ({
    ...version('2026-11-20', '18:30', PARENT),
    id: justificationId(day(on), pupil(index)),
    kind: 'justification',
    day: day(on),
    class: schoolClass,
    pupil: pupil(index),
    acts: acts.map((act, place) => ({
      item: 'absence',
      id: `act-${on}-${index}-${place}`,
      by: PARENT,
      at: at(`1${8 + place}:30`, day('2026-11-20')),
      ...act,
    })),
  });
  /** One reason, sent in the evening of the last day. */
  const sent = (text?: string) => ({
    act: 'send' as const,
    reason: 'health' as const,
    ...(text === undefined ? {} : { text }),
  });
  return [
    ...absent(2, '2026-11-18', '2026-11-19', '2026-11-20', DAY),
    ...['2026-11-18', '2026-11-19', '2026-11-20'].map((on) => justified(2, on, sent())),
    ...absent(4, '2026-11-19', '2026-11-20'),
    ...['2026-11-19', '2026-11-20'].map((on) =>
      justified(4, on, sent('Visita di controllo all’ospedale, con accompagnatore per tutta la giornata')),
    ),
    ...absent(6, '2026-11-16'),
    marked(7, '2026-11-20', [{ kind: 'entry', time: '08:31' as LocalTime }]),
    marked(9, DAY, [{ kind: 'entry', time: '08:22' as LocalTime }]),
    ...absent(10, '2026-11-17'),
    justified(10, '2026-11-17', sent('Famiglia'), {
      act: 'reject' as const,
      by: COLLEAGUE,
      text: 'Il motivo indicato non riguarda questo giorno',
      answers: 'act-2026-11-17-10-0',
    } as JustificationAct),
    ...absent(12, '2026-11-12'),
    justified(12, '2026-11-12', sent(), {
      act: 'validate' as const,
      by: ME,
      answers: 'act-2026-11-12-12-0',
    } as JustificationAct),
  ];
}

function version(on: string, clock: string, author: PersonId) {
  const recordedAt = at(clock, day(on));
  return { school: SCHOOL, author, entry: nextEntry(), recordedAt };
}
