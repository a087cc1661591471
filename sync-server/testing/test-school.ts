import {
  toEntryId,
  toPersonId,
  toSchoolId,
  type ClassId,
  type Instant,
  type LocalDate,
  type PersonId,
  type SchoolId,
} from '../../domain/base/ids.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { assignmentId, type Assignment } from '../../domain/kinds/assignment/record.ts';
import type { BellScheme } from '../../domain/kinds/bell-scheme/record.ts';
import { classId, type SchoolClass } from '../../domain/kinds/class/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { enrolmentId, type Enrolment } from '../../domain/kinds/enrolment/record.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import type { StaffRole } from '../../domain/access/staff-role.ts';
import { personalDataId, type PersonalData } from '../../domain/kinds/personal-data/record.ts';
import { schoolYearId, type SchoolYear } from '../../domain/kinds/school-year/record.ts';
import { DEFAULT_POLICIES, SCHOOL_RECORD_ID, type School } from '../../domain/kinds/school/record.ts';
import { subjectId, type Subject } from '../../domain/kinds/subject/record.ts';
import { timetableEntryId, type TimetableEntry } from '../../domain/kinds/timetable-entry/record.ts';

/** The moment at which tests live: a Monday morning in lesson time. */
export const TEST_NOW = Date.parse('2026-11-23T09:30:00.000Z');
/** The day of {@link TEST_NOW}. */
export const TODAY = '2026-11-23' as LocalDate;
/** The school of the tests. */
export const SCHOOL = toSchoolId('TEST0001');
/** Its classes; `1A` and `1B` are taught by different teachers. */
export const CLASS_A = classId(2026, 'lowerSecondary', '1A');
export const CLASS_B = classId(2026, 'lowerSecondary', '1B');
/** Its staff. */
export const STAFF = {
  anna: toPersonId('staff-anna'),
  bruno: toPersonId('staff-bruno'),
  carla: toPersonId('staff-carla'),
  office: toPersonId('staff-office'),
  principal: toPersonId('staff-principal'),
  ata: toPersonId('staff-ata'),
} as const;
/** Name of a member of the tests' staff. */
export type StaffName = keyof typeof STAFF;

let entries = 0;

/** A fresh entry identifier. */
export function nextEntry() {
  entries += 1;
  return toEntryId(`00000000-0000-7000-8000-${String(entries).padStart(12, '0')}`);
}

/** The envelope of a record written by the office long ago. */
export function envelope<Id extends string>(id: Id, school: SchoolId = SCHOOL) {
  const recordedAt = '2026-09-01T08:00:00.000Z' as Instant;
  return { id, school, author: STAFF.office, entry: nextEntry(), recordedAt };
}

/** Pupil number `n` of a class. */
export function pupilOf(schoolClass: ClassId, n: number): PersonId {
  return toPersonId(`pupil-${schoolClass}-${n}`);
}

/** The records of a small school: two classes of `pupils` each; Anna and Carla teach 1A, Bruno teaches 1B. */
export function schoolRecords(pupils = 3, school: SchoolId = SCHOOL): readonly RegisterRecord[] {
  const people = [CLASS_A, CLASS_B].flatMap((schoolClass) =>
    Array.from({ length: pupils }, (_, index) =>
      pupilRecords(schoolClass, pupilOf(schoolClass, index + 1)),
    ).flat(),
  );
  const records: RegisterRecord[] = [
    ...settings(),
    classRecord(CLASS_A, 'A'),
    classRecord(CLASS_B, 'B'),
    ...['Matematica', 'Storia'].map(subjectRecord),
    staffRecord(STAFF.anna, 'Anna', ['teacher']),
    staffRecord(STAFF.bruno, 'Bruno', ['teacher']),
    staffRecord(STAFF.carla, 'Carla', ['teacher']),
    staffRecord(STAFF.office, 'Olga', ['office']),
    staffRecord(STAFF.principal, 'Pia', ['principal']),
    staffRecord(STAFF.ata, 'Aldo', ['ata']),
    assignmentRecord(STAFF.anna, CLASS_A, 'Matematica'),
    assignmentRecord(STAFF.carla, CLASS_A, 'Storia'),
    assignmentRecord(STAFF.bruno, CLASS_B, 'Matematica'),
    timetableRecord(CLASS_A, STAFF.anna),
    ...people,
  ];
  return records.map((record) => ({ ...record, school }));
}

