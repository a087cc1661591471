import { officesOf, type Actor } from '../../access/actor.ts';
import { refuse, type RefusalReason } from '../../access/refusal.ts';
import type { LocalDate } from '../../base/ids.ts';
import { addDays, dayOfInstant, schoolDayAndTime } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isAskedInTime } from '../../school/limits/asked-in-time.ts';
import { isLessonDay, periodOn } from '../../school/calendar.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isActingFor } from '../../school/who/acting-for.ts';
import { mayKeepRoll } from '../../school/written-hour.ts';
import { actsFault, addedActs } from '../../school/acts/kind-of-acts.ts';
import { isWholeAct } from './act-fault.ts';
import { lastDayToSend } from './allowed-days.ts';
import { voidActsOf, type VoidReason } from './item-state.ts';
import { TAKEN_BACK_ACTS, type Justification, type JustificationAct } from './record.ts';

type JustificationWrite = Write<Justification, WriteFacts>;

/** What the author of an act without effect is told, where they could have known. */
const REFUSAL_OF: Readonly<Record<VoidReason, RefusalReason>> = {
  textWithdrawn: 'textWithdrawn',
  alreadyDecided: 'alreadyDecided',
  sentByOther: 'sentByOther',
  itemCorrected: 'textWithdrawn',
};

/**
 * Who may do what about a pupil's day (B.1, D86, D87, F.5): each their own acts alone, and nobody takes one out again.
 *
 * An act that has no effect in the state its author knew, beside which they wrote it, is refused. One that has none because of what its
 * author could not know stays in the record, without effect: a device without a line hears of it by a notice, and whoever came first
 * decides nothing.
 */
export function authorizeJustification(write: JustificationWrite): Decision<Justification> {
  const { actor, previous, next, facts, own = next } = write;
  const { added, isKept } = addedActs(previous?.acts ?? [], next.acts);
  const rightless = added.find((act) => !mayAct(actor, act, next, facts));
  // Whoever has no right hears of nothing that stands.
  if (rightless || (added.length === 0 && !isOneOfThem(actor, next, facts)))
    return refuse('forbidden', 'acts');
  if (!isKept || added.some(({ by }) => by !== actor.person)) return refuse('forbidden', 'acts');
  if (facts.enrolment === 'never') return refuse('forbidden');
  const fault = actsFault(write, added, isWholeAct);
  if (fault) return fault;
  if (!facts.year || !isLessonDay(facts.year, next.day)) return refuse('noLessonDay');
  const late = added.map((act) => timeFault(act, next, facts)).find((fault) => fault !== undefined);
  if (late) return refuse(late, 'acts');
  const without = voidActsOf(own.acts).find(({ act }) => added.some(({ id }) => id === act.id));
  return without ? refuse(REFUSAL_OF[without.reason], 'acts') : ok(next);
}

/** Whether somebody may do this at all, whatever stands (the table of B.1). */
function mayAct(actor: Actor, act: JustificationAct, record: Justification, facts: WriteFacts): boolean {
  const done = dayOfInstant(act.at);
  switch (act.act) {
    case 'announce':
    case 'send':
    case 'withdraw':
      return isActingFor(actor, record.pupil, done, facts);
    case 'validate':
    case 'reject':
    case 'splitOff':
      return mayDecide(actor, done, facts);
    case 'justify':
      return mayDecide(actor, done, facts) || (officesOf(actor).pupils && hasClass(actor, record));
    case 'revoke':
      return isOfStaff(actor, done, facts);
    case 'takeBack':
      // Nobody but who did it; whoever could do it then can take it back.
      return actor.roles.length > 0 && takenBack(act, record) !== undefined;
  }
}

/** What an act takes back: something that its own author has decided. */
function takenBack(
  { answers, by }: JustificationAct,
  { acts }: Pick<Justification, 'acts'>,
): JustificationAct | undefined {
  return acts.find((one) => one.id === answers && one.by === by && TAKEN_BACK_ACTS.includes(one.act));
}

/** What a member of the staff may do on a day about what the pupils of a class have to justify. */
export interface DecidingRights {
  readonly decides: boolean;
  /** Writes down what came on paper, by telephone or by word of mouth. */
  readonly writesDown: boolean;
  readonly revokes: boolean;
}

