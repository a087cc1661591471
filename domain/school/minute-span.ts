import type { LocalDate, LocalTime } from '../base/ids.ts';

/** A stretch of a day in minutes since midnight: `to` is the first minute that is no part of it. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** How many minutes some stretches have that do not overlap. */
export function minutesIn(spans: readonly MinuteSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** What is left of some stretches without others. */
export function minutesWithout(
  spans: readonly MinuteSpan[],
  taken: readonly MinuteSpan[],
): readonly MinuteSpan[] {
  return taken.reduce<readonly MinuteSpan[]>(
    (left, { from, to }) =>
      left.flatMap((span) =>
        [
          { from: span.from, to: Math.min(span.to, from) },
          { from: Math.max(span.from, to), to: span.to },
        ].filter((part) => part.from < part.to),
      ),
    spans,
  );
}

/** All of a day. */
export const WHOLE_DAY: MinuteSpan = { from: 0, to: 24 * 60 };

/** What a record says of when a pupil is elsewhere in the school's own name (D98). */
export interface TimeElsewhere {
  readonly id: string;
  /** First day, and the last one where there are more. */
  readonly day: LocalDate;
  readonly lastDay?: LocalDate;
  /** Which part of each day. */
  readonly during: { readonly fromHour?: number; readonly start?: LocalTime; readonly end?: LocalTime };
  readonly withdrawn?: boolean;
}
