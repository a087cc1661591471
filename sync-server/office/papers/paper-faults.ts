import { CLASS_ROLES, HANDED_OVER_ROLES } from '../../../domain/access/appointment-role.ts';
import { mayAppoint } from '../../../domain/access/may-appoint.ts';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import type { FailureReason } from '../../../domain/protocol/failure-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Paper, PaperOf } from '../../../domain/school/who/paper.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';
import { overlaps } from '../../../domain/school/validity.ts';
import { actorOf } from '../../school/actor.ts';
import { FOR_THE_OFFICE, type OfficeAct } from '../act/office.ts';

type Act = Pick<OfficeAct, 'snapshot' | 'papers' | 'who' | 'at'>;
type Verdict = Result<undefined, Failure>;

const RIGHT: Verdict = ok(undefined);

/** Whether a clerk keeps a paper: whose papers they keep decides, and of appointments what they are to. */
export function keepsPaper(act: Act, paper: Paper): boolean {
  if (paper.kind !== 'appointment') return act.papers.pupils;
  const actor = actorOf(act.snapshot, act.who, act.at);
  return actor !== undefined && mayAppoint(actor, paper.role);
}

/** Why a clerk may not write a paper: it is not theirs to keep, it is about themselves, or the school knows better. */
export function checkPaper(act: Act, paper: Paper): Verdict {
  if (!keepsPaper(act, paper)) return fail(FOR_THE_OFFICE);
  switch (paper.kind) {
    case 'appointment':
      return checkAppointment(act, paper);
    case 'group':
      return act.snapshot.classes.has(paper.class) ? RIGHT : unreadable('class');
    case 'groupMembership': {
      const groups = act.snapshot.groupsOf(paper.class);
      return groups.some(({ code }) => code === paper.group) ? checkInClass(act, paper) : unreadable('group');
    }
    case 'religionChoice':
    case 'delegate':
    case 'standingAuthorisation':
      return checkInClass(act, paper);
    case 'derogation':
      return checkDerogation(act, paper);
    case 'hoursElsewhere':
      return checkHoursElsewhere(act, paper);
    case 'guardianship':
      return checkGuardian(act, paper);
  }
}

function checkAppointment({ snapshot, who }: Act, paper: PaperOf<'appointment'>): Verdict {
  const { role, person, class: ofClass, site, from, to } = paper;
  const somebody = snapshot.people.get(person);
  if (!somebody) return unreadable('person');
  if (person === who.person) return refused('ownTask');
  if (somebody.leftOn !== undefined && somebody.leftOn < from) return refused('leftBefore');
  if (CLASS_ROLES.includes(role) !== (ofClass !== undefined)) return unreadable('class');
  if (ofClass !== undefined && !snapshot.classes.has(ofClass)) return unreadable('class');
  const sites = [...snapshot.classes.values()].map((one) => one.site);
  if (site !== undefined && (role !== 'staff' || !sites.includes(site))) return unreadable('site');
  if (HANDED_OVER_ROLES.includes(role) && to === undefined) return refused('noLastDay');
  if (role !== 'classRepresentative') {
    return somebody.type === 'staff' ? checkDays(paper, ofClass) : unreadable('person');
  }
  const children = snapshot.childrenOf.get(person)?.map(({ pupil }) => pupil) ?? [person];
  const isOfClass = children.some((pupil) => isIn(snapshot, pupil, ofClass, paper));
  return isOfClass ? checkDays(paper, ofClass) : refused('notOfClass');
}

function checkInClass(
  { snapshot }: Act,
  paper: PaperOf<'groupMembership' | 'religionChoice' | 'delegate' | 'standingAuthorisation'>,
): Verdict {
  if (snapshot.people.get(paper.pupil)?.type !== 'pupil') return unreadable('pupil');
  return isIn(snapshot, paper.pupil, paper.class, paper)
    ? checkDays(paper, paper.class)
    : refused('notOfClass');
}

function checkDerogation({ snapshot }: Act, paper: PaperOf<'derogation'>): Verdict {
  const { pupil, startYear, from, to, halfUnits } = paper;
  const ofYear = (snapshot.enrolmentsOf.get(pupil) ?? []).some(
    (one) => startYearOfClass(one.class) === startYear,
  );
  if (!ofYear) return refused('notOfClass');
  if (from !== undefined && to !== undefined && to < from) return refused('daysReversed');
  const hasDays = from !== undefined && to !== undefined && halfUnits === undefined;
  const hasHours = from === undefined && to === undefined && halfUnits !== undefined;
  return hasDays || hasHours ? RIGHT : unreadable('halfUnits');
}

/** Hours are declared of days of a school year in which the pupil is here, before or after they came; as many at the most as were held. */
function checkHoursElsewhere({ snapshot }: Act, paper: PaperOf<'hoursElsewhere'>): Verdict {
  const { pupil, from, to, subject, absentHalfUnits, heldHalfUnits = absentHalfUnits } = paper;
  const startYear = startYearOf(from);
  const ofYear = (snapshot.enrolmentsOf.get(pupil) ?? []).some(
    (one) => startYearOfClass(one.class) === startYear,
  );
  if (!ofYear) return refused('notOfClass');
  if (to < from || startYearOf(to) !== startYear) return refused('daysReversed');
  if (subject !== undefined && !snapshot.subjects.has(subject)) return unreadable('subject');
  return absentHalfUnits > heldHalfUnits ? refused('moreThanHeld') : RIGHT;
}

/** Rights are those of a guardian over a child, or of a pupil of age over themselves (D87). */
function checkGuardian({ snapshot }: Act, paper: PaperOf<'guardianship'>): Verdict {
  const { guardian, pupil } = paper;
  if (snapshot.people.get(pupil)?.type !== 'pupil') return unreadable('pupil');
  const children = snapshot.childrenOf.get(guardian) ?? [];
  const isTheirs = guardian === pupil || children.some((child) => child.pupil === pupil);
  return isTheirs ? checkDays(paper) : refused('notGuardian');
}

interface Days {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

function checkDays({ from, to }: Days, ofClass?: ClassId): Verdict {
  if (to !== undefined && to < from) return refused('daysReversed');
  const startYear = ofClass === undefined ? undefined : startYearOfClass(ofClass);
  return startYear !== undefined && from > lastDayOfYear(startYear) ? refused('daysReversed') : RIGHT;
}

function isIn(
  { enrolmentsOf }: Act['snapshot'],
  pupil: PersonId,
  schoolClass: ClassId | undefined,
  { from, to }: Days,
): boolean {
  const days = to === undefined || to < from ? { from } : { from, to };
  return (enrolmentsOf.get(pupil) ?? []).some(
    (one) =>
      one.class === schoolClass &&
      overlaps(one.to === undefined ? { from: one.from } : { from: one.from, to: one.to }, days),
  );
}

function refused(reason: FailureReason): Verdict {
  return fail({ kind: 'notPossible', message: 'The paper cannot be written so', reason });
}

/** What no page asks for: it names what the school has not. */
function unreadable(field: string): Verdict {
  return fail({ kind: 'badRequest', message: `The school knows no such ${field}` });
}
