import type { Actor } from '../access/actor.ts';
import type { AppointmentRole } from '../access/appointment-role.ts';
import { toPersonId, toSubjectId, type ClassId, type PersonId } from '../base/ids.ts';
import { addDays } from '../base/local-date.ts';
import type { Appointment } from '../kinds/appointment/record.ts';
import type { Assignment } from '../kinds/assignment/record.ts';
import { byKind, schoolRecordsIn } from '../kinds/by-kind.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { Person } from '../kinds/person/record.ts';
import { kinds } from '../kinds/registry.ts';
import type { Subject } from '../kinds/subject/record.ts';
import type { Substitution } from '../kinds/substitution/record.ts';
import { schoolView } from '../school/school-view.ts';
import { staffActor } from '../school/who/staff-actor.ts';
import { sample, sampleYear } from './sample.ts';

const { school, author, entry, recordedAt } = sampleYear;
/** What all records of the matrix share. */
export const envelope = { school, author, entry, recordedAt };
const [assignment] = kinds.assignment.samples;
const [appointment] = kinds.appointment.samples;
const [subject] = kinds.subject.samples;
const [enrolment] = kinds.enrolment.samples;
const [schoolClass] = kinds.class.samples;
const [sampleSubstitution] = kinds.substitution.samples;
/** The day before that of the matrix. */
export const yesterday = addDays(sample.day, -1);
/** Who stands in today in the first hour of 1A. */
export const substitution: Substitution = { ...sampleSubstitution, teacher: toPersonId('standIn') };
/** A pupil of 1B. */
export const pupilOfB = toPersonId('q');

/** Somebody who is called Rossi Maria. */
export function person(id: string, type: Person['type'], classes: Person['classes'] = []): Person {
  return {
    ...envelope,
    id: toPersonId(id),
    kind: 'person',
    type,
    surname: 'Rossi',
    givenName: 'Maria',
    roles: type === 'staff' ? ['teacher'] : [],
    classes,
  };
}

const teaches = (teacher: PersonId, inClass: ClassId, changes: Partial<Assignment> = {}): Assignment => ({
  ...assignment,
  id: `${teacher}.${inClass}`,
  teacher,
  class: inClass,
  ...changes,
});

const appointed = (person: string, role: AppointmentRole, of: Partial<Appointment> = {}): Appointment => ({
  ...appointment,
  id: `${role}.${person}`,
  role,
  person: toPersonId(person),
  ...of,
});

/** The class of most rows, at a site of its own. */
export const classOf1A = { ...schoolClass, site: 'Via Verdi' };
const pupilOf1A: Enrolment = { ...enrolment, class: sample.class };
const religion: Subject = { ...subject, id: toSubjectId('irc'), special: 'religion' };
const inClass1A = { class: sample.class };
/** The appointment of a representative of its families. */
export const representative = appointed('second', 'classRepresentative', inClass1A);

/** Who is at the school in which role, and what they are appointed to and teach. */
export const view = schoolView(
  schoolRecordsIn(
    byKind([
      ...kinds.school.samples,
      sampleYear,
      classOf1A,
      { ...schoolClass, id: sample.otherClass, section: 'B', site: 'Via Roma' },
      subject,
      religion,
      ...['coordinator', 'deputy', 'siteDeputy', 'otherSiteDeputy', 'referent'].map((id) =>
        person(id, 'staff'),
      ),
      { ...person('head', 'staff'), roles: ['principal'] },
      teaches(sample.bianchi, sample.class),
      teaches(toPersonId('coordinator'), sample.class),
      // Who coordinates 1A is the support teacher of one of its pupils, too.
      teaches(toPersonId('coordinator'), sample.class, {
        id: 'support in 1A',
        type: 'support',
        pupil: toPersonId('p'),
      }),
      teaches(toPersonId('priest'), sample.class, { subject: religion.id }),
      teaches(sample.neri, sample.otherClass),
      appointed('coordinator', 'coordinator', inClass1A),
      appointed('deputy', 'staff'),
      appointed('siteDeputy', 'staff', { site: 'Via Verdi' }),
      appointed('otherSiteDeputy', 'staff', { site: 'Via Roma' }),
      appointed('referent', 'specialNeeds'),
      appointed('students', 'studentOffice'),
      appointed('personnel', 'personnelOffice'),
      appointed('director', 'administrativeDirector'),
      appointed('system', 'administrator'),
      representative,
      pupilOf1A,
      { ...pupilOf1A, id: 'p in 1A', pupil: toPersonId('p') },
      { ...enrolment, id: 'in 1B', pupil: pupilOfB, class: sample.otherClass },
      substitution,
      { ...substitution, id: 'over', teacher: toPersonId('stoodIn'), day: yesterday },
    ]),
  ),
  true,
);

function staff(id: string, roles: Actor['roles']): Actor {
  const own = toPersonId(id);
  const assignments = view.assignmentsOf.get(own) ?? [];
  return staffActor(view, { school, person: own, roles, assignments }, sample.day);
}

function family(id: string, child: string, ...classesOfChild: ClassId[]): Actor {
  return { school, person: toPersonId(id), roles: [], classes: [], child: toPersonId(child), classesOfChild };
}

const nobody = (id: string): Actor => ({
  school,
  person: toPersonId(id),
  roles: [],
  classes: [sample.class],
});

/** Who asks: class 1A is the first two teachers', 1B the colleague's; the pupil of 1A has two guardians, and is the student. */
export const actors = {
  teacher: staff(sample.bianchi, ['teacher']),
  substitute: staff('substitute', ['teacher']),
  standIn: staff('standIn', ['teacher']),
  standInOfYesterday: staff('stoodIn', ['teacher']),
  coordinator: staff('coordinator', ['teacher']),
  teacherOfReligion: staff('priest', ['teacher']),
  colleague: staff(sample.neri, ['teacher']),
  staff: staff('deputy', ['teacher']),
  staffOfSite: staff('siteDeputy', ['teacher']),
  staffOfOtherSite: staff('otherSiteDeputy', ['teacher']),
  specialNeedsReferent: staff('referent', ['teacher']),
  office: staff('office', ['office']),
  studentOffice: staff('students', ['office']),
  personnelOffice: staff('personnel', ['office']),
  administrativeDirector: staff('director', ['office']),
  administrator: staff('system', ['ata']),
  principal: staff('head', ['principal']),
  ata: staff('ata', ['ata']),
  firstGuardian: family('first', 'p', sample.class),
  // The second guardian represents the families of 1A.
  classRepresentative: family('second', 'p', sample.class),
  readOnlyGuardian: { ...family('third', 'p', sample.class), isReadOnly: true },
  guardianWithoutRights: nobody('fourth'),
  otherGuardian: family('other', 'r', sample.otherClass, sample.class),
  student: family('p', 'p', sample.class),
  stranger: { ...staff('head', ['principal']), school: 'XXXX0009' as typeof school },
  leaver: nobody('leaver'),
} as const satisfies Record<string, Actor>;

/** One of them. */
export type ActorName = keyof typeof actors;
