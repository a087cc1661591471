import { toPersonId, type LocalTime, type PersonId } from '../../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../../domain/base/local-date.ts';
import { sortEvents } from '../../../domain/kinds/attendance-day/attendance-state.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { lessonId, type Lesson, type Signature } from '../../../domain/kinds/lesson/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Scenario } from '../scenario.ts';
import {
  at,
  bell,
  classes,
  COLLEAGUE,
  DAY,
  ME,
  nextEntry,
  pupilsOf,
  SCHOOL,
  subjects,
} from './demo-class.ts';
import { gradedRecords } from './grades/graded.ts';
import { justifiedRecords } from './justified.ts';
import { timetable } from './roster.ts';
import { warnedRecords } from './warned.ts';

type Events = readonly Omit<AttendanceEvent, 'by' | 'at'>[];

/** How many days before the day of the harness the register was kept. */
const DAYS_KEPT = 14;
/** Hours of the days before that their teacher has not signed. */
const FORGOTTEN: ReadonlySet<string> = new Set([
  '2026-11-18.1.2026.LS.3B',
  '2026-11-19.3.2026.LS.2C',
  '2026-11-20.2.2026.LS.1A',
]);
/** What was done in the days before, by subject. */
const TOPICS: Readonly<Record<string, string>> = {
  matematica: 'Multipli e divisori: il minimo comune multiplo con la scomposizione in fattori primi',
  scienze: 'La cellula: struttura e funzioni',
};
const [maths] = subjects;
const [first, , third] = classes;
/** Claims to have written something before the device is known to have written what came earlier. */
const backdated = {
  mark: { claimed: at('07:55'), after: at('08:06') },
  lesson: { claimed: at('08:40'), after: at('08:57') },
};

/** A pupil of the first class, by the place in its list. */
export function pupilOfFirst(index: number): PersonId {
  return pupilsOf.get(first.id)?.[index]?.id ?? toPersonId('nobody');
}

/** The day of a pupil of the first class, marked by one person at one time. */
export function attendance(index: number, events: Events, by = COLLEAGUE, clock = '08:06'): AttendanceDay {
  const pupil = pupilOfFirst(index);
  return {
    id: attendanceDayId(DAY, pupil),
    school: SCHOOL,
    author: by,
    entry: nextEntry(),
    recordedAt: at(clock),
    kind: 'attendanceDay',
    day: DAY,
    class: first.id,
    pupil,
    events: [...sortEvents(events.map((event) => ({ ...event, by, at: at(clock) })))],
  };
}

/** A lesson of the day. */
export function lesson(
  hour: number,
  { id: schoolClass }: SchoolClass,
  over: Partial<Lesson>,
  day = DAY,
): Lesson {
  return {
    id: lessonId(day, hour, schoolClass),
    school: SCHOOL,
    author: ME,
    entry: nextEntry(),
    recordedAt: at('08:12', day),
    kind: 'lesson',
    day,
    hour,
    class: schoolClass,
    signatures: [],
    topic: '',
    activity: '',
    ...over,
  };
}

/** A signature on a lesson of the day. */
export function signature(teacher: PersonId, clock: string, type: Signature['type'] = 'ordinary'): Signature {
  return { teacher, type, signedAt: at(clock) };
}

/** The clock time of an event. */
export function time(text: string): LocalTime {
  return text as LocalTime;
}

/** What has arrived at the school, before the device of the harness is switched on. */
export function writtenRecords(scenario: Pick<Scenario, 'name'>): readonly RegisterRecord[] {
  const { name } = scenario;
  const isRestored = name === 'restored';
  const days = [
    attendance(2, [{ kind: 'absent', hour: 1 }]),
    attendance(11, [{ kind: 'entry', hour: 1, time: time('08:07') }]),
    isRestored
      ? { ...attendance(1, [{ kind: 'absent', hour: 1 }]), backdated: backdated.mark }
      : attendance(21, [{ kind: 'absent', hour: 1 }]),
    attendance(26, [
      { kind: 'outOfClass', hour: 1 },
      { kind: 'outOfClass', hour: 2 },
    ]),
    ...(hasUnsent(scenario) ? [] : lateMarks()),
    ...(name === 'eventful' ? eventful() : []),
  ];
  const more =
    name === 'justify' || name === 'justifyFrozen'
      ? justifiedRecords()
      : name === 'warned'
        ? warnedRecords()
        : gradedRecords(scenario);
  const lessons = [
    ...keptLessons(),
    lesson(1, third, {
      signatures: [{ ...signature(ME, '08:03'), subject: maths.id }],
      rollCall: { by: ME, at: at('08:05') },
      topic: 'Equazioni di primo grado',
    }),
    lesson(1, first, { author: COLLEAGUE, rollCall: { by: COLLEAGUE, at: at('08:06') } }),
    ...(isRestored
      ? [
          lesson(2, first, {
            recordedAt: at('08:57'),
            signatures: [signature(ME, '08:57')],
            topic: 'Frazioni equivalenti',
            backdated: backdated.lesson,
          }),
        ]
      : []),
    ...(name === 'busy'
      ? [
          lesson(2, first, {
            author: COLLEAGUE,
            recordedAt: at('08:57'),
            signatures: [signature(COLLEAGUE, '08:57', 'coTeaching')],
          }),
        ]
      : []),
  ];
  // A later record of a pupil's day stands in the place of an earlier one.
  return [...new Map([...days, ...lessons, ...more].map((record) => [record.id, record])).values()];
}

/** Marks of the second hour, by one of its teachers. */
export function lateMarks(by = COLLEAGUE, clock = '08:06'): readonly AttendanceDay[] {
  return [
    attendance(16, [{ kind: 'entry', hour: 2, time: time('09:05') }], by, clock),
    attendance(24, [{ kind: 'exit', hour: 2, time: time('09:30') }], by, clock),
  ];
}

/** Whether what the teacher wrote today has not arrived at the school. */
export function hasUnsent({ name }: Pick<Scenario, 'name'>): boolean {
  return name === 'offline' || name === 'busy';
}

/** The lessons of the days before, as the teacher of the harness has kept them. */
function keptLessons(): readonly Lesson[] {
  const days = Array.from({ length: DAYS_KEPT }, (_each, back) => addDays(DAY, back - DAYS_KEPT));
  return days.flatMap((day) =>
    timetable
      .filter(({ weekday, teachers }) => weekday === weekdayOf(day) && teachers.includes(ME))
      .flatMap(({ hour, class: id, subject }): Lesson[] => {
        const schoolClass = classes.find((each) => each.id === id) ?? first;
        if (FORGOTTEN.has(lessonId(day, hour, id))) return [];
        // Whoever teaches an hour signs it before it ends.
        const signedAt = at(bell.find((each) => each.hour === hour)?.end ?? '08:55', day);
        const over = {
          recordedAt: signedAt,
          subject,
          topic: TOPICS[subject] ?? '',
          signatures: [{ teacher: ME, type: 'ordinary', subject, signedAt } as const],
          rollCall: { by: ME, at: signedAt },
        };
        return [lesson(hour, schoolClass, over, day)];
      }),
  );
}

/** A day on which several pupils came, went and came back, the longest names among them, as a colleague has marked it. */
function eventful(): readonly AttendanceDay[] {
  const move = (kind: 'entry' | 'exit', hour: number, clock: string) => ({ kind, hour, time: time(clock) });
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
