import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { schoolYearId } from '../../../domain/kinds/school-year/record.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { timetableEntryId } from '../../../domain/kinds/timetable-entry/record.ts';
import { attendance, event, lesson } from '../test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  classRecord,
  envelope,
  pupilOf,
  pupilRecords,
  schoolRecords,
  STAFF,
} from '../test-school.ts';

/** The classes of the school year before that of the tests. */
export const OLD_A = classId(2025, 'lowerSecondary', '1A');
export const OLD_B = classId(2025, 'lowerSecondary', '1B');
/** Its last day of lessons, a Saturday. */
export const LAST_DAY = '2026-06-06' as LocalDate;
/** A pupil of 1A in both years. */
export const OLD_PUPIL = pupilOf(CLASS_A, 1);
/** The Friday before it. */
export const DAY_BEFORE = '2026-06-05' as LocalDate;
/** Its first one. */
export const FIRST_DAY = '2025-09-15' as LocalDate;

/**
 * The year 2025/26 of the test school, closed: Anna taught 1A and Carla 1B; Bruno taught 1A until January, and stood in there on the last
 * day. Anna signed its first hour; a pupil was absent on it and the day before, which nobody has justified.
 */
export function lastYearRecords(): readonly RegisterRecord[] {
  const year: SchoolYear = {
    ...envelope(schoolYearId(2025)),
    kind: 'schoolYear',
    startYear: 2025,
    lessonsFrom: FIRST_DAY,
    lessonsTo: LAST_DAY,
    periods: [{ name: 'Anno', from: FIRST_DAY, to: LAST_DAY }],
    restDays: [],
    closures: [],
    closedOn: '2026-08-31' as LocalDate,
  };
  return [
    year,
    ...schoolRecords()
      .filter((record): record is BellScheme => record.kind === 'bellScheme')
      .map((bell) => ({
        ...bell,
        ...envelope('bell.2025'),
        validFrom: '2025-09-01' as LocalDate,
        validTo: '2026-08-31' as LocalDate,
      })),
    classRecord(OLD_A, 'A', 2025),
    classRecord(OLD_B, 'B', 2025),
    taught(STAFF.anna, OLD_A),
    taught(STAFF.carla, OLD_B),
    { ...taught(STAFF.bruno, OLD_A, 'Storia'), to: '2026-01-31' as LocalDate },
    {
      ...kinds.substitution.samples[0],
      ...envelope('stoodIn'),
      teacher: STAFF.bruno,
      class: OLD_A,
      day: LAST_DAY,
      hour: 1,
    },
    timetabled(),
    ...pupilRecords(CLASS_A, OLD_PUPIL)
      .filter(({ kind }) => kind === 'person')
      .map((person) => ({ ...person, classes: [OLD_A, CLASS_A] }) as RegisterRecord),
    {
      ...envelope(enrolmentId(OLD_PUPIL, OLD_A, FIRST_DAY)),
      kind: 'enrolment',
      pupil: OLD_PUPIL,
      class: OLD_A,
      from: FIRST_DAY,
      to: '2026-08-31' as LocalDate,
    },
    given(STAFF.anna, OLD_A),
    given(STAFF.carla, OLD_B),
    attendance(STAFF.anna, OLD_PUPIL, [event('absent', STAFF.anna)], OLD_A, DAY_BEFORE),
    attendance(STAFF.anna, OLD_PUPIL, [event('absent', STAFF.anna)], OLD_A, LAST_DAY),
  ];
}

function taught(teacher: PersonId, inClass: typeof OLD_A, subject = 'Matematica'): Assignment {
  return { ...assignmentRecord(teacher, inClass, subject), from: '2025-09-01' as LocalDate };
}

function given(teacher: PersonId, inClass: typeof OLD_A): Lesson {
  const signedAt = `${LAST_DAY}T06:30:00.000Z` as Lesson['recordedAt'];
  return lesson(teacher, {
    class: inClass,
    day: LAST_DAY,
    recordedAt: signedAt,
    subject: subjectId('Matematica'),
    signatures: [{ teacher, type: 'ordinary', subject: subjectId('Matematica'), signedAt }],
    topic: 'Le potenze',
    rollCall: { by: teacher, at: signedAt },
  });
}

/** The first hour of 1A on Saturdays. */
function timetabled(): RegisterRecord {
  const validFrom = '2025-09-01' as LocalDate;
  return {
    ...envelope(timetableEntryId(OLD_A, 6, 1, validFrom)),
    kind: 'timetableEntry',
    class: OLD_A,
    weekday: 6,
    hour: 1,
    subject: subjectId('Matematica'),
    teachers: [STAFF.anna],
    validFrom,
    validTo: '2026-08-31' as LocalDate,
  };
}
