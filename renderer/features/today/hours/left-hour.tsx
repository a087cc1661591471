import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { joinedName } from '../../../i18n/class-label.ts';
import { useFormat, type Format } from '../../../i18n/format.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import { KeyCap } from '../../../ui/marks/key-cap.tsx';
import { dayPath } from '../../../ui/routes.ts';
import { classesOf } from '../../../views/hours/teacher-day.ts';
import classes from './left-hour.module.css';
import type { ShownHour } from './use-shown-hour.ts';

type Left = NonNullable<ShownHour['left']>;

/** Offers the hour of this moment where the one before stayed on the screen: nothing changes under the fingers. */
export function LeftHour({ left, now }: { readonly left: Left; readonly now: ShownHour['now'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  // The line above a class of an earlier day says so, and leads back.
  if (left.isOtherDay || !left.next) return null;
  return (
    <div className={classes['left']}>
      <span>{leftText(left, now, t, format)}</span>
      <Button
        component={Link}
        href={dayPath()}
        size="compact-sm"
        variant="filled"
        rightSection={<KeyCap>{KEYS.now}</KeyCap>}
        {...hint(KEYS.now)}
      >
        {t('today.left.open', {
          hour: format.hour(left.next.planned.hour),
          name: joinedName(classesOf(left.next)),
        })}
      </Button>
    </div>
  );
}

/** What assistive technology is told of it, with the keys that lead on. */
export function leftSaid(
  left: Left,
  now: ShownHour['now'],
  t: TFunction,
  format: Format,
  keys: string,
): string {
  const text = leftText(left, now, t, format);
  if (left.isOtherDay || !left.next) return `${text} ${t('today.left.sayDay', { keys })}`;
  const { planned } = left.next;
  return `${text} ${t('today.left.say', { keys, hour: format.hour(planned.hour), name: joinedName(classesOf(left.next)) })}`;
}

function leftText({ hour, isOtherDay }: Left, now: ShownHour['now'], t: TFunction, format: Format): string {
  if (isOtherDay) return t('today.left.day', { day: format.longDay(now.day) });
  const { hour: number, end } = hour.planned;
  return t(end <= now.time ? 'today.left.over' : 'today.left.other', { hour: format.hour(number) });
}
