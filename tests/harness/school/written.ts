import { toEntryId, toInstant, toPersonId, type Instant, type LocalTime } from '../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/kinds/attendance-day/record.ts';
import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import { lessonId, type Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { SyncStatus } from '../../../renderer/data/register.ts';
import { classes, COLLEAGUE, DAY, ME, pupilsOf, SCHOOL } from './demo-class.ts';
import type { Scenario } from '../scenario.ts';

/** Everything the harness's register holds; replaced as a whole on every write. */
export interface MemoryState {
  readonly lessons: ReadonlyMap<string, Lesson>;
  readonly attendance: ReadonlyMap<string, AttendanceDay>;
  readonly waiting: readonly JournalEntry[];
}

const at = (clock: string): Instant => toInstant(Date.parse(`${DAY}T${clock}:00+01:00`));
const entryOf = (number: number) => toEntryId(`00000000-0000-7000-9000-${String(number).padStart(12, '0')}`);
const [first, , third] = classes;

function pupilOfFirst(index: number) {
  return pupilsOf.get(first.id)?.[index]?.id ?? toPersonId('nobody');
}

function attendance(
  index: number,
  events: readonly Omit<AttendanceEvent, 'by' | 'at'>[],
  sent = true,
): AttendanceDay {
  const pupil = pupilOfFirst(index);
  return {
    id: attendanceDayId(DAY, pupil),
    school: SCHOOL,
    author: COLLEAGUE,
    entry: entryOf(100 + index),
    recordedAt: at('08:06'),
    ...(sent ? { receivedAt: at('08:07') } : {}),
    kind: 'attendanceDay',
    day: DAY,
    class: first.id,
    pupil,
    events: events.map((event) => ({ ...event, by: COLLEAGUE, at: at('08:06') })),
  };
}

function lesson(hour: number, schoolClass: typeof first, over: Partial<Lesson>): Lesson {
  return {
    id: lessonId(DAY, hour, schoolClass.id),
    school: SCHOOL,
    author: ME,
    entry: entryOf(200 + hour),
    recordedAt: at('08:12'),
    receivedAt: at('08:13'),
    kind: 'lesson',
    day: DAY,
    hour,
    class: schoolClass.id,
    signatures: [],
    topic: '',
    activity: '',
    ...over,
  };
}

/** What the register holds when the harness opens. */
export function seed(scenario: Scenario): MemoryState {
  const backdated = { claimed: at('07:55'), after: at('08:12') };
  const days = [
    attendance(2, [{ kind: 'absent', hour: 1 }]),
    attendance(11, [{ kind: 'entry', hour: 1, time: '08:07' as LocalTime }]),
    attendance(16, [{ kind: 'entry', hour: 2, time: '09:05' as LocalTime }], false),
    scenario.name === 'restored'
      ? { ...attendance(1, [{ kind: 'absent', hour: 1 }]), backdated }
      : attendance(21, [{ kind: 'absent', hour: 1 }]),
    attendance(24, [{ kind: 'exit', hour: 2, time: '09:30' as LocalTime }], false),
    attendance(26, [
      { kind: 'outOfClass', hour: 1 },
      { kind: 'outOfClass', hour: 2 },
    ]),
  ];
  if (scenario.name === 'eventful') days.push(...eventful());
  const lessons = [
    lesson(1, third, {
      signatures: [{ teacher: ME, type: 'ordinary', signedAt: at('08:03') }],
      rollCall: { by: ME, at: at('08:05') },
      topic: 'Equazioni di primo grado',
    }),
    lesson(1, first, { rollCall: { by: COLLEAGUE, at: at('08:06') } }),
    ...(scenario.name === 'restored'
      ? [
          lesson(2, first, {
            signatures: [{ teacher: ME, type: 'ordinary', signedAt: at('08:12') }],
            topic: 'Frazioni equivalenti',
            backdated,
          }),
        ]
      : []),
    ...(scenario.name === 'busy'
      ? [
          lesson(2, first, {
            signatures: [
              { teacher: ME, type: 'ordinary', signedAt: at('08:56') },
              { teacher: COLLEAGUE, type: 'coTeaching', signedAt: at('08:57') },
            ],
            rollCall: { by: ME, at: at('08:58') },
            topic: 'Frazioni equivalenti e riduzione ai minimi termini',
            activity: 'Esercizi 12–20 a pagina 84, correzione alla lavagna',
          }),
        ]
      : []),
  ];
  const waiting: readonly JournalEntry[] =
    scenario.waiting !== undefined
      ? manyWaiting(scenario.waiting)
      : scenario.name === 'offline' || scenario.name === 'busy'
        ? [
            journal(
              'attendance',
              attendance(24, [{ kind: 'exit', hour: 2, time: '09:30' as LocalTime }], false),
            ),
            journal(
              'attendance',
              attendance(16, [{ kind: 'entry', hour: 2, time: '09:05' as LocalTime }], false),
            ),
            journal(
              'lessons',
              lesson(2, first, { topic: 'Frazioni equivalenti', rollCall: { by: ME, at: at('08:58') } }),
            ),
            journal(
              'lessons',
              lesson(1, third, { signatures: [{ teacher: ME, type: 'ordinary', signedAt: at('08:03') }] }),
            ),
          ]
        : [];
  return {
    lessons: new Map(lessons.map((each) => [each.id, each])),
    attendance: new Map(days.map((each) => [each.id, each])),
    waiting,
  };
}

/** A day on which several pupils came, went and came back, the longest names among them, as a colleague has marked it. */
function eventful(): readonly AttendanceDay[] {
  const move = (kind: 'entry' | 'exit', hour: number, time: string) => ({
    kind,
    hour,
    time: time as LocalTime,
  });
  const twice = [
    move('entry', 1, '08:20'),
    move('exit', 2, '09:00'),
    move('entry', 2, '09:10'),
    move('exit', 2, '09:20'),
    move('exit', 4, '11:20'),
  ];
  return [0, 3, 4, 5, 8, 11, 16].map((index) =>
    attendance(index, index % 2 === 0 ? twice : [{ kind: 'absent', hour: 1 }, move('entry', 2, '09:05')]),
  );
}

/** What a teacher writes on days without network, newest first. */
function manyWaiting(count: number): readonly JournalEntry[] {
  return Array.from({ length: count }, (_each, index) => {
    const number = count - index;
    const entry = entryOf(1000 + number);
    const recordedAt = toInstant(Date.parse(at('08:50')) - index * 7 * 60_000);
    const record =
      number % 5 === 0
        ? lesson(1 + (number % 5), third, { topic: `Equazioni e disequazioni, esercizio ${number}` })
        : attendance(number % 28, [
            number % 3 === 0
              ? { kind: 'entry', hour: 1, time: '08:19' as LocalTime }
              : { kind: 'absent', hour: 1 },
          ]);
    return journal(record.kind === 'lesson' ? 'lessons' : 'attendance', { ...record, entry, recordedAt });
  });
}

function journal(collection: JournalEntry['collection'], record: JournalEntry['record']): JournalEntry {
  return { entry: record.entry, collection, record, assumed: null };
}

const GONE = toPersonId('gone');
const PARKED = [
  `attendance/${attendanceDayId(DAY, pupilOfFirst(8))}`,
  `lessons/${lessonId(DAY, 2, first.id)}`,
  'roster/person.unknown',
];

/** The state of synchronisation of a scenario, apart from what waits. */
export function trouble(scenario: Scenario): SyncStatus {
  const calm: SyncStatus = {
    connection: scenario.ended ? 'signInNeeded' : scenario.name === 'offline' ? 'offline' : 'online',
    syncing: false,
    lastSyncAt: at('08:52'),
    waiting: [],
    refused: [],
    conflicts: [],
    updateRequired: false,
    diskFull: false,
    parked: [],
  };
  if (scenario.name === 'full') return { ...calm, diskFull: true };
  if (scenario.name === 'restored')
    return { ...calm, restored: { state: 'looked', sentAgain: 3, ofColleagues: 1 } };
  if (scenario.name === 'first') return { ...calm, initial: { received: 4210 }, syncing: true };
  if (scenario.name === 'trouble')
    return { ...calm, connection: 'signInNeeded', diskFull: true, updateRequired: true, parked: PARKED };
  if (scenario.name !== 'busy') return calm;
  return {
    ...calm,
    refused: [
      {
        ...journal('attendance', attendance(5, [{ kind: 'absent', hour: 1 }], false)),
        refusal: { reason: 'notEnrolled', refusedAt: at('08:50') },
      },
      {
        // A mark taken back, of somebody whose data have left this computer.
        ...journal('attendance', {
          ...attendance(6, [], false),
          id: attendanceDayId(DAY, GONE),
          pupil: GONE,
          entry: entryOf(150),
        }),
        assumed: attendance(6, [{ kind: 'absent', hour: 2 }]),
        refusal: { reason: 'forbidden', refusedAt: at('08:52') },
      },
      {
        ...journal('lessons', lesson(3, third, { topic: 'Ripasso' })),
        refusal: { reason: 'windowClosed', refusedAt: at('08:51') },
      },
    ],
    conflicts: [
      notice(1, 'events', '[]', '[{"kind":"entry","time":"08:20","hour":1,"by":"x","at":"x"}]'),
      notice(2, 'topic', '"Frazioni equivalenti"', '"Frazioni: somma e differenza"'),
      { ...notice(3, 'signatures', '[{}]', '[{}]'), keptAuthor: ME, otherClass: third.id, hour: 2 },
    ],
  };
}

function notice(number: number, field: string, lost: string, kept: string): ConflictNotice {
  const pupil = pupilOfFirst(8);
  return {
    id: `notice.${number}`,
    school: SCHOOL,
    author: COLLEAGUE,
    entry: entryOf(300 + number),
    recordedAt: at('08:50'),
    kind: 'conflictNotice',
    addressee: ME,
    recordKind: field === 'events' ? 'attendanceDay' : 'lesson',
    recordCollection: field === 'events' ? 'attendance' : 'lessons',
    record: 'x',
    class: first.id,
    day: DAY,
    hour: 1,
    ...(field === 'events' ? { pupil } : {}),
    field,
    lost,
    kept,
    keptAuthor: COLLEAGUE,
    lostRecordedAt: at('08:05'),
    keptRecordedAt: at('08:21'),
    seen: false,
  };
}
