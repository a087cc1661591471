import { instantToMilliseconds, toInstant, type Instant, type LocalDate } from '../../base/ids.ts';
import { startOfDay } from '../../base/local-date.ts';

/** How long a teacher has to put a slip right before a family sees it (D76). */
export const MINUTES_BEFORE_SHOWN = 30;

/** What holds a grade back from the family (D76). */
export interface HeldBack {
  /** When it was written last. */
  readonly recordedAt: Instant;
  /** When it arrived at the server: before that nobody else sees it. */
  readonly receivedAt: Instant;
  /** The first day on which it may be seen, as its teacher or the class’s council has said. */
  readonly embargoes: readonly LocalDate[];
}

/** From when on a family may see a grade: once it has arrived, half an hour after it was written, and on the last day that somebody asked for (D76). */
export function shownFrom({ recordedAt, receivedAt, embargoes }: HeldBack): Instant {
  const waited = toInstant(instantToMilliseconds(recordedAt) + MINUTES_BEFORE_SHOWN * 60_000);
  return [waited, receivedAt, ...embargoes.map(startOfDay)].reduce((one, other) =>
    one > other ? one : other,
  );
}
