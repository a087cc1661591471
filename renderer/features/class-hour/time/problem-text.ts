import type { TFunction } from 'i18next';
import type { Format } from '../../../i18n/format.ts';
import type { HourSpan } from './time-entry.ts';
import type { TimeProblem } from './typed-time.ts';

/** Why a typed time is not taken, and what to do, in words (C4). */
export function problemText(problem: TimeProblem, span: HourSpan, t: TFunction, format: Format): string {
  const bounds = { start: format.clock(span.start), end: format.clock(span.end) };
  switch (problem.kind) {
    case 'notATime':
      return t('classHour.roll.timeInvalid');
    case 'notInHour':
      return t('classHour.roll.minuteInvalid', { minute: problem.minute, ...bounds });
    case 'ahead':
      return t('classHour.roll.timeAhead', {
        time: format.clock(problem.time),
        now: format.clock(problem.now),
      });
    case 'notThisHour':
      return t('classHour.roll.timeNotYours', { time: format.clock(problem.time), ...bounds });
    case 'otherHour': {
      const time = format.clock(problem.time);
      return problem.hour === undefined
        ? t('classHour.roll.timeOutside', { time })
        : t('classHour.roll.timeElsewhere', { time, hour: format.hour(problem.hour) });
    }
  }
}
