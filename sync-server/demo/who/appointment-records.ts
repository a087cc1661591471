import { must } from '../../../domain/base/assert.ts';
import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { isReligion, type Subject } from '../../../domain/kinds/subject/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import { instantAt } from '../school-clock.ts';
import { dayOfYear } from '../plan/year-plan.ts';
import type { OfficeStamp } from '../stamp.ts';
import type { GuardianOfPupil } from './of-family.ts';
import type { EnrolledPupil } from '../records/pupil-records.ts';
import { lastsAllYear } from './whole-year.ts';

/** Whom a school has for its appointments. */
export interface AppointmentSource {
  readonly startYear: number;
  readonly classes: readonly SchoolClass[];
  readonly subjects: readonly Subject[];
  readonly assignments: readonly Assignment[];
  readonly showcase: SchoolClass['id'] | undefined;
  readonly clerks: readonly PersonId[];
  readonly director: PersonId;
  readonly administrator: PersonId;
  readonly pupils: readonly EnrolledPupil[];
  readonly guardians: readonly GuardianOfPupil[];
  /** The first day on which nothing has happened yet. */
  readonly until: LocalDate;
}

type What = Pick<Appointment, 'role' | 'person' | 'class' | 'site'>;

/** The day after the families have voted. */
const electedOn = (startYear: number) => dayOfYear(startYear, 10, 23);
/** How many of the guardians, and of the students, of a class are elected. */
const REPRESENTATIVES = {
  primary: { guardians: 1, students: 0 },
  lowerSecondary: { guardians: 4, students: 0 },
  upperSecondary: { guardians: 2, students: 2 },
} as const satisfies Record<SchoolLevel, { guardians: number; students: number }>;

/** Who is appointed to what in the year: for each class, for the school, in its offices. */
export function appointmentRecords(source: AppointmentSource, stamp: OfficeStamp): readonly Appointment[] {
  const { startYear } = source;
  const begins = dayOfYear(startYear, 9, 1);
  const elected = electedOn(startYear);
  const appoint = (what: What, from = begins): Appointment => ({
    ...(from === begins ? stamp.office() : stamp.envelope(stamp.clerk, instantAt(from, 600))),
    id: appointmentId(what, from),
    kind: 'appointment',
    ...what,
    from,
    to: lastDayOfYear(startYear),
  });
  const [, ...clerks] = source.clerks;
  return [
    ...source.classes.flatMap((one) => forClass(one, source)).map((what) => appoint(what)),
    ...forSchool(source).map((what) => appoint(what)),
    // The first clerk keeps both offices: nothing is said of them.
    ...clerks.map((person, index) =>
      appoint({ role: index % 2 === 0 ? 'studentOffice' : 'personnelOffice', person }),
    ),
    appoint({ role: 'administrativeDirector', person: source.director }),
    appoint({ role: 'administrator', person: source.administrator }),
    ...(elected < source.until
      ? source.classes.flatMap((one) => electedIn(one, source)).map((what) => appoint(what, elected))
      : []),
  ];
}

/** Coordinator of a class is who teaches Italian there; somebody else writes the minutes. */
function forClass({ id }: SchoolClass, { assignments, subjects }: AppointmentSource): readonly What[] {
  const italian = subjects.find(({ name }) => name === 'Italiano')?.id;
  const religion = new Set(subjects.filter(isReligion).map((subject) => subject.id));
  // Whoever takes an office for the year is there for the year.
  const here = assignments.filter(
    (one) => one.class === id && one.type === 'ordinary' && lastsAllYear(one) && !one.replaces,
  );
  const person = must(
    here.find(({ subject }) => subject === italian),
    'somebody teaches Italian',
  ).teacher;
  const secretary = here.find(
    ({ subject, teacher }) => teacher !== person && !religion.has(subject),
  )?.teacher;
  return [
    { role: 'coordinator', person, class: id },
    ...(secretary === undefined ? [] : [{ role: 'secretary', person: secretary, class: id } as const]),
  ];
}

/** The principal's staff and the referent for special needs: teachers whom the first class does not meet, where there are any. */
function forSchool({ assignments, classes, showcase }: AppointmentSource): readonly What[] {
  const busy = new Set(assignments.filter((one) => one.class === showcase).map(({ teacher }) => teacher));
  const free = assignments.filter((one) => !busy.has(one.teacher) && !one.replaces && lastsAllYear(one));
  const taken = new Set<PersonId>();
  const next = (suits: (one: Assignment) => boolean) => {
    const ordinary = free.filter((one) => !taken.has(one.teacher));
    const found = (ordinary.find(suits) ?? ordinary[0])?.teacher;
    if (found !== undefined) taken.add(found);
    return found;
  };
  const isOrdinary = ({ type }: Assignment) => type === 'ordinary';
  const site = classes.find((one) => one.site !== undefined)?.site;
  const there = new Set(classes.filter((one) => one.site === site).map(({ id }) => id));
  const ofSite = site === undefined ? undefined : next((one) => isOrdinary(one) && there.has(one.class));
  const deputy = next(isOrdinary);
  const referent = next(({ type }) => type === 'support');
  return [
    ...(deputy === undefined ? [] : [{ role: 'staff', person: deputy } as const]),
    ...(ofSite === undefined || site === undefined ? [] : [{ role: 'staff', person: ofSite, site } as const]),
    ...(referent === undefined ? [] : [{ role: 'specialNeeds', person: referent } as const]),
  ];
}

function electedIn({ id, level }: SchoolClass, source: AppointmentSource): readonly What[] {
  const wanted = REPRESENTATIVES[level];
  const there = source.pupils
    .filter(
      ({ enrolments }) =>
        enrolments.length === 1 && enrolments.every((one) => one.class === id && lastsAllYear(one)),
    )
    .filter(({ enrolments }) => enrolments.some((one) => one.from < electedOn(source.startYear)))
    .map((pupil) => pupil.id);
  const inClass = new Set(there);
  const ofClass = source.guardians.filter(({ pupil }) => inClass.has(pupil)).map(({ guardian }) => guardian);
  // Every third: families do not stand for election in the order of the list.
  const guardians = [...new Set(ofClass)].filter((_, index) => index % 3 === 1).slice(0, wanted.guardians);
  const students = there.filter((_, index) => index % 5 === 2).slice(0, wanted.students);
  return [...guardians, ...students].map((person) => ({ role: 'classRepresentative', person, class: id }));
}
