import {
  toEntryId,
  toInstant,
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
import { lessonId, type Lesson } from '../../domain/kinds/lesson/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import type { HeldElsewhere } from '../storage/contract/devices.ts';
import { CLASS_A, nextEntry, SCHOOL, STAFF, TEST_NOW, TODAY } from './test-school.ts';

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
