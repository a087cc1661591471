import { instantToMilliseconds, toInstant, type Instant, type LocalDate } from '../../base/ids.ts';
import { startOfDay } from '../../base/local-date.ts';

/** How long a teacher has to put a slip right before a family sees it (D76). */
export const MINUTES_BEFORE_SHOWN = 30;

/** What of a grade itself holds it back from the family; what the school holds back of its class comes on top (D76). */
export interface HeldBack {
  /** When it was written last. */
  readonly recordedAt: Instant;
  /** When it arrived at the server: before that nobody else sees it. */
  readonly receivedAt: Instant;
  /** The first day on which it may be seen, as its teacher has said of it or of its column. */
  readonly embargo?: LocalDate;
}

/** From when on a family may see a grade: once it has arrived, half an hour after it was written, and on the day that its teacher asked for (D76). */
export function shownFrom({ recordedAt, receivedAt, embargo }: HeldBack): Instant {
  const waited = toInstant(instantToMilliseconds(recordedAt) + MINUTES_BEFORE_SHOWN * 60_000);
  const days = embargo === undefined ? [] : [startOfDay(embargo)];
  return [waited, receivedAt, ...days].reduce((one, other) => (one > other ? one : other));
}
