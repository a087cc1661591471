import {
  toEntryId,
  toInstant,
  toPersonId,
  type ClassId,
  type Instant,
  type LocalDate,
  type LocalTime,
  type PersonId,
} from '../../domain/base/ids.ts';
import {
  attendanceDayId,
  type AttendanceDay,
  type AttendanceEvent,
} from '../../domain/kinds/attendance-day/record.ts';
import type { Delegate } from '../../domain/kinds/delegate/record.ts';
import { permitId, type Permit } from '../../domain/kinds/permit/record.ts';
import type { StandingAuthorisation } from '../../domain/kinds/standing-authorisation/record.ts';
import { lessonId, type Lesson } from '../../domain/kinds/lesson/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import type { HeldElsewhere } from '../storage/contract/devices.ts';
import { CLASS_A, envelope, nextEntry, SCHOOL, STAFF, TEST_NOW, TODAY } from './test-school.ts';

/** The instant of a clock time (UTC) on the tests' day. */
export function at(time: string, day: LocalDate = TODAY): Instant {
  return `${day}T${time}:00.000Z` as Instant;
}

/** A new lesson of 1A signed by nobody. */
export function lesson(author: PersonId, changes: Partial<Lesson> = {}): Lesson {
  const { day = TODAY, hour = 1, class: schoolClass = CLASS_A } = changes;
  return {
    id: lessonId(day, hour, schoolClass, changes.group),
    school: SCHOOL,
    author,
    entry: nextEntry(),
    kind: 'lesson',
    recordedAt: at('08:30'),
    day,
    hour,
    class: schoolClass,
    signatures: [],
    topic: '',
    activity: '',
    ...changes,
  };
}

/** A teacher's ordinary signature. */
export function signature(teacher: PersonId, subject = 'Matematica'): Lesson['signatures'][number] {
  return { teacher, type: 'ordinary', subject: subjectId(subject), signedAt: at('08:30') };
}

/** A pupil's day with events. */
export function attendance(
  author: PersonId,
  pupil: PersonId,
  events: AttendanceDay['events'],
  schoolClass: ClassId = CLASS_A,
  day: LocalDate = TODAY,
): AttendanceDay {
  return {
    id: attendanceDayId(day, pupil),
    school: SCHOOL,
    author,
    entry: nextEntry(),
    kind: 'attendanceDay',
    recordedAt: at('08:30'),
    day,
    class: schoolClass,
    pupil,
    events,
  };
}

/** An event marked by somebody in an hour. */
export function event(
  kind: AttendanceEvent['kind'],
  by: PersonId,
  { hour = 1, time }: { readonly hour?: number; readonly time?: string } = {},
): AttendanceEvent {
  const clock = time === undefined ? {} : { time: time as LocalTime };
  return { kind, hour, ...clock, by, at: at('08:30') };
}

/** The next version of a record. */
export function edited<R extends { readonly entry: Lesson['entry'] }>(record: R, changes: Partial<R>): R {
  return { ...record, entry: nextEntry(), ...changes };
}

/** A place of a store put back, as Anna's device reports it: an entry of Carla's that the store has not. */
export function heldPlace(number: number, changes: Partial<HeldElsewhere> = {}): HeldElsewhere {
  return {
    kind: 'lesson',
    id: `lesson-${number}`,
    entry: toEntryId(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`),
    reporter: STAFF.anna,
    device: 'PC',
    author: STAFF.carla,
    class: CLASS_A,
    day: TODAY,
    recordedAt: toInstant(TEST_NOW - 600_000),
    reportedAt: TEST_NOW,
    ...changes,
  };
}

const YEAR = { from: '2026-09-15' as LocalDate, to: '2027-06-05' as LocalDate };

/** A permit to leave at a quarter past nine, granted in the morning. */
export function permitOn(day: LocalDate, pupil: PersonId, schoolClass: ClassId): Permit {
  const asked = { id: 'asked', act: 'ask', by: toPersonId('guardian'), at: at('06:10') } as const;
  const granted = { id: 'granted', act: 'grant', by: STAFF.principal, at: at('06:40') } as const;
  return {
    ...envelope(permitId(day, pupil, 'exit')),
    kind: 'permit',
    day,
    move: 'exit',
    class: schoolClass,
    pupil,
    acts: [
      { ...asked, time: '09:15' as LocalTime, reason: 'health', collector: `aunt-of-${pupil}` },
      { ...granted, answers: asked.id },
    ],
  };
}

/** A permit of the tests' day, with who may collect the pupil, and a leave to be late all year. */
export function comingsOf(
  pupil: PersonId,
  schoolClass: ClassId,
): readonly [Permit, Delegate, StandingAuthorisation] {
  const of = { pupil, class: schoolClass, ...YEAR };
  return [
    permitOn(TODAY, pupil, schoolClass),
    {
      ...envelope(`aunt-of-${pupil}`),
      kind: 'delegate',
      ...of,
      name: 'Verdi Paola',
      document: 'Carta d’identità CA00000AA',
    },
    {
      ...envelope(`bus-of-${pupil}`),
      kind: 'standingAuthorisation',
      ...of,
      item: 'late',
      minutes: 10,
      weekdays: [1, 2, 3, 4, 5],
      reason: 'Corriera',
    },
  ];
}
