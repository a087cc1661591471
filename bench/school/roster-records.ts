import {
  toInstant,
  toSubjectId,
  type LocalDate,
  type LocalTime,
  type PersonId,
  type SubjectId,
} from '../../domain/base/ids.ts';
import { assignmentId } from '../../domain/kinds/assignment/record.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { enrolmentId } from '../../domain/kinds/enrolment/record.ts';
import { DEFAULT_POLICIES, SCHOOL_RECORD_ID } from '../../domain/kinds/school/record.ts';
import { timetableEntryId } from '../../domain/kinds/timetable-entry/record.ts';
import { RECORDED_AT, SCHOOL, sectionOf, type BenchClass, type BenchSchool } from './bench-school.ts';
import { createSeeded } from './seeded.ts';

/** The one subject that is taught; what it is called changes no figure. */
export const SUBJECT: SubjectId = toSubjectId('storia');

const HOURS = [1, 2, 3, 4, 5, 6];
const WEEKDAYS = [1, 2, 3, 4, 5];

/** Settings, roster and timetable of a school, as its office would have written them. */
export function rosterRecords(school: BenchSchool): readonly RegisterRecord[] {
  const seeded = createSeeded(2);
  const { lessonsFrom, lessonsTo } = school.year;
  const envelope = (id: string) => ({
    id,
    school: SCHOOL,
    author: school.office,
    entry: seeded.entry(RECORDED_AT),
    recordedAt: toInstant(RECORDED_AT),
  });
  const person = (id: PersonId, name: string) => ({
    ...envelope(id),
    id,
    kind: 'person' as const,
    surname: `Cognome ${name}`,
    givenName: 'Nome',
  });
  const staff = [
    { ...person(school.office, 'segreteria'), type: 'staff', roles: ['office'], classes: [] } as const,
    ...school.teachers.map(
      (teacher) =>
        ({
          ...person(teacher.person, teacher.username),
          type: 'staff',
          roles: ['teacher'],
          classes: [],
        }) as const,
    ),
  ];
  const assignments = school.teachers.flatMap((teacher) =>
    teacher.classes.map(
      (schoolClass) =>
        ({
          ...envelope(assignmentId(teacher.person, schoolClass.id, SUBJECT)),
          kind: 'assignment',
          teacher: teacher.person,
          class: schoolClass.id,
          subject: SUBJECT,
          type: 'ordinary',
          from: lessonsFrom,
        }) as const,
    ),
  );
  const ofClass = (schoolClass: BenchClass): readonly RegisterRecord[] => [
    {
      ...envelope(schoolClass.id),
      id: schoolClass.id,
      kind: 'class',
      startYear: 2026,
      level: 'upperSecondary',
      year: (schoolClass.number % 5) + 1,
      section: sectionOf(schoolClass.number),
    },
    ...schoolClass.pupils.flatMap((pupil, index): readonly RegisterRecord[] => [
      {
        ...person(pupil, `${schoolClass.number} ${index}`),
        type: 'pupil',
        birthDate: '2011-05-14' as LocalDate,
        roles: [],
        classes: [schoolClass.id],
      },
      {
        ...envelope(enrolmentId(pupil, schoolClass.id, lessonsFrom)),
        kind: 'enrolment',
        pupil,
        class: schoolClass.id,
        from: lessonsFrom,
      },
    ]),
    ...timetable(school, schoolClass, { lessonsFrom, lessonsTo }, envelope),
  ];
  return [
    {
      ...envelope(SCHOOL_RECORD_ID),
      kind: 'school',
      name: 'Liceo di prova',
      ministryCode: '',
      levels: ['upperSecondary'],
      city: 'Torino',
      address: '',
      phone: '',
      email: '',
      policies: DEFAULT_POLICIES,
    },
    school.year,
    { ...envelope(SUBJECT), id: SUBJECT, kind: 'subject', name: 'Storia', shortName: 'STO' },
    bells(envelope('bells'), { lessonsFrom, lessonsTo }),
    ...staff,
    ...school.classes.flatMap(ofClass),
    ...assignments,
  ];
}

type Envelope = Pick<RegisterRecord, 'school' | 'author' | 'entry' | 'recordedAt'> & { readonly id: string };
type Span = Pick<BenchSchool['year'], 'lessonsFrom' | 'lessonsTo'>;

function bells(envelope: Envelope, span: Span): RegisterRecord {
  const time = (hour: number) => `${String(7 + hour).padStart(2, '0')}:00` as LocalTime;
  return {
    ...envelope,
    kind: 'bellScheme',
    name: 'Orario unico',
    validFrom: span.lessonsFrom,
    validTo: span.lessonsTo,
    weekdays: WEEKDAYS,
    levels: [],
    hours: HOURS.map((hour) => ({ hour, start: time(hour), end: time(hour + 1), halfUnits: 2 })),
  };
}

function timetable(
  school: BenchSchool,
  schoolClass: BenchClass,
  span: Span,
  envelope: (id: string) => Envelope,
): readonly RegisterRecord[] {
  const teacher = school.teachers.find(({ classes }) => classes.includes(schoolClass));
  if (!teacher) return [];
  return WEEKDAYS.flatMap((weekday) =>
    HOURS.map((hour) => ({
      ...envelope(timetableEntryId(schoolClass.id, weekday, hour, span.lessonsFrom)),
      kind: 'timetableEntry' as const,
      class: schoolClass.id,
      weekday,
      hour,
      subject: SUBJECT,
      teachers: [teacher.person],
      validFrom: span.lessonsFrom,
      validTo: span.lessonsTo,
    })),
  );
}