/** What somebody may do on a day about a class's own pupils (B.1): what a page offers; the server decides again. */
export function decidingRights(
  actor: Actor,
  on: LocalDate,
  schoolClass: Pick<Justification, 'class'>,
  facts: WriteFacts,
): DecidingRights {
  const decides = mayDecide(actor, on, { ...facts, enrolment: 'enrolled' });
  const writesDown = decides || (officesOf(actor).pupils && hasClass(actor, schoolClass));
  return { decides, writesDown, revokes: isOfStaff(actor, on, facts) };
}

/** Whoever has the class in the first hour of the day on which it is done, its coordinator, the principal's staff. */
function mayDecide(actor: Actor, done: LocalDate, facts: WriteFacts): boolean {
  if (isOfStaff(actor, done, facts)) return true;
  const { enrolment, isEnrolledOn, takesFirstHour, justifying } = facts;
  // Of a pupil who has changed class since, the teachers of either one: nobody of a class that the pupil had left before.
  const isOwnPupil = enrolment === 'enrolled' || enrolment === 'leftToday' || isEnrolledOn?.(done) === true;
  if (!isOwnPupil || actor.roles.length === 0) return false;
  if (justifying?.coordinates?.(done) === true) return true;
  // Who has the class on the day of the act decides, and may have come to it after the day that is justified.
  return actor.roles.includes('teacher') && takesFirstHour?.(done) === true;
}

function isOfStaff(actor: Actor, done: LocalDate, { justifying, schoolHasClass }: WriteFacts): boolean {
  if (actor.roles.length === 0 || schoolHasClass === false) return false;
  return actor.roles.includes('principal') || justifying?.answersFor?.(done) === true;
}

function isOneOfThem(actor: Actor, record: Justification, facts: WriteFacts): boolean {
  return (
    actor.child === record.pupil ||
    mayKeepRoll(actor, facts) ||
    isOfStaff(actor, dayOfInstant(record.recordedAt), facts) ||
    hasClass(actor, record)
  );
}

function hasClass({ roles, classes }: Actor, record: Pick<Justification, 'class' | 'otherClasses'>): boolean {
  return (
    roles.length > 0 && [record.class, ...(record.otherClasses ?? [])].some((id) => classes.includes(id))
  );
}

/** Why an act is too early or too late, by the time at which it was done. */
function timeFault(
  act: JustificationAct,
  record: Justification,
  { policies, year, justifying }: WriteFacts,
): RefusalReason | undefined {
  const { day } = record;
  const done = schoolDayAndTime(act.at);
  const rules = policies.justification ?? {};
  switch (act.act) {
    case 'announce': {
      if (day < done.day) return 'tooLate';
      if (act.item === 'absence') return undefined;
      return isAskedInTime(act.at, day, rules) ? undefined : 'tooLate';
    }
    case 'send': {
      if (done.day < day) return 'futureDay';
      const { lastDay = day } = act;
      // A late entry and an exit are of one day.
      if (act.item !== 'absence' && lastDay !== day) return 'invalid';
      if (lastDay < day || lastDay > done.day) return 'invalid';
      // What a device says of later days gives no time that the marks do not give.
      const last = lastDayToSend(act.item, justifying?.absentUntil?.(lastDay) ?? lastDay, rules);
      return last !== undefined && done.day > last ? 'tooLate' : undefined;
    }
    case 'validate':
    case 'reject':
    case 'splitOff':
      // An absence is justified when the pupil is back: on another day (D89).
      return done.day < (act.item === 'absence' ? addDays(day, 1) : day) ? 'notYet' : undefined;
    case 'justify':
      return done.day < day ? 'futureDay' : undefined;
    case 'takeBack': {
      const answered = takenBack(act, record);
      // On another day the decision has been read: then the staff revokes it.
      return answered && dayOfInstant(answered.at) !== done.day ? 'tooLate' : undefined;
    }
    case 'revoke':
      // What was justified in a period is not opened again in the next one (B.1).
      return year && periodOn(year, day) !== periodOn(year, done.day) ? 'periodClosed' : undefined;
    case 'withdraw':
      return undefined;
  }
}
