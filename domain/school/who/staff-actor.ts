import {
  isPrincipal,
  seesWholeSchool,
  isAppointed,
  type Actor,
  type Course,
  type StandIn,
  type Standing,
  type Supported,
} from '../../access/actor.ts';
import type { Appointed } from '../../access/appointment-role.ts';
import { toSubjectId, type ClassId, type LocalDate, type PersonId, type SchoolId } from '../../base/ids.ts';
import type { SchoolClass } from '../../kinds/class/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import type { School } from '../../kinds/school/record.ts';
import { isReligion, type Subject } from '../../kinds/subject/record.ts';
import { reaches, type Appointments } from './appointments.ts';
import type { StandIns } from './stand-ins.ts';
import { startYearOf } from '../calendar.ts';
import { isMeeting } from '../grading/frozen-period.ts';
import { holdsOn } from '../validity.ts';

/** A member of the staff on a day, with the classes of the assignments that count for them then. */
export interface StaffMember {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly roles: Actor['roles'];
  readonly assignments: readonly {
    readonly class: ClassId;
    readonly subject: string;
    readonly type: string;
    /** Whom a support teacher supports. */
    readonly pupil?: PersonId;
    readonly from: LocalDate;
    readonly to?: LocalDate;
  }[];
}

/** What a school has written down that decides about its staff. */
export interface SchoolOfStaff extends Appointments, StandIns {
  readonly school: Pick<School, 'policies'> | undefined;
  readonly years: ReadonlyMap<number, Pick<SchoolYear, 'frozen'>>;
  readonly classes: ReadonlyMap<ClassId, SchoolClass>;
  readonly subjects: ReadonlyMap<string, Subject>;
  classesOfYear(startYear: number): readonly SchoolClass[];
}

/**
 * Who a member of the staff is on a day: what they are appointed to, and of which classes they read what (F.5).
 *
 * @param counting the appointments that count, where those of the day do not
 */
export function staffActor(
  view: SchoolOfStaff,
  member: StaffMember,
  today: LocalDate,
  counting: readonly Appointed[] = view.appointmentsOn(member.person, today),
): Actor {
  const { school, person, roles, assignments } = member;
  const appointments = roles.length === 0 ? [] : counting.map(appointed);
  const standing = { roles, appointments };
  const ofYear = view.classesOfYear(startYearOf(today));
  const isCurrent = (id: ClassId) => view.classes.get(id)?.startYear === startYearOf(today);
  const all = () => ofYear.map(({ id }) => id);
  const isWhole = seesWholeSchool(standing);

  const coordinated = roles.length === 0 ? [] : view.coordinatedBy(person, today).filter(isCurrent);
  const taught = assignments.map((one) => one.class).filter(isCurrent);
  const answeredFor = classesAnsweredFor(view, standing, today);
  const classes = isWhole ? all() : [...new Set([...taught, ...coordinated, ...answeredFor])];
  const ofReligion = assignments.filter(
    ({ class: id, subject, type }) =>
      isCurrent(id) && (type === 'alternative' || isReligion(view.subjects.get(subject))),
  );
  const religion = isWhole ? classes : [...new Set([...ofReligion.map((one) => one.class), ...coordinated])];
  const council = isWhole ? classes : coordinated;
  const current = assignments.filter((one) => isCurrent(one.class));
  // Whoever supports a pupil in a subject does not teach it: of the class they read that pupil alone (F.5).
  const assessed = current.filter(({ type }) => type !== 'support');
  const asTeacher = openToCouncil(view, assessed, today);
  const asMember = openToCouncil(view, current, today);
  const grades = new Set([...coordinated, ...answeredFor, ...asMember]);
  const supported = supportedBy(current, {
    whole: new Set([...coordinated, ...answeredFor, ...asTeacher]),
    open: new Set(asMember),
  });
  const standsIn = roles.includes('teacher') ? view.substitutionsOn(person, today).map(standIn) : [];
  return {
    school,
    person,
    roles,
    classes,
    ...(appointments.length === 0 ? {} : { appointments }),
    ...(isAppointed(standing, 'specialNeeds') && !isWhole ? { classesByName: all() } : {}),
    ...(roles.includes('teacher') ? { namesOfYear: startYearOf(today) } : {}),
    ...(standsIn.length === 0 ? {} : { standsIn }),
    ...(religion.length === 0 ? {} : { classesOfReligion: religion }),
    ...(council.length === 0 ? {} : { classesOfCouncil: council }),
    ...(assessed.length === 0 ? {} : { courses: assessed.map(toCourse) }),
    ...(supported.length === 0 ? {} : { supported }),
    ...(grades.size === 0 ? {} : { classesOfGrades: [...grades] }),
  };
}

/** The classes of the assignments of the very day of which their teacher reads all grades (F.5): every one where the school opens them to the council, else those whose term meeting goes on. */
function openToCouncil(
  { school, years }: Pick<SchoolOfStaff, 'school' | 'years'>,
  assignments: StaffMember['assignments'],
  today: LocalDate,
): readonly ClassId[] {
  const isOpen = school?.policies.grading?.councilReads === true;
  const year = years.get(startYearOf(today)) ?? {};
  // Days around an assignment are for its own work: of the council somebody is by the day.
  return assignments
    .filter((one) => holdsOn(one, today))
    .map((one) => one.class)
    .filter((id) => isOpen || isMeeting(year, id, today));
}

/**
 * Whom somebody supports, where they read no more of the class than that pupil, and in a class whose grades are `open` to them as to its whole council (D168): of
 * the columns they read no words there either. Whoever reads those anyway, of a `whole` class, reads nothing by a pupil.
 */
function supportedBy(
  assignments: StaffMember['assignments'],
  { whole, open }: Readonly<Record<'whole' | 'open', ReadonlySet<ClassId>>>,
): readonly Supported[] {
  return assignments.flatMap(({ type, class: ofClass, pupil }) => {
    if (type !== 'support' || whole.has(ofClass)) return [];
    if (pupil !== undefined) return [{ class: ofClass, pupil }];
    return open.has(ofClass) ? [{ class: ofClass }] : [];
  });
}

function toCourse({ class: ofClass, subject }: StaffMember['assignments'][number]): Course {
  return { class: ofClass, subject: toSubjectId(subject) };
}

/** The classes for which somebody answers without teaching in them: all of the school, or those of one site. */
export function classesAnsweredFor(
  view: SchoolOfStaff,
  standing: Standing,
  today: LocalDate,
): readonly ClassId[] {
  const { appointments = [] } = standing;
  const ofYear = view.classesOfYear(startYearOf(today));
  if (isPrincipal(standing)) return ofYear.map(({ id }) => id);
  if (!appointments.some(({ role }) => role === 'staff')) return [];
  return ofYear.filter(({ site }) => appointments.some((one) => reaches(one, site))).map(({ id }) => id);
}

function standIn({ class: ofClass, day, hour }: StandIn): StandIn {
  return { class: ofClass, day, hour };
}

function appointed({ role, class: ofClass, site }: Appointed): Appointed {
  return {
    role,
    ...(ofClass === undefined ? {} : { class: ofClass }),
    ...(site === undefined ? {} : { site }),
  };
}
