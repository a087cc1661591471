import type { Actor } from '../access/actor.ts';
import type { RefusalReason } from '../access/refusal.ts';
import type { Instant, LocalDate } from '../base/ids.ts';
import { BELL_TOLERANCE_MINUTES, writingTimes } from './before-its-time.ts';
import { isLessonDay } from './calendar.ts';
import { isTooFarBack } from './limits/days-back.ts';
import { signingFault } from './signing-window.ts';
import type { WriteFacts } from './write-facts.ts';

/** Whether an actor teaches in the record's class on its day. */
export function mayTeach(actor: Actor, facts: WriteFacts): boolean {
  return actor.roles.includes('teacher') && facts.teaches;
}

/** Whether an actor keeps the roll of the record's class on its day: its teachers do, its coordinator, and whoever answers for it (F.5). */
export function mayKeepRoll(actor: Actor, facts: WriteFacts): boolean {
  if (mayTeach(actor, facts)) return true;
  const isOver = facts.answersFor === true || facts.coordinates === true;
  return actor.roles.length > 0 && isOver && facts.schoolHasClass !== false;
}

/** Whether an actor may stand in for a colleague in the record's class: every teacher of the school may (D209). */
export function mayStandIn(actor: Actor, facts: WriteFacts): boolean {
  return actor.roles.includes('teacher') && facts.schoolHasClass !== false;
}

/** The hours of the record's class on its day whose roll an actor keeps by standing in there, and no other (D209). */
export function hoursStoodIn(actor: Actor, facts: WriteFacts): readonly number[] {
  return mayStandIn(actor, facts) ? (facts.standsIn ?? []) : [];
}

/** Whether an actor may mark pupils in one hour of the record's class on its day. */
export function keepsRoll(actor: Actor, facts: WriteFacts, hour: number): boolean {
  return mayKeepRoll(actor, facts) || hoursStoodIn(actor, facts).includes(hour);
}

/** An hour that the class's bell scheme does not have; where there is no scheme nothing can be said. */
export function isUnknownHour(hour: number, facts: WriteFacts): boolean {
  return facts.hours.length > 0 && !facts.hours.some((bell) => bell.hour === hour);
}

/** Why nothing may be written of a day, or of one of its hours, at the time of the save: the signing window (D19), the days back (D107) and the calendar (D1–D4). */
export function dayRefusal(
  record: { readonly day: LocalDate; readonly recordedAt: Instant },
  facts: WriteFacts,
  hour: number | undefined,
): RefusalReason | undefined {
  const { hours, ownHours = [], policies } = facts;
  const window = policies.signingWindow;
  // Elsewhere the day alone decides, and nothing has to be computed for each mark.
  const bounds =
    window === 'duringHour'
      ? writingTimes(hour, hours, ownHours, policies, BELL_TOLERANCE_MINUTES)
      : undefined;
  const fault = signingFault(window, { day: record.day, ...bounds }, record.recordedAt);
  if (fault) return fault;
  if (isTooFarBack(record.day, record.recordedAt, facts)) return 'windowClosed';
  return facts.year && isLessonDay(facts.year, record.day) ? undefined : 'noLessonDay';
}
