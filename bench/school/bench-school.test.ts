import { kindOf } from '../../domain/kinds/registry.ts';
import { describe, expect, it } from 'vitest';
import { recordValidator } from '../../sync-server/register/batch/record-validators.ts';
import { serverSchool, PUSHERS } from '../load/server-school.ts';
import { attendanceDay } from './attendance-days.ts';
import { rosterRecords } from './roster-records.ts';
import { createSeeded } from './seeded.ts';
import { teacherYear } from './teacher-year.ts';
import { yearSchool } from './year-school.ts';

describe('the school of the benchmarks', () => {
  it('is the same in every process', () => {
    expect(yearSchool()).toEqual(yearSchool());
    const [one, two] = [createSeeded(5), createSeeded(5)];
    expect([one.next(), one.entry(0)]).toEqual([two.next(), two.entry(0)]);
  });

  it('has only records that the server accepts, each once', () => {
    const school = yearSchool();
    const [teacher] = school.teachers;
    if (!teacher) throw new Error('No teacher');
    const records = [...rosterRecords(school), ...teacherYear(school, teacher)];
    const validate = recordValidator();
    const refused = records.filter((record) => !validate(kindOf(record).collection, record).ok);
    expect(refused).toEqual([]);
    expect(new Set(records.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(records.length);
    expect(records.length).toBeGreaterThan(16_000);
  });

  it('has 20,000 days of pupils for each teacher who pushes, all on lesson days that are past', () => {
    const school = serverSchool();
    const pusher = school.teachers[PUSHERS.batch1000];
    const pupils = pusher?.classes.flatMap((schoolClass) => schoolClass.pupils) ?? [];
    expect(pupils.length * school.days.length).toBeGreaterThanOrEqual(20_000);
    const [schoolClass] = pusher?.classes ?? [];
    const [day] = school.days;
    if (!pusher || !schoolClass || day === undefined || !schoolClass.pupils[0]) throw new Error('Empty');
    const record = attendanceDay(createSeeded(1), { schoolClass, day }, schoolClass.pupils[0], pusher.person);
    expect(recordValidator()('attendance', record).ok).toBe(true);
  });
});
