import type { Actor } from '../../domain/access/actor.ts';
import { toInstant, type LocalDate, type PersonId, type SchoolId } from '../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../domain/base/local-date.ts';
import type { Assignment } from '../../domain/kinds/assignment/record.ts';
import type { GuardianRights } from '../../domain/kinds/guardianship/record.ts';
import { DEFAULT_POLICIES, type SchoolLevel } from '../../domain/kinds/school/record.ts';
import type { AccountKind } from '../../domain/people/username.ts';
import { startYearOf } from '../../domain/school/calendar.ts';
import { overlaps } from '../../domain/school/validity.ts';
import { pastYearActor } from '../../domain/school/who/past-year-actor.ts';
import { staffActor } from '../../domain/school/who/staff-actor.ts';
import { classOfPupil } from './class-of-pupil.ts';
import type { SchoolSnapshot } from './school-snapshots.ts';

/**
 * Days around an assignment in which its class is already, or still, the teacher's: a supply prepares before the first lesson, and
 * what was recorded offline on the last day must still arrive.
 */
const ASSIGNMENT_MARGIN_DAYS = 14;

/** Whom a session speaks for. */
export interface AccountHolder {
  readonly school: SchoolId;
  readonly person: PersonId;
  readonly kind: AccountKind;
  readonly pupil?: PersonId;
}

/**
 * Who somebody is at an instant, from the school's own records; undefined for strangers, for those who left, for a guardian who is the
 * child's guardian no more or has no rights (D233), and for students whom the school gives no access (S4).
 */
export function actorOf(snapshot: SchoolSnapshot, holder: AccountHolder, now: number): Actor | undefined {
  const { school, person, kind } = holder;
  const today = dayOfInstant(toInstant(now));
  const isHere = (id: PersonId) => {
    const found = snapshot.people.get(id);
    return found !== undefined && (found.leftOn === undefined || found.leftOn >= today);
  };
  if (!isHere(person)) return undefined;
  if (kind !== 'staff') {
    const { pupil } = holder;
    if (pupil === undefined || !isHere(pupil)) return undefined;
    const rights = rightsFor(snapshot, holder, pupil, today);
    if (rights === 'none') return undefined;
    const classesOfChild = snapshot.people.get(pupil)?.classes ?? [];
    const family = { school, person, roles: [], classes: [], child: pupil, classesOfChild };
    return rights === 'readOnly' ? { ...family, isReadOnly: true } : family;
  }
  const staff = snapshot.people.get(person);
  if (staff?.type !== 'staff') return undefined;
  const assignments = assignmentsAround(snapshot, person, today);
  return staffActor(snapshot, { school, person, roles: staff.roles, assignments }, today);
}

/**
 * As whom somebody reads a school year that is over; undefined for families, for whoever is not at the school any more, and for a year
 * that the school does not have or that is not over.
 */
export function pastActorOf(
  snapshot: SchoolSnapshot,
  holder: AccountHolder,
  now: number,
  startYear: number,
): Actor | undefined {
  const { school, person } = holder;
  const today = dayOfInstant(toInstant(now));
  const year = snapshot.years.get(startYear);
  const actor = actorOf(snapshot, holder, now);
  if (!actor || holder.kind !== 'staff' || !year || startYear >= startYearOf(today)) return undefined;
  return pastYearActor(snapshot, { school, person, roles: actor.roles }, { year, today });
}

/**
 * As whom somebody reads what they have written: a member of the staff as such, and whoever is of a family for each child. Empty for
 * whoever is nobody here any more.
 */
export function actorsOf(
  snapshot: SchoolSnapshot,
  { school, person }: Pick<AccountHolder, 'school' | 'person'>,
  now: number,
): readonly Actor[] {
  const children = snapshot.childrenOf.get(person) ?? [];
  const asFamily = children.map(({ pupil, guardian }) => ({
    kind: guardian === 'first' ? ('firstGuardian' as const) : ('secondGuardian' as const),
    pupil,
  }));
  const asOneself = [{ kind: 'staff' as const }, { kind: 'student' as const, pupil: person }];
  return [...asOneself, ...asFamily].flatMap(
    (holder) => actorOf(snapshot, { school, person, ...holder }, now) ?? [],
  );
}

function rightsFor(
  snapshot: SchoolSnapshot,
  { person, kind }: AccountHolder,
  pupil: PersonId,
  today: LocalDate,
): GuardianRights {
  if (kind === 'student')
    return person === pupil && mayHaveStudentAccount(snapshot, pupil, today) ? 'full' : 'none';
  // G and X are letters of usernames: a link that changed its slot in the register takes nobody's child away.
  const isGuardian = (snapshot.childrenOf.get(person) ?? []).some((child) => child.pupil === pupil);
  return isGuardian ? snapshot.guardianRights(person, pupil, today) : 'none';
}

/** Students have accounts in secondary classes only, by the class of today, and where the school wants them (S4). */
export function mayHaveStudentAccount(snapshot: SchoolSnapshot, pupil: PersonId, today: LocalDate): boolean {
  const level = classOfPupil(snapshot, pupil, today)?.level;
  return level !== undefined && isStudentLevel(snapshot, level);
}

/** Whether the school gives the pupils of a level accounts of their own: never in primary classes, and as it has chosen elsewhere. */
export function isStudentLevel(snapshot: SchoolSnapshot, level: SchoolLevel): boolean {
  const { studentAccess, studentLevelsOff = [] } = snapshot.school?.policies ?? DEFAULT_POLICIES;
  return studentAccess !== 'off' && level !== 'primary' && !studentLevelsOff.includes(level);
}

/** The assignments that count on a day, those that are about to begin and those that have just ended among them. */
function assignmentsAround(
  snapshot: SchoolSnapshot,
  person: PersonId,
  today: LocalDate,
): readonly Assignment[] {
  const around = {
    from: addDays(today, -ASSIGNMENT_MARGIN_DAYS),
    to: addDays(today, ASSIGNMENT_MARGIN_DAYS),
  };
  return (snapshot.assignmentsOf.get(person) ?? []).filter((assignment) =>
    overlaps(span(assignment), around),
  );
}

function span({ from, to }: Assignment) {
  return to === undefined ? { from } : { from, to };
}
