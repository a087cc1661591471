import type { PersonId } from '../../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../../domain/base/local-date.ts';
import { must } from '../../../domain/base/assert.ts';
import { attendanceDayId, type AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { lessonId, type Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { at, classes, DAY, ME, nextEntry, pupilsOf, SCHOOL, schoolYear, subjects } from './demo-class.ts';

const [, , third] = classes;
const [maths] = subjects;
const HOUR = 1;
const SATURDAY = 6;

/** Hours of absence by surname: of 165 a year, 41.25 may be missed. Of two of one name one has some. */
const ABSENT: readonly (readonly [surname: string, hours: number])[] = [
  ['Bianchi', 20],
  ['Caputo', 21],
  ['Esposito', 31],
  ['Gashi', 38],
  ['Hu', 42],
  ['Rossi', 5],
];

/** The lessons of a class since the first day of the year, and pupils who were absent for a half of the limit, three quarters, nearly all and more (D101). */
export function warnedRecords(): readonly RegisterRecord[] {
  const days: (typeof DAY)[] = [];
  for (let day = schoolYear.lessonsFrom; day < DAY; day = addDays(day, 1))
    if (weekdayOf(day) < SATURDAY) days.push(day);
  return [
    ...days.map(lessonOn),
    ...ABSENT.flatMap(([surname, hours]) => absences(surname, days.slice(0, hours))),
  ];
}

function lessonOn(day: typeof DAY): Lesson {
  const signedAt = at('08:40', day);
  return {
    ...version(day),
    id: lessonId(day, HOUR, third.id),
    kind: 'lesson',
    day,
    hour: HOUR,
    class: third.id,
    subject: maths.id,
    signatures: [{ teacher: ME, type: 'ordinary', subject: maths.id, signedAt }],
    rollCall: { by: ME, at: signedAt },
    topic: 'Equazioni di primo grado',
    activity: '',
  };
}

function absences(surname: string, days: readonly (typeof DAY)[]): readonly AttendanceDay[] {
  const pupil: PersonId = must(
    pupilsOf.get(third.id)?.find((one) => one.surname === surname),
    surname,
  ).id;
  return days.map((day) => ({
    ...version(day),
    id: attendanceDayId(day, pupil),
    kind: 'attendanceDay',
    day,
    class: third.id,
    pupil,
    events: [{ kind: 'absent', hour: HOUR, by: ME, at: at('08:10', day) }],
  }));
}

function version(day: typeof DAY) {
  return { school: SCHOOL, author: ME, entry: nextEntry(), recordedAt: at('08:45', day) };
}
