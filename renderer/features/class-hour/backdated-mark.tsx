import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import type { EntryTimes } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';

interface BackdatedMarkProps {
  readonly times: EntryTimes | undefined;
  /** What the words "today" and "yesterday" are said from; the arrival where it is absent. */
  readonly now?: Instant;
  /** Whether the words stand beside the sign, or only in its name. */
  readonly withText?: boolean;
}

/** Says of an entry that it claims a time at which it cannot have been written: the time claimed, and that of its arrival (W3). */
export function BackdatedMark({ times, now: from, withText = false }: BackdatedMarkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!times?.backdated || times.receivedAt === undefined) return null;
  const { claimed, after } = times.backdated;
  const now = from ?? times.receivedAt;
  const text = t('classHour.lesson.backdated', {
    claimed: format.when(claimed, now),
    received: format.when(times.receivedAt, now),
  });
  const why = t('classHour.lesson.backdatedTitle', { after: format.when(after, now) });
  const icon = <IconClockExclamation size={14} stroke={1.7} aria-hidden="true" />;
  if (withText)
    return (
      <span title={why}>
        {icon} {text}
      </span>
    );
  return (
    <span role="img" aria-label={text} title={`${text}. ${why}`}>
      {icon}
    </span>
  );
}
