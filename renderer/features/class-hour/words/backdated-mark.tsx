import { IconClockExclamation } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { EntryTimes } from '../view/class-hour.ts';
import { useFormat, type Format } from '../../../i18n/format.ts';

interface BackdatedMarkProps {
  readonly times: EntryTimes | undefined;
  /** What the words "today" and "yesterday" are said from; the arrival where it is absent. */
  readonly now?: Instant;
  /** Of whom or of which hour the entry is. */
  readonly of: string;
  /** Whether the words stand beside the sign, or only in its name. */
  readonly withText?: boolean;
}

/** Says of an entry that it claims a time at which it cannot have been written: the time claimed, and that of its arrival (W3). */
export function BackdatedMark({ times, of, now: from, withText = false }: BackdatedMarkProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = backdatedText(times, from, t, format);
  if (!times?.backdated || times.receivedAt === undefined || text === undefined) return null;
  const why = t('classHour.lesson.backdatedTitle', {
    after: format.when(times.backdated.after, from ?? times.receivedAt),
  });
  const icon = <IconClockExclamation size={14} stroke={1.7} aria-hidden="true" />;
  if (withText)
    return (
      <span title={`${of}: ${why}`}>
        {icon} {text}
      </span>
    );
  return (
    <span role="img" aria-label={`${of}: ${text}`} title={`${of}: ${text}. ${why}`}>
      {icon}
    </span>
  );
}

/** The time that a backdated entry claims and that of its arrival, in words. */
export function backdatedText(
  times: EntryTimes | undefined,
  from: Instant | undefined,
  t: TFunction,
  format: Format,
): string | undefined {
  if (!times?.backdated || times.receivedAt === undefined) return undefined;
  const now = from ?? times.receivedAt;
  return t('classHour.lesson.backdated', {
    claimed: format.when(times.backdated.claimed, now),
    received: format.when(times.receivedAt, now),
  });
}
