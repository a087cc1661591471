import { officesOf, type Actor } from '../../access/actor.ts';
import { refuse } from '../../access/refusal.ts';
import type { LocalDate } from '../../base/ids.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { isAskedInTime } from '../../school/limits/asked-in-time.ts';
import { isLessonDay } from '../../school/calendar.ts';
import { isActingFor } from '../../school/who/acting-for.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { actsFault, addedActs } from '../../school/acts/kind-of-acts.ts';
import { isPermitTime, isWithinBells } from './permit-times.ts';
import { permitState } from './permit-state.ts';
import { type Permit, type PermitAct } from './record.ts';

/**
 * Who may ask for a permit and who grants it (D90): the family asks in time, the school grants until the day is over; each their own acts
 * alone. The school may ask for the family that has come or telephoned, for any time of the class's bells, and takes its own decision back.
 */
export function authorizePermit(write: Write<Permit, WriteFacts>): Decision<Permit> {
  const { actor, previous, next, facts, own = next } = write;
  const { added, isKept } = addedActs(previous?.acts ?? [], next.acts);
  const isOfFamily = (at: PermitAct['at']) => isActingFor(actor, next.pupil, dayOfInstant(at), facts);
  const isAllowed = ({ act, at }: Pick<PermitAct, 'act' | 'at'>) =>
    act === 'ask' || act === 'withdraw'
      ? isOfFamily(at) || mayGrantPermit(actor, dayOfInstant(at), next, facts)
      : mayGrantPermit(actor, dayOfInstant(at), next, facts);
  if (!added.every(isAllowed) || !isKept) return refuse('forbidden', 'acts');
  const now = { at: next.recordedAt };
  if (!isAllowed({ act: 'ask', ...now }) && !isAllowed({ act: 'grant', ...now })) return refuse('forbidden');
  if (added.some(({ by }) => by !== actor.person) || facts.enrolment === 'never') return refuse('forbidden');
  const fault = actsFault(write, added, isWholePermitAct);
  if (fault) return fault;
  const rules = facts.policies.justification ?? {};
  for (const { act, at, time } of added) {
    // Granted afterwards it would justify what has happened without anybody saying so.
    if (act === 'grant' && next.day < dayOfInstant(at)) return refuse('tooLate', 'acts');
    if (act !== 'ask' || time === undefined) continue;
    if (!facts.year || !isLessonDay(facts.year, next.day)) return refuse('noLessonDay');
    if (next.day < dayOfInstant(at)) return refuse('tooLate', 'acts');
    if (!isWithinBells(next.move, time, facts.hours)) return refuse('invalid', 'acts');
    if (!isOfFamily(at)) continue;
    if (!isAskedInTime(at, next.day, rules)) return refuse('tooLate', 'acts');
    if (!isPermitTime(next.move, time, facts.lessonHours?.() ?? facts.hours, rules))
      return refuse('invalid', 'acts');
  }
  const { voided } = permitState(own.acts);
  const isVoid = added.some(({ id }) => voided.some((act) => act.id === id));
  return isVoid ? refuse('alreadyDecided', 'acts') : ok(next);
}

/** Whether an act about a permit says all that its kind has to say, and nothing that it cannot. */
export function isWholePermitAct({ act, time, reason, text = '', answers, collector }: PermitAct): boolean {
  const isRequest = act === 'ask';
  if (isRequest !== (time !== undefined) || isRequest !== (reason !== undefined)) return false;
  if (!isRequest && (answers === undefined || collector !== undefined)) return false;
  return (act !== 'refuse' && reason !== 'other') || text.trim() !== '';
}

/** Whether somebody grants permits to the pupils of a class: principal and staff, its coordinator, and the office that keeps the pupils' papers (F.5). */
export function mayGrantPermit(
  actor: Actor,
  on: LocalDate,
  { class: schoolClass, otherClasses = [] }: Pick<Permit, 'class' | 'otherClasses'>,
  { justifying, schoolHasClass }: Pick<WriteFacts, 'justifying' | 'schoolHasClass'>,
): boolean {
  if (actor.roles.length === 0 || schoolHasClass === false) return false;
  if (actor.roles.includes('principal') || justifying?.answersFor?.(on) === true) return true;
  if (justifying?.coordinates?.(on) === true) return true;
  const hasClass = [schoolClass, ...otherClasses].some((id) => actor.classes.includes(id));
  return officesOf(actor).pupils && hasClass;
}
