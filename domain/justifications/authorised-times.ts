import type { LocalDate, LocalTime } from '../base/ids.ts';
import { timeToMinutes, weekdayOf } from '../base/local-date.ts';
import { dayState } from '../kinds/attendance-day/attendance-state.ts';
import { movesOf } from '../kinds/attendance-day/hour-presence.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { RollCallMark } from '../kinds/attendance-day/roll-call.ts';
import type { DayItem } from '../kinds/justification/item-state.ts';
import { permitState } from '../kinds/permit/permit-state.ts';
import type { Permit } from '../kinds/permit/record.ts';
import type { StandingAuthorisation } from '../kinds/standing-authorisation/record.ts';
import type { LessonHour } from '../school/lesson-hour.ts';

/** Whether a standing authorisation covers a late entry or an exit of a day, its last minute included (D91). */
export function isAuthorised(
  { item, time }: DayItem,
  day: LocalDate,
  { start, end }: { readonly start?: LocalTime; readonly end?: LocalTime },
  authorisation: StandingAuthorisation,
): boolean {
  const { from, to, weekdays, minutes } = authorisation;
  if (item !== authorisation.item || time === undefined || day < from || day > to) return false;
  if (!weekdays.includes(weekdayOf(day))) return false;
  if (item === 'late') return start !== undefined && timeToMinutes(time) - timeToMinutes(start) <= minutes;
  return end !== undefined && timeToMinutes(end) - timeToMinutes(time) <= minutes;
}

/** Whether a granted permit covers a late entry or an exit: whoever comes no later, and leaves no earlier, than was granted (D90). */
export function isPermitted({ item, time }: DayItem, permits: readonly Permit[]): boolean {
  return permits.some(({ move, acts }) => {
    const { state, request } = permitState(acts);
    if (state !== 'granted' || request?.time === undefined || time === undefined) return false;
    return move === 'entry'
      ? item === 'late' && time <= request.time
      : item === 'exit' && time >= request.time;
  });
}

/** The mark that a granted permit becomes in the roll, with one key (D90); none of a permit that is not granted. */
export function markOfPermit({ move, acts }: Permit): RollCallMark | undefined {
  const { state, request } = permitState(acts);
  if (state !== 'granted' || request?.time === undefined) return undefined;
  return { kind: move === 'entry' ? 'late' : 'exit', time: request.time };
}

/**
 * Whether a permit needs no mark any more: the pupil has come, or has left and is not back, or leaves when it was granted. Whoever went
 * to the doctor and came back has not used the permit of noon (D90).
 */
export function isPermitUsed(
  move: Permit['move'],
  time: LocalTime,
  events: readonly AttendanceEvent[],
): boolean {
  if (move === 'entry') return dayState(events).arrival !== undefined;
  const moves = movesOf(events);
  return moves.at(-1)?.kind === 'exit' || moves.some((one) => one.kind === 'exit' && one.time >= time);
}

/** The hour in whose roll a permit is marked: in a pause, who comes is in the next one and who leaves was in the one before (D90). */
export function hourOfPermit<Hour extends LessonHour>(
  move: Permit['move'],
  time: LocalTime,
  hours: readonly Hour[],
): Hour | undefined {
  const inOrder = hours.toSorted((a, b) => a.start.localeCompare(b.start));
  const next = inOrder.find(({ end }) => time < end);
  if (move === 'entry' || (next && next.start <= time)) return next ?? inOrder.at(-1);
  return inOrder.findLast(({ end }) => end <= time) ?? next;
}
