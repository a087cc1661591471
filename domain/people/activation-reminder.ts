import type { LocalDate } from '../base/ids.ts';
import { startYearOf } from '../school/calendar.ts';

/** Whether nobody has ever signed in with an account that could be used (S9). */
export function isNeverActivated({
  state,
  hasLeft,
}: {
  readonly state: 'issued' | 'activated' | 'blocked';
  readonly hasLeft: boolean;
}): boolean {
  return state === 'issued' && !hasLeft;
}

/** Whether the office is reminded of those who never signed in: after 30 September, until the school year ends (S9). */
export function isReminderTime(today: LocalDate): boolean {
  return today > `${startYearOf(today)}-09-30`;
}
