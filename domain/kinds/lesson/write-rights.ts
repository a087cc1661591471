import type { Actor } from '../../access/actor.ts';
import { refuse } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import type { Instant, SubjectId } from '../../base/ids.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import {
  BELL_TOLERANCE_MINUTES,
  hasBegun,
  isInBegunBlock,
  mayRunAhead,
} from '../../school/before-its-time.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isTooLateToStandIn } from '../../school/limits/stand-in-days.ts';
import { dayRefusal, hoursStoodIn, isUnknownHour, mayKeepRoll, mayTeach } from '../../school/written-hour.ts';
import { type Lesson, type Signature } from './record.ts';
import { signatureOf } from './signature-of.ts';

/**
 * Who may write a lesson (D16, D17, D19): a teacher of the class on the day, or who stands in for one; nobody signs for another, puts
 * words under a colleague's signature, or signs what has not begun. Whoever answers for the class confirms its roll and signs nothing (F.5).
 */
export function authorizeLesson({
  actor,
  previous,
  next,
  started,
  facts,
}: Write<Lesson, WriteFacts>): Decision<Lesson> {
  const isKnownSubstitute =
    (previous !== null && standsIn(actor, previous)) || hoursStoodIn(actor, facts).includes(next.hour);
  const isSubstitute = isKnownSubstitute || standsIn(actor, next);
  const isTeacher = mayTeach(actor, facts) || (isSubstitute && facts.schoolHasClass !== false);
  if (!isTeacher && !(mayKeepRoll(actor, facts) && saysOnlyRoll(previous, next))) return refuse('forbidden');
  // The name of a group may look like that of a site: two lessons could then meet under one key.
  if (previous && (previous.class !== next.class || previous.group !== next.group))
    return refuse('identityChanged', 'class');
  if (isUnknownHour(next.hour, facts)) return refuse('invalid', 'hour');
  if (!previous && isUnknownGroup(next.group, facts)) return refuse('invalid', 'group');
  if (next.subject !== previous?.subject && isUnknownSubject(next.subject, facts))
    return refuse('invalid', 'subject');
  const dayFault = dayRefusal(next, facts, next.hour);
  if (dayFault) return refuse(dayFault);
  if (!mayTeach(actor, facts) && !isKnownSubstitute && isTooLateToStandIn(next.day, next.recordedAt))
    return refuse('windowClosed', 'signatures');
  const changed = changedSignatures(previous?.signatures ?? [], next.signatures);
  if (changed.some((signature) => signature.teacher !== actor.person))
    return refuse('othersSignature', 'signatures');
  const mine = signatureOf(next, actor.person);
  if (mine && changed.length > 0 && !maySignAs(mine, facts)) return refuse('forbidden');
  if (mine?.replaces !== undefined && (mine.type !== 'substitution' || mine.replaces === mine.teacher))
    return refuse('invalid', 'signatures');
  // Whom one stands in for is read by the whole school, and printed.
  if (mine?.replaces !== undefined && changed.includes(mine) && facts.isColleague?.(mine.replaces) === false)
    return refuse('invalid', 'signatures');
  // A substitution names any subject of the school, and no other: it counts as taught, and is printed.
  if (mine && changed.includes(mine) && isUnknownSubject(mine.subject, facts))
    return refuse('invalid', 'signatures');
  if (mine?.joinedWith?.includes(next.class)) return refuse('invalid', 'signatures');
  if (mine && !namesKnownClasses(mine, signatureOf(previous ?? undefined, mine.teacher), next.hour, facts))
    return refuse('invalid', 'signatures');
  if (mine && changed.includes(mine) && !maySignNow(next, mine.signedAt, facts))
    return refuse('notYet', 'signatures');
  const teachers = new Set(next.signatures.map((signature) => signature.teacher));
  if (teachers.size !== next.signatures.length) return refuse('invalid', 'signatures');
  const textChanged = next.topic !== (previous?.topic ?? '') || next.activity !== (previous?.activity ?? '');
  // The topic is part of what is signed: writing it without a signature would put words under a colleague's name.
  if (textChanged && !mine && next.signatures.length > 0) return refuse('othersSignature', 'topic');
  const rollCallChanged = !equalJson(previous?.rollCall, next.rollCall);
  // Whoever has confirmed a roll may say that they have not: a class that was joined by mistake is not called (D17).
  const { by: caller } = next.rollCall ?? previous?.rollCall ?? {};
  if (rollCallChanged && caller !== actor.person) return refuse('forbidden', 'rollCall');
  if (rollCallChanged && next.rollCall && !hasBegunOr(next, next.rollCall.at, facts))
    return refuse('notYet', 'rollCall');
  return subjectDecided({ actor, previous, next, facts, ...(started === undefined ? {} : { started }) });
}

