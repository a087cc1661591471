import type { LocalDate, LocalTime } from '../base/ids.ts';
import { timeToMinutes, weekdayOf } from '../base/local-date.ts';
import type { Delegate } from '../kinds/delegate/record.ts';
import type { RollCallMark } from '../kinds/attendance-day/roll-call.ts';
import type { DayItem } from '../kinds/justification/item-state.ts';
import { permitState } from '../kinds/permit/permit-state.ts';
import type { Permit } from '../kinds/permit/record.ts';
import type { StandingAuthorisation } from '../kinds/standing-authorisation/record.ts';
import { holdsOn } from '../school/validity.ts';

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

/** Who may collect a minor on a day beside the parents (D91). */
export function delegatesOn(delegates: readonly Delegate[], day: LocalDate): readonly Delegate[] {
  return delegates.filter((delegate) => holdsOn(delegate, day));
}

/** The mark that a granted permit becomes in the roll, with one key (D90); none of a permit that is not granted. */
export function markOfPermit({ move, acts }: Permit): RollCallMark | undefined {
  const { state, request } = permitState(acts);
  if (state !== 'granted' || request?.time === undefined) return undefined;
  return { kind: move === 'entry' ? 'late' : 'exit', time: request.time };
}
