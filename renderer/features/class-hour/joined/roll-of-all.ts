import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { ClassHour } from '../view/class-hour.ts';

/**
 * The roll of several classes as that of one, for what tells of all of them: everybody is on it, and it was called when each of them was.
 */
export function rollOfAll(hours: readonly ClassHour[]): ClassHour {
  const [first, ...others] = hours;
  if (!first) throw new Error('an hour has a class');
  const sum = (count: (hour: ClassHour) => number) => hours.reduce((total, hour) => total + count(hour), 0);
  const counted = (mark: HourMark) => sum(({ counts }) => counts[mark]);
  const isCalled = hours.every(({ lesson }) => lesson?.rollCall !== undefined);
  const { lesson, ahead: _ofFirst, ...rest } = first;
  const ahead = [first, ...others].find((hour) => hour.ahead !== undefined)?.ahead;
  const { rollCall: _called, ...uncalled } = lesson ?? {};
  return {
    ...rest,
    ...(lesson ? { lesson: isCalled ? lesson : (uncalled as typeof lesson) } : {}),
    ...(ahead === undefined ? {} : { ahead }),
    pupils: hours.flatMap(({ pupils }) => pupils),
    changesAfterRollCall: sum((hour) => hour.changesAfterRollCall),
    counts: {
      present: counted('present'),
      absent: counted('absent'),
      late: counted('late'),
      exited: counted('exited'),
      outOfClass: counted('outOfClass'),
    },
  };
}
