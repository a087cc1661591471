import { IconCloudCheck, IconDeviceFloppy, IconPencil } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { EntryTimes } from '../view/class-hour.ts';
import { useFormat } from '../../../i18n/format.ts';
import { BackdatedMark } from '../words/backdated-mark.tsx';
import classes from './lesson-panel.module.css';
import type { LessonDraft } from './use-lesson-draft.ts';

interface LessonStatusProps {
  readonly draft: LessonDraft;
  /** The lesson, in words. */
  readonly of: string;
  readonly times: EntryTimes | undefined;
  readonly now: Instant;
}

/** Where the lesson's words are: being typed, on this device, or at the school, with both times. */
export function LessonStatus({ draft, of, times, now }: LessonStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = times && format.when(times.recordedAt, now);
  const content = () => {
    if (draft.state === 'saving') return [IconDeviceFloppy, t('classHour.lesson.saving')] as const;
    if (draft.state === 'dirty') return [IconPencil, t('classHour.lesson.unsaved')] as const;
    if (!times || when === undefined) return undefined;
    if (times.receivedAt === undefined)
      return [IconDeviceFloppy, t('classHour.lesson.saved', { when })] as const;
    const received = format.when(times.receivedAt, now);
    return [IconCloudCheck, t('classHour.lesson.received', { when, received })] as const;
  };
  const [Icon, text] = content() ?? [];
  // Said once when the writing pauses, by the minute: who types hears neither each saving nor each arrival.
  const [isTyping, setTyping] = useState(false);
  const [said, setSaid] = useState('');
  if (draft.state !== 'clean' && !isTyping) setTyping(true);
  if (draft.state === 'clean' && isTyping) {
    setTyping(false);
    if (!draft.failure) setSaid(t('classHour.lesson.savedSaid', { when: format.when(now, now) }));
  }
  return (
    <span className={classes['status']}>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      {Icon && <Icon size={14} stroke={1.7} aria-hidden="true" />}
      {text}
      <BackdatedMark of={of} times={times} now={now} withText />
    </span>
  );
}
