import type { Instant, LocalDate } from '../base/ids.ts';
import { dayOfInstant, daysBetween } from '../base/local-date.ts';

/** How long a teacher has to put a slip right before a family sees it (D76). */
export const MINUTES_BEFORE_SHOWN = 30;
/** From how many days on a grade that is shown is no news, and stands in the digest with its date (D77). */
export const DAYS_OF_NEWS = 7;

/** What holds a grade back from the family (D76). */
export interface HeldBack {
  /** When it was written last. */
  readonly recordedAt: Instant;
  /** The first day on which it may be seen, as its teacher or the class’s council has said. */
  readonly embargoes: readonly LocalDate[];
}

/** Whether a family may see a grade: half an hour after it was written, and from the beginning of the last day that somebody asked for (D76). */
export function isShownToFamily({ recordedAt, embargoes }: HeldBack, now: Instant): boolean {
  const waited = Date.parse(now) - Date.parse(recordedAt) >= MINUTES_BEFORE_SHOWN * 60_000;
  const today = dayOfInstant(now);
  return waited && embargoes.every((day) => day <= today);
}

/** Whether a grade is told as something new on the day on which it is shown, or listed with its own date (D77). */
export function isNews(day: LocalDate, shownOn: LocalDate): boolean {
  return daysBetween(day, shownOn) <= DAYS_OF_NEWS;
}
