import type { Actor } from '../access/actor.ts';
import type { AppointmentRole } from '../access/appointment-role.ts';
import { toPersonId, toSubjectId, type ClassId } from '../base/ids.ts';
import { addDays, localDate } from '../base/local-date.ts';
import type { Appointment } from '../kinds/appointment/record.ts';
import type { Assignment } from '../kinds/assignment/record.ts';
import { byKind, schoolRecordsIn } from '../kinds/by-kind.ts';
import { classId, type SchoolClass } from '../kinds/class/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { schoolView } from '../school/school-view.ts';
import { pastYearActor } from '../school/who/past-year-actor.ts';
import { envelope, person } from './matrix-cast.ts';
import { sample, sampleAttendance, sampleLesson } from './sample.ts';

const [assignment] = kinds.assignment.samples;
const { class: _of, ...appointment } = kinds.appointment.samples[0];
const [schoolClass] = kinds.class.samples;
const [enrolment] = kinds.enrolment.samples;
const [choice] = kinds.religionChoice.samples;
const [derogation] = kinds.derogation.samples;
const [names] = kinds.nameList.samples;
const [subject] = kinds.subject.samples;
const [planned] = kinds.plannedLesson.samples;
const [, , dataOfStaff] = kinds.personalData.samples;

/** The last day of lessons of the school year that is over. */
const lastDay = localDate(2026, 6, 6);
const today = sample.day;
const yearOfThen: SchoolYear = {
  ...kinds.schoolYear.samples[0],
  startYear: 2025,
  lessonsFrom: localDate(2025, 9, 15),
  lessonsTo: lastDay,
  periods: [],
  restDays: [],
  closures: [],
};
/** Its class, which is 2A today. */
const was1A = classId(2025, 'lowerSecondary', '1A');
const was1B = classId(2025, 'lowerSecondary', '1B');
const aDay = localDate(2026, 3, 2);

const teaches = (teacher: string, inClass: ClassId, changes: Partial<Assignment> = {}): Assignment => ({
  ...assignment,
  id: `${teacher}.${inClass}`,
  teacher: toPersonId(teacher),
  class: inClass,
  from: localDate(2025, 9, 1),
  ...changes,
});

/** An appointment in the year that is over, in the one that is under way, or in both. */
const appointed = (
  id: string,
  role: AppointmentRole,
  years: readonly (2025 | 2026)[],
  of: Partial<Appointment> = {},
): readonly Appointment[] =>
  years.map((year) => ({
    ...appointment,
    id: `${role}.${id}.${year}`,
    role,
    person: toPersonId(id),
    from: localDate(year, 9, 1),
    to: localDate(year + 1, 8, 31),
    ...of,
  }));

const ofYear = (id: ClassId, section: string, site: string): SchoolClass => ({
  ...schoolClass,
  id,
  section,
  startYear: 2025,
  site,
});

const view = schoolView(
  schoolRecordsIn(
    byKind([
      ...kinds.school.samples,
      ofYear(was1A, 'A', 'Via Verdi'),
      ofYear(was1B, 'B', 'Via Roma'),
      { ...subject, id: toSubjectId('irc'), special: 'religion' },
      { ...person('head', 'staff'), roles: ['principal'] },
      teaches('teacher', was1A),
      teaches('colleague', was1B),
      teaches('priest', was1A, { subject: toSubjectId('irc') }),
      teaches('leftInJanuary', was1A, { to: localDate(2026, 1, 31) }),
      teaches('leftADayBefore', was1A, { to: addDays(lastDay, -1) }),
      teaches('newTeacher', sample.class, { from: localDate(2026, 9, 1) }),
      teaches('coordinator', was1A),
      ...appointed('coordinator', 'coordinator', [2025], { class: was1A }),
      ...appointed('deputy', 'staff', [2025, 2026], { site: 'Via Verdi' }),
      ...appointed('deputyOfThen', 'staff', [2025]),
      ...appointed('deputyOfNow', 'staff', [2026]),
      ...appointed('movedDeputy', 'staff', [2025], { site: 'Via Verdi' }),
      ...appointed('movedDeputy', 'staff', [2026], { site: 'Via Roma', id: 'moved' }),
      ...appointed('referent', 'specialNeeds', [2025, 2026]),
      ...appointed('referentOfNow', 'specialNeeds', [2026]),
      ...appointed('delegate', 'principal', [2026], { delegatedBy: toPersonId('head') }),
      ...appointed('delegateOfThen', 'principal', [2025], { delegatedBy: toPersonId('head') }),
      ...appointed('students', 'studentOffice', [2026]),
      ...appointed('nowPersonnel', 'studentOffice', [2025]),
      ...appointed('nowPersonnel', 'personnelOffice', [2026]),
      { ...kinds.substitution.samples[0], teacher: toPersonId('standIn'), class: was1A, day: lastDay },
    ]),
  ),
  true,
);

