import { Textarea } from '@mantine/core';
import { IconCornerDownRight } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { writeSupportTopic } from '../../../kinds/support-topic/commands.ts';
import { useKeyedActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyText } from '../../../ui/actions/use-key-text.ts';
import type { MySupport } from '../../../views/support-topics.ts';
import { LessonStatus } from '../lesson/lesson-status.tsx';
import { useLessonDraft, type LessonTexts } from '../lesson/use-lesson-draft.ts';
import classes from './support.module.css';

interface SupportFieldProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly support: MySupport;
  readonly readOnly: boolean;
  /** The pupil was added just now, to be written of. */
  readonly isNew: boolean;
  /** Esc gives the focus back to the roll call. */
  readonly onLeave: () => void;
}

const MAX_LENGTH = 4000;

/** What I did with one pupil in this hour; it saves itself, as the topic of the class does. */
export function SupportField({ register, place, support, readOnly, isNew, onLeave }: SupportFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keyText = useKeyText();
  const { pupil, written, previous } = support;
  const save = useCallback(
    (to: Register, at: HourPlace, { topic }: LessonTexts) => writeSupportTopic(to, at, pupil.id, topic),
    [pupil.id],
  );
  const stored = useMemo(() => ({ topic: written?.topic ?? '', activity: '' }), [written?.topic]);
  const draft = useLessonDraft(register, place, stored, save);
  const label = t('support.topicOf', { name: listName(pupil) });
  const sign = useKeyedActions().find(({ id }) => id === 'sign');
  const isOffered = !readOnly && previous !== undefined && draft.texts.topic === '';

  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);

  const onKeyDown = (event: KeyboardEvent) => {
    // A topic in Chinese is composed: these keys choose among its candidates.
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.shiftKey && !event.altKey;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isPlain) {
      void draft.flush();
      sign?.run();
    } else if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowUp' && isOffered) draft.change({ topic: previous.topic });
    else return;
    event.preventDefault();
  };

  return (
    <div data-half-written={draft.state === 'clean' ? undefined : ''}>
      <Textarea
        ref={field}
        label={label}
        placeholder={readOnly ? '' : t('support.placeholder')}
        size="sm"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={MAX_LENGTH}
        readOnly={readOnly}
        value={draft.texts.topic}
        onChange={(event) => draft.change({ topic: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        onBlur={() => draft.leave('topic')}
      />
      <div className={classes['below']}>
        {isOffered && (
          <button
            type="button"
            className={classes['previous']}
            title={`${t('support.usePrevious')} (${keyText(KEYS.previousTopic)})`}
            onClick={() => draft.change({ topic: previous.topic })}
          >
            <IconCornerDownRight size={14} aria-hidden="true" />
            <span>{t('support.previous', { day: format.shortDay(previous.day) })}</span>
            <span>{previous.topic}</span>
          </button>
        )}
        <LessonStatus draft={draft} of={label} times={written} now={register.now()} />
      </div>
      <CommandNotice of={label} failure={draft.failure} onClose={draft.clearFailure} />
    </div>
  );
}
