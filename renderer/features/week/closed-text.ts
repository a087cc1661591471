import type { TFunction } from 'i18next';
import type { NoLessonReason } from '../../../domain/school/calendar.ts';
import type { WeekDay } from './view/taught-days.ts';

/** Why there are no lessons in a span of days, by the calendar of the school; undefined where it is open, and only these hours are nobody's. */
export function closedText(days: readonly Pick<WeekDay, 'noLesson'>[], t: TFunction): string | undefined {
  const reasons = days.flatMap(({ noLesson }) => noLesson ?? []);
  const names = [...new Set(reasons.flatMap((reason) => nameOf(reason, t) ?? []))];
  if (names.length > 0) return t('week.closed', { names: names.join(', ') });
  return reasons.some(({ kind }) => kind === 'outsideLessonSpan') ? t('week.outsideLessons') : undefined;
}

/** What a closed day is called; undefined of those that close every week, or lie outside of all lessons. */
function nameOf(reason: NoLessonReason, t: TFunction): string | undefined {
  switch (reason.kind) {
    case 'closure':
      return reason.name;
    case 'nationalHoliday':
      return t(`today.holiday.${reason.holiday}`);
    case 'patronSaint':
      return t('week.patronSaint');
    case 'sunday':
    case 'restDay':
    case 'outsideLessonSpan':
      return undefined;
  }
}
