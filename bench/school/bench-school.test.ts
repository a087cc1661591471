import { kindOf } from '../../domain/kinds/registry.ts';
import { describe, expect, it } from 'vitest';
import { recordValidator } from '../../sync-server/register/batch/record-validators.ts';
import { serverSchool, PUSHERS } from '../load/server-school.ts';
import { isAssessment } from '../../domain/kinds/assessment/record.ts';
import { attendanceDay } from './attendance-days.ts';
import { emptyColumns, LARGE_COURSE, teacherGrades } from './course-grades.ts';
import { pagesSchool } from './pages-school.ts';
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

  it('has grades that the server accepts, each once, and 60 columns in the first course of a teacher', () => {
    const school = pagesSchool();
    const [teacher] = school.teachers;
    if (!teacher) throw new Error('No teacher');
    const records = teacherGrades(school, teacher, 1);
    const validate = recordValidator();
    expect(records.filter((record) => !validate('grades', record).ok)).toEqual([]);
    expect(new Set(records.map(({ kind, id }) => `${kind}/${id}`)).size).toBe(records.length);
    const columns = records.filter((one) => isAssessment(one) && one.class === teacher.classes[0]?.id);
    expect(columns).toHaveLength(LARGE_COURSE.columns);
    const filled = new Set(records.flatMap((one) => (one.kind === 'grade' ? [one.assessment] : [])));
    expect(columns.filter(({ id }) => !filled.has(id)).map(({ id }) => id)).toEqual(emptyColumns(teacher));
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
