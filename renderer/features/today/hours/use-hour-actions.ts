import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { classesOf, type TeacherHour } from '../../../views/hours/teacher-day.ts';
import { joinedName } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { hourKeys } from '../../../ui/actions/keys.ts';
import { hourPath } from '../../../ui/routes.ts';
import { wantRoll } from '../../../ui/focus/wanted-focus.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';

const EVERY_HOUR = [1, 2, 3, 4, 5, 6, 7, 8];

/** The keys that open the hours of a teacher's day, from every page; answers which hour has which. */
export function useHourActions(hours: readonly TeacherHour[]): ReadonlyMap<TeacherHour['planned'], string> {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const keysOf = openingKeys(hours);
  useDeclareActions([
    ...hours.flatMap((own) => {
      const { planned, subject } = own;
      const keys = keysOf.get(planned);
      if (keys === undefined) return [];
      return [
        {
          id: `my-hour-${planned.hour}`,
          label: t('today.openHour', {
            hour: format.hour(planned.hour),
            name: joinedName(classesOf(own)),
            subject: subject?.name ?? t('today.standIn'),
          }),
          keys,
          everywhere: true,
          run: () => {
            navigate(hourPath(planned.day, planned.class, planned.hour));
            wantRoll();
          },
        },
      ];
    }),
    ...unusedHourKeys(hours).map(([hour, keys]) => ({
      id: `no-hour-${hour}`,
      label: t('today.noHourThere', { hour: format.hour(hour) }),
      keys,
      everywhere: true,
      isReason: true as const,
      run: () => sayWhyNot(t('today.noHourThere', { hour: format.hour(hour) })),
    })),
  ]);
  return keysOf;
}

/** The keys of each hour of the day. Two classes at one hour have one: the first of them, as they stand in the list. */
function openingKeys(hours: readonly TeacherHour[]): ReadonlyMap<TeacherHour['planned'], string> {
  const opens = new Map<string, TeacherHour['planned']>();
  for (const { planned } of hours) {
    const keys = hourKeys(planned.hour);
    if (keys !== undefined && !opens.has(keys)) opens.set(keys, planned);
  }
  return new Map([...opens].map(([keys, planned]) => [planned, keys]));
}

/** The keys of the hours that are not mine on this day: they say so. */
function unusedHourKeys(hours: readonly TeacherHour[]): readonly (readonly [hour: number, keys: string])[] {
  const mine = new Set(hours.map(({ planned }) => planned.hour));
  return EVERY_HOUR.flatMap((hour) => {
    const keys = mine.has(hour) ? undefined : hourKeys(hour);
    return keys === undefined ? [] : [[hour, keys] as const];
  });
}