/**
 * The subject of an hour is part of what a colleague has signed: it is set where there is none, and changed by nobody else (D20). Two that
 * did not know of each other have both named one: that of the signature which stands is kept, and nobody's signature is refused for it.
 */
function subjectDecided({ actor, previous, next, started }: Write<Lesson, WriteFacts>): Decision<Lesson> {
  const known = previous?.subject;
  const isSigned = previous?.signatures.some(({ teacher }) => teacher !== actor.person) ?? false;
  if (known === undefined || known === next.subject || !isSigned) return ok(next);
  return started === undefined ? refuse('othersSignature', 'subject') : ok({ ...next, subject: known });
}

/** A group that the class has not got: two hours of it would stand beside each other, and one of them would be nobody's. */
function isUnknownGroup(group: string | undefined, { groups }: WriteFacts): boolean {
  return group !== undefined && groups !== undefined && !groups.includes(group);
}

/** A subject that the school has not got. */
function isUnknownSubject(subject: SubjectId | undefined, { isSubject }: WriteFacts): boolean {
  return subject !== undefined && isSubject?.(subject) === false;
}

/**
 * Whether a lesson bears the actor's signature as a substitute: whoever stands in for one hour belongs to it without belonging to the
 * class, and signs it and writes its texts (D17).
 */
export function standsIn(actor: Actor, lesson: Lesson): boolean {
  return actor.roles.includes('teacher') && signatureOf(lesson, actor.person)?.type === 'substitution';
}

/** Whether nothing changes but that the roll was called. */
function saysOnlyRoll(previous: Lesson | null, next: Lesson): boolean {
  const said = ({ subject, topic, activity, signatures }: Lesson) => [
    subject ?? null,
    topic,
    activity,
    signatures,
  ];
  return equalJson(previous ? said(previous) : [null, '', '', []], said(next));
}

/**
 * Whether the classes that a signature joins with its own, and did not name before, could have been there: what it names is read by whoever
 * reads the lesson.
 */
function namesKnownClasses(
  { joinedWith = [] }: Signature,
  before: Signature | undefined,
  hour: number,
  { isJoinable }: WriteFacts,
): boolean {
  return joinedWith.every(
    (id) => before?.joinedWith?.includes(id) === true || isJoinable?.(id, hour) !== false,
  );
}

function maySignAs(signature: Signature, facts: WriteFacts): boolean {
  if (signature.type === 'substitution') return true;
  return signature.subject !== undefined && facts.subjects.includes(signature.subject);
}

/** A lesson is signed when its hour has begun, or together with the one before it (D19); the time of the signature decides. */
function maySignNow(lesson: Lesson, signedAt: Instant, facts: WriteFacts): boolean {
  if (hasBegunOr(lesson, signedAt, facts)) return true;
  return isInBegunBlock(lesson, facts.hours, facts.ownHours ?? [], signedAt, BELL_TOLERANCE_MINUTES);
}

/** Whether the hour of a lesson had begun, or the school does not mind; of an hour without a bell nothing can be said. */
function hasBegunOr({ day, hour }: Lesson, moment: Instant, facts: WriteFacts): boolean {
  const bell = facts.hours.find((candidate) => candidate.hour === hour);
  if (!bell || mayRunAhead(facts.policies)) return true;
  return hasBegun({ day, start: bell.start }, moment, BELL_TOLERANCE_MINUTES);
}

function changedSignatures(before: readonly Signature[], after: readonly Signature[]): readonly Signature[] {
  const isIn = (list: readonly Signature[], signature: Signature) =>
    list.some((other) => equalJson(other, signature));
  return [
    ...before.filter((signature) => !isIn(after, signature)),
    ...after.filter((signature) => !isIn(before, signature)),
  ];
}
