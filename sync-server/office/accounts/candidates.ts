import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type {
  IssueAnswer,
  IssueRequest,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { AccountKind } from '../../../domain/people/username.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { classOfPupil } from '../../school/class-of-pupil.ts';
import { isStudentLevel } from '../../school/actor.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';

/** Somebody in a relation to the school that may have an account. */
export interface Candidate {
  readonly kind: AccountKind;
  readonly person: PersonId;
  /** The child of a guardian, the pupil itself for a student. */
  readonly pupil?: PersonId;
}

/** Who may have accounts, and who may not, and why. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly refused: IssueAnswer['refused'];
}

type Refusal = IssueAnswer['refused'][number];

/** Whom an office means: the families of a class, the staff, or one person with all accounts that the person could have. */
export function candidatesFor(
  snapshot: SchoolSnapshot,
  { classId, staff, person }: IssueRequest,
  today: LocalDate,
): Candidates {
  if (classId !== undefined)
    return { candidates: familiesWhere(snapshot, today, ({ id }) => id === classId), refused: [] };
  if (staff) return { candidates: staffOf(snapshot, today), refused: [] };
  return person === undefined ? { candidates: [], refused: [] } : ofPerson(snapshot, person, today);
}

/** Everybody who may have an account today. */
export function allCandidates(snapshot: SchoolSnapshot, today: LocalDate): readonly Candidate[] {
  return [...staffOf(snapshot, today), ...familiesWhere(snapshot, today, () => true)];
}

/** Names a relation: two candidates or accounts with the same key are the same person in the same relation. */
export function relationKey({ kind, person, pupil }: Candidate | Account): string {
  return JSON.stringify([kind, person, pupil ?? null]);
}

/** Whether somebody has left the school, or never was there. */
export function hasLeft(snapshot: SchoolSnapshot, person: PersonId, today: LocalDate): boolean {
  const found = snapshot.people.get(person);
  return found === undefined || (found.leftOn !== undefined && found.leftOn < today);
}

/** Pupils of primary classes are passed over: that they get no accounts needs no saying for each of a class. */
function familiesWhere(
  snapshot: SchoolSnapshot,
  today: LocalDate,
  isMeant: (schoolClass: SchoolClass) => boolean,
): readonly Candidate[] {
  const guardians = guardiansByPupil(snapshot);
  const candidates: Candidate[] = [];
  for (const pupil of snapshot.people.values()) {
    if (pupil.type !== 'pupil' || hasLeft(snapshot, pupil.id, today)) continue;
    const schoolClass = classOfPupil(snapshot, pupil.id, today);
    if (!schoolClass || !isMeant(schoolClass)) continue;
    const own = guardians.get(pupil.id) ?? [];
    candidates.push(...own.filter((one) => mayFollow(snapshot, one, today)));
    if (reasonAgainstStudent(snapshot, pupil, today) === undefined) candidates.push(student(pupil.id));
  }
  return candidates;
}

function staffOf(snapshot: SchoolSnapshot, today: LocalDate): readonly Candidate[] {
  return [...snapshot.people.values()]
    .filter((person) => person.type === 'staff' && !hasLeft(snapshot, person.id, today))
    .map(({ id }) => ({ kind: 'staff', person: id }));
}

function ofPerson(snapshot: SchoolSnapshot, id: PersonId, today: LocalDate): Candidates {
  const person = snapshot.people.get(id);
  if (!person) return { candidates: [], refused: [{ name: '', reason: 'unknownPerson' }] };
  const name = listName(person);
  if (hasLeft(snapshot, id, today)) return { candidates: [], refused: [{ name, reason: 'hasLeft' }] };
  const candidates: Candidate[] = [];
  const refused: Refusal[] = [];
  if (person.type === 'staff') candidates.push({ kind: 'staff', person: id });
  if (person.type === 'pupil') {
    const reason = reasonAgainstStudent(snapshot, person, today);
    if (reason === undefined) candidates.push(student(id));
    else refused.push({ name, reason });
  }
  // Each child needs an account of its own: it is one relation, which a merge joins with the others (S28).
  for (const candidate of asGuardian(snapshot, id)) {
    const child = snapshot.people.get(candidate.pupil);
    // Whoever has no rights for a child is refused without a word on why, as anybody who is not its guardian.
    if (snapshot.guardianRights(id, candidate.pupil, today) === 'none') continue;
    if (!hasLeft(snapshot, candidate.pupil, today)) candidates.push(candidate);
    else if (child) refused.push({ name: listName(child), reason: 'hasLeft' });
  }
  return { candidates, refused };
}

/** Whether a guardian is at the school, and has rights for the child (D233). */
function mayFollow(
  snapshot: SchoolSnapshot,
  { person, pupil }: GuardianCandidate,
  today: LocalDate,
): boolean {
  if (hasLeft(snapshot, person, today)) return false;
  return snapshot.guardianRights(person, pupil, today) !== 'none';
}

function student(pupil: PersonId): Candidate {
  return { kind: 'student', person: pupil, pupil };
}

/** Students have accounts in secondary classes only, and where the school wants them (S4). */
function reasonAgainstStudent(
  snapshot: SchoolSnapshot,
  pupil: Person,
  today: LocalDate,
): Refusal['reason'] | undefined {
  const level = classOfPupil(snapshot, pupil.id, today)?.level;
  if (level === undefined) return 'hasLeft';
  if (level === 'primary') return 'primaryStudent';
  return isStudentLevel(snapshot, level) ? undefined : 'studentAccessOff';
}

function guardiansByPupil(snapshot: SchoolSnapshot): ReadonlyMap<PersonId, readonly GuardianCandidate[]> {
  const all = [...snapshot.childrenOf.keys()].flatMap((person) => asGuardian(snapshot, person));
  return Map.groupBy(all, ({ pupil }) => pupil);
}

type GuardianCandidate = Candidate & { readonly pupil: PersonId };

function asGuardian(snapshot: SchoolSnapshot, person: PersonId): readonly GuardianCandidate[] {
  return (snapshot.childrenOf.get(person) ?? []).map(({ pupil, guardian }) => ({
    kind: guardian === 'first' ? 'firstGuardian' : 'secondGuardian',
    person,
    pupil,
  }));
}
