import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { can } from '../../domain/access/capabilities.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../domain/base/local-date.ts';
import type { Register } from '../data/register.ts';
import { useClock } from '../data/use-clock.ts';
import { useDeclareActions } from '../ui/actions/actions.ts';
import { KEYS } from '../ui/actions/keys.ts';
import { dayPath } from '../ui/routes.ts';
import { wantRoll } from '../ui/focus/wanted/wanted-focus.ts';

/** The keys back to now, for whoever has days; on every page. */
export function useNowAction(register: Register): void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  useDeclareActions(
    can(register.identity, 'seeSchool')
      ? [
          {
            id: 'now',
            label: t(register.pastYear === undefined ? 'today.goNow' : 'today.goLastDay'),
            keywords: `${t('today.wordsForNow')} ${register.identity.schoolName}`,
            keys: KEYS.now,
            everywhere: true,
            run: () => {
              navigate(dayPath());
              wantRoll();
            },
          },
        ]
      : [],
  );
}

/** The keys from day to day, and back to now, for whoever has days to walk through: to the day itself, or to what is shown of it. */
export function useDayActions(
  register: Register,
  shown: LocalDate | undefined,
  pathOf: (day: LocalDate, isToday: boolean) => string = (to, isToday) => dayPath(isToday ? undefined : to),
): void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const today = dayOfInstant(useClock(register));
  const day = shown ?? today;
  useNowAction(register);
  const go = (to: LocalDate) => navigate(pathOf(to, to === today));
  useDeclareActions(
    can(register.identity, 'seeSchool')
      ? [
          {
            id: 'previous-day',
            label: t('today.previousDay'),
            keys: KEYS.previousDay,
            everywhere: true,
            run: () => go(addDays(day, -1)),
          },
          {
            id: 'next-day',
            label: t('today.nextDay'),
            keys: KEYS.nextDay,
            everywhere: true,
            run: () => go(addDays(day, 1)),
          },
        ]
      : [],
  );
}
