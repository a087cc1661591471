import { readScope } from '../../domain/access/bucket.ts';
import { bucketsOf } from '../../domain/entries/buckets-of.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { teacherGrades } from './course-grades.ts';
import { createBenchSchool, SCHOOL, type BenchSchool, type BenchTeacher } from './bench-school.ts';
import { rosterRecords, SUBJECT } from './roster-records.ts';
import { createSeeded } from './seeded.ts';
import { teacherYear } from './teacher-year.ts';

/** Whose device it is: a teacher of one class, of six, of ten. */
export const TEACHERS_BY_CLASSES = {
  six: [0, 1, 2, 3, 4, 5],
  one: [6],
  ten: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
} as const;
/** Name of one of them. */
export type TeacherName = keyof typeof TEACHERS_BY_CLASSES;

/** In each of its classes. */
export const PUPILS = 30;
const CLASSES = 24;
const [FIRST_SEED, FIRST_SEED_OF_GRADES] = [11, 21];

/** A school of 24 classes; its last teacher has the hours that the others leave. */
export function pagesSchool(): BenchSchool {
  return createBenchSchool({
    classes: CLASSES,
    pupilsPerClass: PUPILS,
    teachers: [...Object.values(TEACHERS_BY_CLASSES), []],
  });
}

/** A teacher of the school by name. */
export function teacherNamed(school: BenchSchool, name: TeacherName): BenchTeacher {
  const teacher = school.teachers[Object.keys(TEACHERS_BY_CLASSES).indexOf(name)];
  if (!teacher) throw new Error('No teacher');
  return teacher;
}

/** Its roster, with a week in which nobody is in two classes at once: the hours of a teacher go round the classes. */
export function pagesRoster(school: BenchSchool): readonly RegisterRecord[] {
  const colleague = school.teachers.at(-1);
  const turns = new Map(
    school.teachers.flatMap(({ person, classes }) =>
      classes.map(({ id }, turn) => [id, { person, turn, of: classes.length }] as const),
    ),
  );
  return rosterRecords(school).map((record) => {
    if (record.kind !== 'timetableEntry' || !colleague) return record;
    const own = turns.get(record.class);
    const isOwn = own && (record.weekday * 6 + record.hour) % own.of === own.turn;
    return isOwn ? record : { ...record, teachers: [colleague.person] };
  });
}

/** What the classes of a teacher have written in a year, their grades too. */
export function pagesYear(school: BenchSchool, name: TeacherName): readonly RegisterRecord[] {
  const index = Object.keys(TEACHERS_BY_CLASSES).indexOf(name);
  const teacher = teacherNamed(school, name);
  return [
    ...teacherYear(school, teacher, FIRST_SEED + index),
    ...teacherGrades(school, teacher, FIRST_SEED_OF_GRADES + index),
  ];
}

/** How many of these records a teacher's device receives, with the name lists that the server makes of each class of the year. */
export function readBy(school: BenchSchool, name: TeacherName, records: readonly RegisterRecord[]): number {
  const { person, classes } = teacherNamed(school, name);
  const scope = new Set(
    readScope({
      school: SCHOOL,
      person,
      roles: ['teacher'],
      classes: classes.map(({ id }) => id),
      courses: classes.map(({ id }) => ({ class: id, subject: SUBJECT })),
    }),
  );
  const read = records.filter((record) => bucketsOf(record).some((bucket) => scope.has(bucket)));
  return read.length + school.classes.length;
}

/** The same records a year earlier, with the same people in the classes of then. */
export function yearBefore(records: readonly RegisterRecord[]): readonly RegisterRecord[] {
  const seeded = createSeeded(7);
  return records.flatMap((record): readonly RegisterRecord[] => {
    if (record.kind === 'school' || record.kind === 'person' || record.kind === 'subject') return [];
    const text = JSON.stringify(record)
      .replaceAll(/\b(202[67])(?=-\d\d-\d\d)/g, (year) => String(Number(year) - 1))
      .replaceAll(/\b2026(?=\.US\.)/g, '2025')
      .replaceAll('year.2026', 'year.2025')
      .replaceAll('"startYear":2026', '"startYear":2025');
    // The cast: the same record with other days.
    const earlier = JSON.parse(text) as RegisterRecord;
    const id = earlier.kind === 'bellScheme' ? `${earlier.id}.2025` : earlier.id;
    return [{ ...earlier, id, entry: seeded.entry(Date.parse(earlier.recordedAt)) } as RegisterRecord];
  });
}
