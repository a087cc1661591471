import type { TFunction } from 'i18next';
import type { ClassHour } from '../view/class-hour.ts';
import type { Format } from '../../../i18n/format.ts';

type ClosedHour = Pick<ClassHour, 'closed' | 'signedAway' | 'signFirst' | 'day' | 'bell' | 'mayRunAhead'>;

/** Why nothing can be written on an hour and, where that will pass, from when it can. */
export function closedText(hour: ClosedHour, t: TFunction, format: Format): string {
  const { closed = 'readOnly', signFirst, day, bell, mayRunAhead } = hour;
  if (hour.signedAway) return t('classHour.lesson.signedAway');
  if (hour.closed === undefined && signFirst) return t('classHour.reason.signFirst');
  if (closed !== 'futureDay') return t(`common.refusal.${closed}`);
  const begins = { day: format.longDay(day), time: format.clock(bell.start) };
  return t(mayRunAhead ? 'classHour.reason.futureDayAnyTime' : 'classHour.reason.futureDay', begins);
}

/** Whether nothing can be marked in the roll of an hour now. */
export function isRollClosed({ closed, signFirst }: Pick<ClassHour, 'closed' | 'signFirst'>): boolean {
  return closed !== undefined || signFirst === true;
}