function settings(): readonly RegisterRecord[] {
  const school: School = {
    ...envelope(SCHOOL_RECORD_ID),
    kind: 'school',
    name: 'Scuola di prova',
    ministryCode: '',
    levels: ['lowerSecondary'],
    city: 'Modena',
    address: '',
    phone: '',
    email: '',
    policies: DEFAULT_POLICIES,
  };
  const day = (text: string) => text as LocalDate;
  const year: SchoolYear = {
    ...envelope(schoolYearId(2026)),
    kind: 'schoolYear',
    startYear: 2026,
    lessonsFrom: day('2026-09-15'),
    lessonsTo: day('2027-06-05'),
    periods: [{ name: 'Anno', from: day('2026-09-15'), to: day('2027-06-05') }],
    restDays: [],
    closures: [],
  };
  const hours = Array.from({ length: 6 }, (_, index) => ({
    hour: index + 1,
    start: `${String(8 + index).padStart(2, '0')}:00`,
    end: `${String(9 + index).padStart(2, '0')}:00`,
    halfUnits: 2,
  })) as unknown as BellScheme['hours'];
  const bell: BellScheme = {
    ...envelope('bell'),
    kind: 'bellScheme',
    name: 'Orario',
    validFrom: day('2026-09-01'),
    validTo: day('2027-08-31'),
    weekdays: [1, 2, 3, 4, 5, 6],
    levels: [],
    hours,
  };
  return [school, year, bell];
}

/** A class record. */
export function classRecord(id: ClassId, section: string, startYear = 2026): SchoolClass {
  return { ...envelope(id), kind: 'class', startYear, level: 'lowerSecondary', year: 1, section };
}

function subjectRecord(name: string): Subject {
  return { ...envelope(subjectId(name)), kind: 'subject', name, shortName: name.slice(0, 3) };
}

/** A member of staff. */
export function staffRecord(id: PersonId, givenName: string, roles: readonly StaffRole[]): Person {
  return { ...envelope(id), kind: 'person', type: 'staff', surname: 'Prova', givenName, roles, classes: [] };
}

/** A teaching assignment from September on. */
export function assignmentRecord(
  teacher: PersonId,
  schoolClass: ClassId,
  subject: string,
  to?: LocalDate,
): Assignment {
  return {
    ...envelope(assignmentId(teacher, schoolClass, subjectId(subject))),
    kind: 'assignment',
    teacher,
    class: schoolClass,
    subject: subjectId(subject),
    type: 'ordinary',
    from: '2026-09-01' as LocalDate,
    ...(to === undefined ? {} : { to }),
  };
}

/** The hour of class A, taught by several from now on. */
export function taughtTogether(...teachers: readonly PersonId[]): TimetableEntry {
  return timetableRecord(CLASS_A, ...teachers);
}

/** The second hour of a class on Mondays. */
export function timetableRecord(schoolClass: ClassId, ...teachers: readonly PersonId[]): TimetableEntry {
  const validFrom = '2026-09-01' as LocalDate;
  return {
    ...envelope(timetableEntryId(schoolClass, 1, 2, validFrom)),
    kind: 'timetableEntry',
    class: schoolClass,
    weekday: 1,
    hour: 2,
    subject: subjectId('Matematica'),
    teachers,
    validFrom,
    validTo: addDays(validFrom, 280),
  };
}

/** What the office writes when a pupil changes class today: the old enrolment ends with yesterday, and the pupil is in both classes. */
export function movedPupil(
  pupil: PersonId,
  from: ClassId,
  to: ClassId,
  recordedAt: Instant,
): readonly RegisterRecord[] {
  const [person, enrolment] = pupilRecords(from, pupil);
  return [
    { ...(person as Person), classes: [from, to] },
    { ...(enrolment as Enrolment), to: addDays(TODAY, -1), recordedAt },
    {
      ...envelope(enrolmentId(pupil, to, TODAY)),
      recordedAt,
      kind: 'enrolment',
      pupil,
      class: to,
      from: TODAY,
    },
  ];
}

/** A pupil with enrolment and personal data. */
export function pupilRecords(schoolClass: ClassId, pupil: PersonId): readonly RegisterRecord[] {
  const person: Person = {
    ...envelope(pupil),
    kind: 'person',
    type: 'pupil',
    surname: 'Alunno',
    givenName: pupil,
    roles: [],
    classes: [schoolClass],
  };
  const from = '2026-09-15' as LocalDate;
  const enrolment: Enrolment = {
    ...envelope(enrolmentId(pupil, schoolClass, from)),
    kind: 'enrolment',
    pupil,
    class: schoolClass,
    from,
  };
  const data: PersonalData = {
    ...envelope(personalDataId(pupil)),
    kind: 'personalData',
    person: pupil,
    emails: [],
    phones: [],
    children: [],
  };
  return [person, enrolment, data];
}
