import type { LocalTime } from '../base/ids.ts';
import { minutesToTime, timeToMinutes } from '../base/local-date.ts';
import type { LessonHour } from '../school/lesson-hour.ts';
import { WHOLE_DAY, type MinuteSpan } from '../school/minute-span.ts';

/** When the school expects a class on a day; a time that nothing says is absent. */
export interface ExpectedTimes {
  readonly start?: LocalTime;
  readonly end?: LocalTime;
}

/**
 * When a class has to be there on a day: from its first lesson to the end of its last one, or from when it was called and until it is
 * sent home (D9, D90, D106). Bells that ring for others say nothing of it.
 */
export function expectedTimes(
  lessons: readonly LessonHour[],
  classAway: readonly MinuteSpan[] = [],
): ExpectedTimes {
  if (lessons.length === 0) return {};
  const bells = {
    from: Math.min(...lessons.map(({ start }) => timeToMinutes(start))),
    to: Math.max(...lessons.map(({ end }) => timeToMinutes(end))),
  };
  const { from, to } = classAway.reduce(
    (day, away) => ({
      from: away.from === WHOLE_DAY.from ? Math.max(day.from, away.to) : day.from,
      to: away.to === WHOLE_DAY.to ? Math.min(day.to, away.from) : day.to,
    }),
    bells,
  );
  return { start: minutesToTime(from), end: minutesToTime(to) };
}
