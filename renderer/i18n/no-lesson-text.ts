import type { TFunction } from 'i18next';
import type { NoLessonReason } from '../../domain/school/calendar.ts';

/** Why there are no lessons on a day, in words. */
export function noLessonText(reason: NoLessonReason, t: TFunction): string {
  switch (reason.kind) {
    case 'nationalHoliday':
      return t('today.reason.nationalHoliday', { name: t(`today.holiday.${reason.holiday}`) });
    case 'closure':
      return t('today.reason.closure', { name: reason.name });
    case 'outsideLessonSpan':
    case 'sunday':
    case 'restDay':
    case 'patronSaint':
      return t(`today.reason.${reason.kind}`);
  }
}
