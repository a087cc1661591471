import { Textarea } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { writeSupportTopic } from '../../../kinds/support-topic/commands.ts';
import { useKeyedActions } from '../../../ui/actions/actions.ts';
import type { MySupport } from '../../../views/support-topics.ts';
import { LessonStatus } from '../lesson/lesson-status.tsx';
import { TextFoot } from '../lesson/text-foot.tsx';
import { textKeys } from '../lesson/text-keys.ts';
import { useLessonDraft, type LessonTexts } from '../lesson/use-lesson-draft.ts';

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
  const { pupil, written, previous } = support;
  const save = useCallback(
    (to: Register, at: HourPlace, { topic }: LessonTexts) => writeSupportTopic(to, at, pupil.id, topic),
    [pupil.id],
  );
  const stored = useMemo(() => ({ topic: written?.topic ?? '', activity: '' }), [written?.topic]);
  const draft = useLessonDraft(register, place, stored, save);
  const label = t('support.topicOf', { name: listName(pupil) });
  const sign = useKeyedActions().find(({ id }) => id === 'sign');

  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);

  const offered =
    readOnly || previous === undefined || draft.texts.topic !== ''
      ? undefined
      : {
          title: t('support.usePrevious'),
          from: t('support.previous', { day: format.shortDay(previous.day) }),
          text: previous.topic,
          use: () => draft.change({ topic: previous.topic }),
        };
  const onKeyDown = textKeys({
    offered,
    onDone() {
      void draft.flush();
      sign?.run();
    },
    onLeave,
  });

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
      <TextFoot offered={offered}>
        <LessonStatus draft={draft} of={label} times={written} now={register.now()} />
      </TextFoot>
      <CommandNotice of={label} failure={draft.failure} onClose={draft.clearFailure} />
    </div>
  );
}
