import { toClassId, toPersonId, type LocalDate, type PersonId } from '../../../domain/base/ids.ts';
import { assignmentId } from '../../../domain/kinds/assignment/record.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { timetableEntryId } from '../../../domain/kinds/timetable-entry/record.ts';
import { at, bell, envelope, lastYear, makeClass, ME, nextEntry, SCHOOL, subjects } from './demo-class.ts';

const BEGAN = lastYear.lessonsFrom;
const ENDED = '2026-08-31' as LocalDate;
/** The last day of lessons of 2025/26: Saturdays are free. */
const LAST = '2026-06-05' as LocalDate;
const [maths] = subjects;

const old: SchoolClass = {
  ...makeClass(2, 'B'),
  ...envelope('2025.LS.2B'),
  id: toClassId('2025.LS.2B'),
  startYear: 2025,
};

const PUPILS: readonly (readonly [string, string])[] = [
  ['Accorsi', 'Diletta'],
  ['Montorsi', 'Enea'],
  ['Zagnoli', 'Ludovica'],
];

/** 2B of the year before, which left with it: mine in mathematics, with the two hours of its last day. */
export function lastYearRecords(): readonly RegisterRecord[] {
  const people = PUPILS.map(([surname, givenName], position) => ({
    ...envelope(`old-${position}`),
    id: toPersonId(`old-${position}`),
    kind: 'person' as const,
    type: 'pupil' as const,
    surname,
    givenName,
    roles: [],
    classes: [old.id],
  }));
  const [absent] = people;
  return [
    old,
    ...people,
    ...people.map(({ id: pupil }) => {
      const id = enrolmentId(pupil, old.id, BEGAN);
      return {
        ...envelope(id),
        id,
        kind: 'enrolment' as const,
        pupil,
        class: old.id,
        from: BEGAN,
        to: ENDED,
      };
    }),
    {
      ...envelope(assignmentId(ME, old.id, maths.id)),
      kind: 'assignment',
      teacher: ME,
      class: old.id,
      subject: maths.id,
      type: 'ordinary',
      from: BEGAN,
      to: ENDED,
    },
    {
      ...envelope('bells of 2025'),
      kind: 'bellScheme',
      name: 'Mattina',
      validFrom: BEGAN,
      validTo: ENDED,
      weekdays: [1, 2, 3, 4, 5],
      levels: [],
      hours: [...bell],
    },
    ...[1, 2, 3, 4, 5].flatMap((weekday) => [1, 2].map((hour) => cell(weekday, hour))),
    lesson(1, 'Le equazioni di primo grado', 'Esercizi dal libro'),
    lesson(2, 'I polinomi', ''),
    ...(absent ? [absence(absent.id)] : []),
  ];
}

function cell(weekday: number, hour: number): RegisterRecord {
  return {
    ...envelope(timetableEntryId(old.id, weekday, hour, BEGAN)),
    kind: 'timetableEntry',
    class: old.id,
    weekday,
    hour,
    subject: maths.id,
    teachers: [ME],
    validFrom: BEGAN,
    validTo: ENDED,
  };
}

function written(id: string) {
  const recordedAt = at('08:30', LAST);
  return { id, school: SCHOOL, author: ME, entry: nextEntry(), recordedAt, receivedAt: recordedAt };
}

function lesson(hour: number, topic: string, activity: string): RegisterRecord {
  const base = written(lessonId(LAST, hour, old.id));
  return {
    ...base,
    kind: 'lesson',
    day: LAST,
    hour,
    class: old.id,
    subject: maths.id,
    signatures: [{ teacher: ME, type: 'ordinary', subject: maths.id, signedAt: base.recordedAt }],
    topic,
    activity,
    rollCall: { by: ME, at: base.recordedAt },
  };
}

function absence(pupil: PersonId): RegisterRecord {
  const base = written(attendanceDayId(LAST, pupil));
  return {
    ...base,
    kind: 'attendanceDay',
    day: LAST,
    class: old.id,
    pupil,
    events: [{ kind: 'absent', hour: 1, by: ME, at: base.recordedAt }],
  };
}
