import { toSchoolId, type ClassId, type LocalDate, type PersonId } from '../../domain/base/ids.ts';
import { classId } from '../../domain/kinds/class/record.ts';
import type { SchoolYear } from '../../domain/kinds/school-year/record.ts';
import { schoolYearId } from '../../domain/kinds/school-year/record.ts';
import { lessonDays } from '../../domain/school/calendar.ts';
import { createSeeded, type Seeded } from './seeded.ts';

/** Code of the school of all benchmarks. */
export const SCHOOL = toSchoolId('BNCH0001');
/** Instant at which the server's clock starts: after a morning at the end of the year, so that the whole year has been taught. */
export const SERVER_START = '2027-06-07T12:10:00.000Z';
/** The day of that instant: a Monday with lessons. */
export const TODAY = '2027-06-07' as LocalDate;
/** When everything was recorded that is there before a benchmark begins. */
export const RECORDED_AT = Date.parse('2026-09-01T08:00:00.000Z');

/** How large a school is wanted; each teacher is the list of the classes (by number) taught. */
export interface SchoolSize {
  readonly classes: number;
  readonly pupilsPerClass: number;
  readonly teachers: readonly (readonly number[])[];
}

/** A class with its pupils. */
export interface BenchClass {
  readonly id: ClassId;
  readonly number: number;
  readonly pupils: readonly PersonId[];
}

/** A teacher with an account. */
export interface BenchTeacher {
  readonly person: PersonId;
  readonly username: string;
  readonly classes: readonly BenchClass[];
}

/** The outline of a school: who is where. The records follow from it. */
export interface BenchSchool {
  readonly year: SchoolYear;
  /** The lesson days that lie behind. */
  readonly days: readonly LocalDate[];
  readonly classes: readonly BenchClass[];
  readonly teachers: readonly BenchTeacher[];
  readonly office: PersonId;
}

/** Password of every account of the benchmarks' school. */
export const PASSWORD = 'benchmark-only-0001';

/** Lays out a school; the same size gives the same school in every process. */
export function createBenchSchool(size: SchoolSize): BenchSchool {
  const seeded = createSeeded(1);
  const office = seeded.person(RECORDED_AT);
  const year = schoolYear(seeded, office);
  const classes = Array.from({ length: size.classes }, (_, number) => ({
    id: classId(2026, 'upperSecondary', className(number)),
    number,
    pupils: Array.from({ length: size.pupilsPerClass }, () => seeded.person(RECORDED_AT)),
  }));
  const teachers = size.teachers.map((taught, index) => ({
    person: seeded.person(RECORDED_AT),
    username: `BNCH0001.${index + 1}`,
    classes: classes.filter(({ number }) => taught.includes(number)),
  }));
  const days = lessonDays(year).filter((day) => day < TODAY);
  return { year, days, classes, teachers, office };
}

/** Year of course and section of the class of a number: 1A to 5A, then 1B and so on. */
export function className(number: number): string {
  return `${(number % 5) + 1}${sectionOf(number)}`;
}

/** Section of the class of a number: one letter, or two when the alphabet is used up. */
export function sectionOf(number: number): string {
  const section = Math.floor(number / 5);
  const letter = (index: number) => String.fromCharCode(65 + index);
  return section < 26 ? letter(section) : letter(Math.floor(section / 26) - 1) + letter(section % 26);
}

function schoolYear(seeded: Seeded, office: PersonId): SchoolYear {
  // The casts: literal days of the calendar, in the form that the brand stands for.
  const day = (text: string) => text as LocalDate;
  return {
    id: schoolYearId(2026),
    kind: 'schoolYear',
    school: SCHOOL,
    author: office,
    entry: seeded.entry(RECORDED_AT),
    recordedAt: new Date(RECORDED_AT).toISOString() as SchoolYear['recordedAt'],
    startYear: 2026,
    lessonsFrom: day('2026-09-14'),
    lessonsTo: day('2027-06-08'),
    periods: [
      { name: 'Primo quadrimestre', from: day('2026-09-14'), to: day('2027-01-31') },
      { name: 'Secondo quadrimestre', from: day('2027-02-01'), to: day('2027-06-08') },
    ],
    restDays: [6],
    closures: [
      { name: 'Vacanze di Natale', from: day('2026-12-23'), to: day('2027-01-05') },
      { name: 'Vacanze di Pasqua', from: day('2027-03-25'), to: day('2027-03-30') },
    ],
  };
}
