import { dayBucket } from '../../../domain/access/bucket.ts';
import { assignsIn } from '../../../domain/access/office-duty.ts';
import { toInstant, type PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { substitutionId, type Substitution } from '../../../domain/kinds/substitution/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import * as ofSubstitutions from '../../../domain/protocol/endpoints/office-substitutions/office-substitutions-endpoints.ts';
import type { FailureReason } from '../../../domain/protocol/failure-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Assigned } from '../../../domain/school/who/assigned.ts';
import { noLessonReason, startYearOf } from '../../../domain/school/calendar.ts';
import { isGivenLater, isSignableLater } from '../../../domain/school/who/assigned-later.ts';
import { meet } from '../../../domain/school/lesson-hour.ts';
import { actorOf } from '../../school/actor.ts';
import { recordsIn } from '../../school/records-in.ts';
import { defineAct } from '../act/define-act.ts';
import { FOR_THE_OFFICE, type OfficeAct } from '../act/office.ts';

type Noting = 'substitutionAssigned' | 'substitutionCancelled';
type WantedSubstitution = Omit<Substitution, 'author' | 'entry' | 'recordedAt'>;

/** Gives hours of classes to whoever stands in there: all of them, or none (D208, D209). */
export const assignSubstitution = defineAct(
  ofSubstitutions.assignSubstitution,
  () =>
    async (act, { body: { hours } }) => {
      const stood = (await substitutionsOf(act)).filter(({ cancelled }) => cancelled !== true);
      const given: WantedSubstitution[] = [];
      const taken: Substitution[] = [];
      for (const wanted of hours) {
        const verdict = await checkHour(act, wanted, stood, given);
        if (!verdict.ok) return verdict;
        taken.push(...verdict.value);
        given.push(substitutionFor(act, wanted));
      }
      await act.write([...taken.map(asCancelled), ...given]);
      for (const one of taken) await note(act, 'substitutionCancelled', one);
      for (const one of given) await note(act, 'substitutionAssigned', one);
      return ok(null);
    },
);

/** Whether an hour can be given so, beside those that are given already; answers those that are taken from others by it. */
async function checkHour(
  act: Pick<OfficeAct, 'snapshot' | 'who' | 'at' | 'today' | 'records'>,
  wanted: Assigned,
  stood: readonly Substitution[],
  given: readonly WantedSubstitution[],
): Promise<Result<readonly Substitution[], Failure>> {
  const verdict = checkAssigned(act, wanted);
  if (!verdict.ok) return verdict;
  const isOfHour = (one: Assigned) => one.day === wanted.day && one.hour === wanted.hour;
  const isAtTime = (one: Assigned) => one.day === wanted.day && isSameTime(act, one, wanted);
  const isOfSame = (one: Assigned & Pick<Substitution, 'origin'>) =>
    isOfHour(one) &&
    one.class === wanted.class &&
    one.origin === 'office' &&
    one.replaces === wanted.replaces;
  const own = [...stood, ...given].filter((one) => one.teacher === wanted.teacher && isAtTime(one));
  if (own.some((one) => one.class === wanted.class && isOfHour(one))) return refused('alreadyWritten');
  if (own.some((one) => !isJoined(act, one, wanted))) return refused('standsInElsewhere');
  // No hour of a colleague is given twice by one act.
  if (given.some(isOfSame)) return refused('alreadyWritten');
  const before = stood.filter(isOfSame);
  return (await isSignedByOneOf(act, before)) ? refused('signedBySubstitute') : ok(before);
}

/** Whether two classes have one lesson together in an hour, as the timetable has it: whoever is away has both, and so has who stands in. */
function isJoined({ snapshot }: Pick<OfficeAct, 'snapshot'>, one: Assigned, other: Assigned): boolean {
  const { replaces, day } = one;
  if (replaces === undefined || replaces !== other.replaces) return false;
  return [one, other].every(({ class: id, hour }) => snapshot.ownHours(replaces, id, day).includes(hour));
}

/** Whether two hours of a day meet by the bells of their classes; without bells the numbers tell. */
function isSameTime({ snapshot }: Pick<OfficeAct, 'snapshot'>, one: Assigned, other: Assigned): boolean {
  const bellOf = ({ class: id, day, hour }: Assigned) =>
    snapshot.bellHours(id, day).find((bell) => bell.hour === hour);
  const [a, b] = [bellOf(one), bellOf(other)];
  return a && b ? meet(a, b) : one.hour === other.hour;
}

function substitutionFor({ school }: Pick<OfficeAct, 'school'>, wanted: Assigned): WantedSubstitution {
  const { day, hour, class: ofClass, teacher } = wanted;
  const id = substitutionId(day, hour, ofClass, teacher);
  return { id, kind: 'substitution', school, ...wanted, origin: 'office' };
}

/** Takes back an hour that was given to somebody. */
export const cancelSubstitution = defineAct(
  ofSubstitutions.cancelSubstitution,
  () =>
    async (act, { body: { id, seen } }) => {
      const json = (await act.records.documents('timetable', [id])).get(id);
      const found = json === undefined ? undefined : storedRecord(json);
      if (found?.kind !== 'substitution' || found.entry !== seen) return refused('changed');
      if (!mayAssign(act, found)) return fail(FOR_THE_OFFICE);
      if (found.day < act.today && !isGivenLater(found)) return refused('dayOver');
      if (found.origin === 'signature' || (await isSignedByOneOf(act, [found])))
        return refused('signedBySubstitute');
      await act.write([asCancelled(found)]);
      await note(act, 'substitutionCancelled', found);
      return ok(null);
    },
);

/** Whether somebody decides on who stands in, in a class: of the principal's staff of one site, in those of their site alone. */
function mayAssign(
  { snapshot, who, at }: Pick<OfficeAct, 'snapshot' | 'who' | 'at'>,
  { class: ofClass }: Pick<Assigned, 'class'>,
): boolean {
  const actor = actorOf(snapshot, who, at);
  const schoolClass = snapshot.classes.get(ofClass);
  return actor !== undefined && schoolClass !== undefined && assignsIn(actor, schoolClass.site);
}

function checkAssigned(
  act: Pick<OfficeAct, 'snapshot' | 'who' | 'at' | 'today'>,
  wanted: Assigned,
): Result<undefined, Failure> {
  const { snapshot, today, at } = act;
  if (!mayAssign(act, wanted)) return fail(FOR_THE_OFFICE);
  const somebody = snapshot.people.get(wanted.teacher);
  const isTeacher = somebody?.type === 'staff' && somebody.roles.includes('teacher');
  if (!isTeacher || wanted.teacher === wanted.replaces) return unreadable('teacher');
  if (somebody.leftOn !== undefined && somebody.leftOn < wanted.day) return refused('leftBefore');
  const year = snapshot.years.get(startYearOf(wanted.day));
  if (!year || noLessonReason(year, wanted.day)) return refused('noLessons');
  const hasHour = snapshot.bellHours(wanted.class, wanted.day).some(({ hour }) => hour === wanted.hour);
  if (!hasHour) return unreadable('hour');
  // One that was forgotten is given afterwards, as long as it can be signed.
  const facts = snapshot.writeFacts(wanted.teacher, wanted);
  return wanted.day >= today || isSignableLater(wanted, toInstant(at), facts)
    ? ok(undefined)
    : refused('dayOver');
}

/** Whoever has signed has been there: their own signature is theirs to take back, also where the office had given them the hour. */
async function isSignedByOneOf(
  { records }: Pick<OfficeAct, 'records'>,
  assigned: readonly Substitution[],
): Promise<boolean> {
  const [first] = assigned;
  if (!first) return false;
  const { day, hour, class: ofClass } = first;
  const signers = new Set<PersonId>();
  for (const lesson of await recordsIn(records, 'lessons', dayBucket(day, ofClass)))
    if (lesson.kind === 'lesson' && lesson.hour === hour)
      for (const { teacher } of lesson.signatures) signers.add(teacher);
  return assigned.some(({ teacher }) => signers.has(teacher));
}

async function substitutionsOf({ records }: Pick<OfficeAct, 'records'>): Promise<readonly Substitution[]> {
  const all = (await records.collection('timetable')).map(storedRecord);
  return all.filter((one) => one.kind === 'substitution');
}

function asCancelled(one: Substitution): Substitution {
  return { ...one, cancelled: true };
}

/** Under the account of whoever stands in, or under the clerk's own where they have none. */
async function note<O extends Noting>(
  act: OfficeAct<O>,
  operation: O,
  { teacher, class: ofClass, day, hour }: Assigned,
): Promise<void> {
  const accounts = await act.accounts.accountsOfSchool(act.school);
  const username = accounts.find(({ person }) => person === teacher)?.username ?? act.by;
  const schoolClass = act.snapshot.classes.get(ofClass);
  await act.note(username, operation, {
    day,
    hour,
    ...(schoolClass === undefined ? {} : { class: className(schoolClass) }),
  });
}

function refused(reason: FailureReason): Result<never, Failure> {
  return fail({ kind: 'notPossible', message: 'The hour cannot be given so', reason });
}

function unreadable(what: string): Result<never, Failure> {
  return fail({ kind: 'badRequest', message: `The school knows no such ${what}` });
}
