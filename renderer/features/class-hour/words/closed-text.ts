import type { TFunction } from 'i18next';
import type { ClassHour } from '../view/class-hour.ts';
import type { Format } from '../../../i18n/format.ts';

type ClosedHour = Pick<ClassHour, 'closed' | 'day' | 'bell' | 'mayRunAhead'>;

/** Why nothing can be written on an hour and, where that will pass, from when it can. */
export function closedText(hour: ClosedHour, t: TFunction, format: Format): string {
  const { closed = 'readOnly', day, bell, mayRunAhead } = hour;
  if (closed !== 'futureDay') return t(`common.refusal.${closed}`);
  const begins = { day: format.longDay(day), time: format.clock(bell.start) };
  return t(mayRunAhead ? 'classHour.reason.futureDayAnyTime' : 'classHour.reason.futureDay', begins);
}
