import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { classesOf, type TeacherHour } from '../../../views/hours/teacher-day.ts';
import { joinedName } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { hourKeys } from '../../../ui/actions/keys.ts';
import { hourPath } from '../../../ui/routes.ts';
import { wantRoll } from '../../../ui/focus/wanted/wanted-focus.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';

const EVERY_HOUR = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * The keys that open the hours of a teacher's day, from every page; answers which hour has which. While the hours are being read (undefined) nobody can say what there
 * is: a key that is pressed then is done when they are known.
 */
export function useHourActions(
  hours: readonly TeacherHour[] | undefined,
): ReadonlyMap<TeacherHour['planned'], string> {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const wanted = useRef<number | undefined>(undefined);
  const keysOf = openingKeys(hours ?? []);
  const open = ({ day, class: schoolClass, hour }: TeacherHour['planned']) => {
    navigate(hourPath(day, schoolClass, hour));
    wantRoll();
  };
  const sayNone = (hour: number) => sayWhyNot(t('today.noHourThere', { hour: format.hour(hour) }));
  useEffect(() => {
    const hour = wanted.current;
    if (hours === undefined || hour === undefined) return;
    wanted.current = undefined;
    const own = hours.find(({ planned }) => planned.hour === hour);
    if (own) open(own.planned);
    else sayNone(hour);
  });
  useDeclareActions([
    ...(hours ?? []).flatMap((own) => {
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
          run: () => open(planned),
        },
      ];
    }),
    ...unusedHourKeys(hours ?? []).map(([hour, keys]) => ({
      id: `no-hour-${hour}`,
      label: t('today.noHourThere', { hour: format.hour(hour) }),
      keys,
      everywhere: true,
      isReason: true as const,
      run: () => {
        if (hours) sayNone(hour);
        else wanted.current = hour;
      },
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
