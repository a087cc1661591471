import { firstValueFrom, of } from 'rxjs';
import { expect, test } from 'vitest';
import { toInstant, toPersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { kindOf, kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { sample, sampleLesson } from '../../../domain/testing/sample.ts';
import { fits, type Criteria } from '../../data/live-queries.ts';
import type { LocalRecords } from '../../data/local-records.ts';
import { recordsOfKind } from '../../data/records-of-kind.ts';
import { schoolFacts } from '../../data/school/school-facts.ts';
import { teacherIdentity } from '../../data/testing/injected-device.ts';
import { teacherDay } from './teacher-day.ts';

const [assignment] = kinds.assignment.samples;
const [enrolment] = kinds.enrolment.samples;
const [schoolClass] = kinds.class.samples;
const [entry] = kinds.timetableEntry.samples;
const own = { class: sample.class, teacher: sample.bianchi };
const other = { ...own, class: sample.otherClass };

/** A school in which Bianchi has the first hour of Mondays in 1A, and teaches in 1B too, where a colleague has it. */
const school: readonly RegisterRecord[] = [
  kinds.school.samples[0],
  kinds.schoolYear.samples[0],
  { ...schoolClass, id: sample.class },
  { ...schoolClass, id: sample.otherClass, section: 'B' },
  kinds.subject.samples[0],
  kinds.bellScheme.samples[0],
  { ...assignment, ...own },
  { ...assignment, ...other, id: 'in 1B' },
  { ...entry, class: sample.class, teachers: [sample.bianchi] },
  { ...entry, id: 'of 1B', class: sample.otherClass, teachers: [sample.neri] },
];
const identity = { ...teacherIdentity('anna'), person: sample.bianchi };
const noon = toInstant(Date.parse('2026-11-23T12:00:00+01:00'));
const lastMonday = addDays(sample.day, -7);

async function shown(...written: readonly RegisterRecord[]) {
  const asked: (readonly [string, Criteria])[] = [];
  const all = [...new Map([...school, ...written].map((one) => [one.id, one])).values()];
  const records = {
    find(name: string, criteria: Criteria) {
      if (name === 'lessons' || name === 'attendance') asked.push([name, criteria]);
      return of(all.filter((one) => kindOf(one).collection === name && fits(one, criteria)));
    },
  } as unknown as LocalRecords;
  const facts$ = schoolFacts(records, identity);
  const register = { records: { find: recordsOfKind(records), facts$ }, now: () => noon };
  return { asked, ...(await firstValueFrom(teacherDay(register as never, sample.day))) };
}

test('of other classes nothing is read but the lessons of the day itself', async () => {
  const elsewhere = { ...enrolment, id: 'in 1B', pupil: toPersonId('pupil-of-1b'), class: sample.otherClass };
  const { asked } = await shown(enrolment, elsewhere);
  const lessons = asked.flatMap(([name, criteria]) => (name === 'lessons' ? [criteria] : []));
  const keys = [sample.day, lastMonday, addDays(sample.day, -14)].flatMap((day) =>
    [undefined, 'alternative', 'assistedStudy'].map((group) => lessonId(day, 1, sample.class, group)),
  );
  expect(lessons).toEqual([{ day: { from: sample.day, to: sample.day } }, { id: keys }]);
  const attendance = asked.flatMap(([name, criteria]) =>
    name === 'attendance' && 'id' in criteria ? [criteria] : [],
  );
  const byDay = asked.filter(([name, criteria]) => name === 'attendance' && 'day' in criteria);
  expect(byDay).toEqual([]);
  expect(attendance).toEqual([{ id: [attendanceDayId(sample.day, enrolment.pupil)] }]);
});

test('an hour of the days before waits for my signature until it has it, also in the lesson of a group', async () => {
  const days = async (...written: readonly RegisterRecord[]) =>
    (await shown(...written)).unsigned.map(({ planned }) => planned.day);
  expect(await days()).toEqual([addDays(sample.day, -14), lastMonday]);
  const signatures = [{ teacher: sample.bianchi, type: 'ordinary', signedAt: sample.morning }] as const;
  const of = { day: lastMonday, hour: 1, class: sample.class, signatures };
  expect(await days(sampleLesson({ ...of, id: lessonId(lastMonday, 1, sample.class) }))).toHaveLength(1);
  const id = lessonId(lastMonday, 1, sample.class, 'alternative');
  expect(await days(sampleLesson({ ...of, id, group: 'alternative' }))).toHaveLength(1);
});

test('D202: a pupil who has changed class is counted, though the day stands in the other one', async () => {
  const moved = { pupil: sample.pupil, from: sample.day };
  const before = { ...enrolment, pupil: sample.pupil, class: sample.otherClass, to: addDays(sample.day, -1) };
  const now = { ...enrolment, ...moved, id: enrolmentId(sample.pupil, sample.class, sample.day) };
  const absent = {
    ...kinds.attendanceDay.samples[0],
    id: attendanceDayId(sample.day, sample.pupil),
    day: sample.day,
    class: sample.otherClass,
    pupil: sample.pupil,
    events: [{ kind: 'absent', hour: 1, by: sample.neri, at: sample.morning }],
  } as const;
  const { hours } = await shown({ ...before, id: 'in 1B before' }, { ...now, class: sample.class }, absent);
  expect(hours).toMatchObject([{ absent: 1, enrolled: 1 }]);
});