function reader(id: string, roles: Actor['roles'] = ['teacher']): Actor {
  return pastYearActor(
    view,
    { school: envelope.school, person: toPersonId(id), roles },
    { year: yearOfThen, today },
  );
}

/** Who asks for the year that is over: what they were then, and are today. */
export const pastReaders = {
  teacher: reader('teacher'),
  colleague: reader('colleague'),
  teacherOfReligion: reader('priest'),
  coordinator: reader('coordinator'),
  leftInJanuary: reader('leftInJanuary'),
  leftADayBefore: reader('leftADayBefore'),
  standIn: reader('standIn'),
  newTeacher: reader('newTeacher'),
  staffOfSite: reader('deputy'),
  staffOfThen: reader('deputyOfThen'),
  staffOfNow: reader('deputyOfNow'),
  staffOfAnotherSiteNow: reader('movedDeputy'),
  specialNeedsReferent: reader('referent'),
  specialNeedsReferentOfNow: reader('referentOfNow'),
  principal: reader('head', ['principal']),
  delegateOfNow: reader('delegate'),
  delegateOfThen: reader('delegateOfThen'),
  office: reader('office', ['office']),
  studentOfficeOfNow: reader('students', ['office']),
  personnelOfficeOfNow: reader('nowPersonnel', ['office']),
  ata: reader('ata', ['ata']),
} as const satisfies Record<string, Actor>;

/** One of them. */
export type PastReader = keyof typeof pastReaders;

const p = toPersonId('p');
const inWas1A = { class: was1A, pupil: p };
const onADay = { day: aDay };

/** Records of the year that is over, and some of the year that is under way. */
export const pastRecords = {
  'class 1A of then': ofYear(was1A, 'A', 'Via Verdi'),
  'pupil of 1A of then': person('p', 'pupil', [was1A, sample.class]),
  'enrolment in 1A of then': { ...enrolment, ...inWas1A },
  'names of 1A of then': { ...names, class: was1A },
  'religion choice in 1A of then': { ...choice, ...inWas1A },
  'derogation of a pupil of 1A of then': { ...derogation, pupil: p, classes: [was1A] },
  'lesson of 1A of then': sampleLesson({ class: was1A, ...onADay }),
  'lesson of 1B of then': sampleLesson({ class: was1B, ...onADay }),
  'lesson of 1A of then on its last day': sampleLesson({ class: was1A, day: lastDay }),
  'planned topic in 1A of then': { ...planned, class: was1A, ...onADay },
  'attendance in 1A of then': sampleAttendance({ ...inWas1A, ...onADay }),
  'delegate of a pupil of 1A of then': { ...kinds.delegate.samples[0], ...inWas1A },
  'personal data of a colleague': dataOfStaff,
  'lesson of 1A of today': sampleLesson({ class: sample.class }),
  'attendance in 1A of today': sampleAttendance({ class: sample.class }),
  'names of 1A of today': names,
} as const satisfies Record<string, RegisterRecord>;
