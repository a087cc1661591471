import {
  toClassId,
  toEntryId,
  toPersonId,
  toSchoolId,
  toSubjectId,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../base/ids.ts';
import type { AttendanceDay, AttendanceEvent } from '../kinds/attendance-day/record.ts';
import { attendanceDayId } from '../kinds/attendance-day/record.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import type { Lesson } from '../kinds/lesson/record.ts';
import { lessonId } from '../kinds/lesson/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';

/** Small hand-made records for tests of rules and decisions: one class, two teachers, one pupil. */
export const sample = {
  school: toSchoolId('MORE0001'),
  class: toClassId('2026.LS.1A'),
  otherClass: toClassId('2026.LS.1B'),
  bianchi: toPersonId('teacher-bianchi'),
  neri: toPersonId('teacher-neri'),
  pupil: toPersonId('pupil-rossi'),
  maths: toSubjectId('matematica'),
  day: '2026-11-23' as LocalDate,
  morning: '2026-11-23T07:10:00.000Z' as Instant,
  evening: '2026-11-23T19:00:00.000Z' as Instant,
} as const;

/** The lesson hours of a morning of 60-minute units. */
export const sampleHours: readonly BellHour[] = [
  bellHour(1, '08:00', '09:00'),
  bellHour(2, '09:00', '10:00'),
  bellHour(3, '10:00', '11:00'),
];

/** A bell hour of one whole unit. */
export function bellHour(hour: number, start: string, end: string, halfUnits = 2): BellHour {
  return { hour, start: start as LocalTime, end: end as LocalTime, halfUnits };
}

/** A school year 2026/27 with two periods, a bridge and Saturdays free. */
export const sampleYear: SchoolYear = {
  id: 'year.2026',
  kind: 'schoolYear',
  school: sample.school,
  author: toPersonId('office'),
  entry: toEntryId('00000000-0000-7000-8000-000000000001'),
  recordedAt: '2026-08-20T08:00:00.000Z' as Instant,
  startYear: 2026,
  lessonsFrom: '2026-09-14' as LocalDate,
  lessonsTo: '2027-06-08' as LocalDate,
  periods: [
    { name: 'Primo quadrimestre', from: '2026-09-14' as LocalDate, to: '2027-01-31' as LocalDate },
    { name: 'Secondo quadrimestre', from: '2027-02-01' as LocalDate, to: '2027-06-08' as LocalDate },
  ],
  restDays: [6],
  closures: [{ name: 'Ponte', from: '2026-12-07' as LocalDate, to: '2026-12-07' as LocalDate }],
  patronSaint: '01-31',
};

let entries = 0;

/** A fresh entry identifier. */
export function sampleEntry() {
  entries += 1;
  return toEntryId(`00000000-0000-7000-8000-${String(entries).padStart(12, '0')}`);
}

/** A lesson of the sample class. */
export function sampleLesson(changes: Partial<Lesson> = {}): Lesson {
  const day = changes.day ?? sample.day;
  const hour = changes.hour ?? 1;
  const schoolClass = changes.class ?? sample.class;
  return {
    id: lessonId(day, hour, schoolClass),
    kind: 'lesson',
    school: sample.school,
    author: sample.bianchi,
    entry: sampleEntry(),
    recordedAt: sample.morning,
    day,
    hour,
    class: schoolClass,
    signatures: [],
    topic: '',
    activity: '',
    ...changes,
  };
}

/** A day of the sample pupil. */
export function sampleAttendance(changes: Partial<AttendanceDay> = {}): AttendanceDay {
  const day = changes.day ?? sample.day;
  const pupil = changes.pupil ?? sample.pupil;
  return {
    id: attendanceDayId(day, pupil),
    kind: 'attendanceDay',
    school: sample.school,
    author: sample.bianchi,
    entry: sampleEntry(),
    recordedAt: sample.morning,
    day,
    class: sample.class,
    pupil,
    events: [],
    ...changes,
  };
}

/** One event of a pupil's day. */
export function sampleEvent(
  kind: AttendanceEvent['kind'],
  time?: string,
  hour = 1,
  by = sample.bianchi,
): AttendanceEvent {
  return { kind, hour, by, at: sample.morning, ...(time === undefined ? {} : { time: time as LocalTime }) };
}
