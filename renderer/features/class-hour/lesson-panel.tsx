import { Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconCornerDownRight, IconLock } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/records/class.ts';
import type { PlannedHour } from '../../../domain/rules/timetable-day.ts';
import type { ClassHour, CommandFailure, HourPlace, Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyText } from '../../ui/actions/use-key-text.ts';
import { useAnnouncer } from '../../ui/use-announcer.tsx';
import { sayWhyNot } from '../../ui/why-not.ts';
import { CommandNotice } from './command-notice.tsx';
import classes from './lesson-panel.module.css';
import { hourWords } from './hour-words.ts';
import { LessonStatus } from './lesson-status.tsx';
import { closedText } from './reason/closed-text.ts';
import { SignControl, type SignAs } from './sign-control.tsx';
import { useLessonDraft } from './use-lesson-draft.ts';

interface LessonPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  readonly topicRef: Ref<HTMLTextAreaElement>;
  /** Esc in a text gives the focus back to the roll call. */
  readonly onLeave: () => void;
}

const MAX_LENGTH = 4000;

/** Signature, topic and activity of the hour; texts save themselves. */
export function LessonPanel({ register, place, hour, topicRef, onLeave }: LessonPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keyText = useKeyText();
  const readOnly = hour.closed !== undefined;
  const draft = useLessonDraft(register, place, {
    topic: hour.lesson?.topic ?? '',
    activity: hour.lesson?.activity ?? '',
  });
  const [signAs, setSignAs] = useState<SignAs>(() =>
    hour.planned ? 'planned' : (hour.mySubjects[0]?.id ?? 'substitution'),
  );
  const [region, announce] = useAnnouncer();
  const [signing, setSigning] = useState(false);
  const [signFailure, setSignFailure] = useState<CommandFailure>();
  const { previousTopic } = hour;
  const offersPrevious = !readOnly && previousTopic !== undefined && draft.texts.topic === '';

  const maySign = !readOnly && !hour.signedByMe && hour.ahead !== 'prepare';
  /** Signs this hour and, in the same act, those given that follow it (D19). */
  const sign = async (following: readonly PlannedHour[]) => {
    if (!maySign || signing) return;
    setSigning(true);
    const capacity =
      signAs === 'planned' ? {} : signAs === 'substitution' ? { substitution: true } : { subject: signAs };
    let result = await register.signLesson(place, { ...draft.texts, ...capacity });
    if (result.ok) draft.settle();
    const signed = [hour.bell.hour];
    for (const next of following) {
      if (!result.ok) break;
      result = await register.signLesson({ ...place, hour: next.hour }, {});
      if (result.ok) signed.push(next.hour);
    }
    setSigning(false);
    setSignFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    const time = format.time(result.value.recordedAt);
    const list = new Intl.ListFormat(format.locale).format(signed.map((each) => format.hour(each)));
    announce(
      signed.length === 1
        ? t('classHour.lesson.signedNow', { time })
        : t('classHour.lesson.signedSeveral', { hours: list }),
    );
  };

  /** Two classes at one hour are asked at the click, where it is known (D17). */
  const askAndSign = (following: readonly PlannedHour[] = []) => {
    const [other] = hour.signedElsewhere;
    if (!other || !maySign) {
      void sign(following);
      return;
    }
    modals.openConfirmModal({
      title: t('classHour.lesson.elsewhereTitle'),
      children: t('classHour.lesson.elsewhereText', {
        time: format.clock(other.start),
        name: className(other.schoolClass),
      }),
      labels: { confirm: t('classHour.lesson.elsewhereConfirm'), cancel: t('common.cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void sign(following),
    });
  };

  const withdraw = async () => {
    const result = await register.withdrawSignature(place);
    setSignFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t('classHour.lesson.withdrawn'));
  };

  useDeclareActions(
    !maySign
      ? []
      : [
          {
            id: 'sign',
            label: t(hour.ahead === 'block' ? 'classHour.lesson.signBlock' : 'classHour.lesson.sign'),
            keywords: t('shell.command.words.sign'),
            keys: KEYS.sign,
            run: () => askAndSign(),
          },
        ],
  );

  const whyUnsigned = () => {
    const mine = hour.signatures.find(({ teacher }) => teacher === register.identity.person);
    if (readOnly) return closedText(hour, t, format);
    if (mine) return t('classHour.reason.signed', { when: format.when(mine.signedAt, register.now()) });
    return t('classHour.reason.sign', { time: format.clock(hour.bell.start) });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (maySign) askAndSign();
      else {
        void draft.flush();
        sayWhyNot(whyUnsigned());
      }
    } else if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowUp' && offersPrevious && event.target instanceof HTMLTextAreaElement)
      draft.change({ topic: previousTopic.topic });
    else return;
    event.preventDefault();
  };

  return (
    <section className={classes['panel']} aria-labelledby="lesson-title">
      {region}
      <div className={classes['signing']}>
        <h2 id="lesson-title" className={classes['title']}>
          {t('classHour.lesson.title')}
        </h2>
        <SignControl
          hour={hour}
          now={register.now()}
          me={register.identity.person}
          readOnly={readOnly}
          busy={signing}
          signAs={signAs}
          onSignAs={setSignAs}
          onSign={askAndSign}
          onWithdraw={() => void withdraw()}
        />
      </div>
      <div className={classes['texts']}>
        <Textarea
          ref={topicRef}
          label={t('classHour.lesson.topic')}
          placeholder={readOnly ? '' : t('classHour.lesson.topicPlaceholder')}
          size="sm"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={MAX_LENGTH}
          readOnly={readOnly}
          value={draft.texts.topic}
          onChange={(event) => draft.change({ topic: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          onBlur={() => void draft.flush()}
        />
        <Textarea
          label={t('classHour.lesson.activity')}
          placeholder={readOnly ? '' : t('classHour.lesson.activityPlaceholder')}
          size="sm"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={MAX_LENGTH}
          readOnly={readOnly}
          value={draft.texts.activity}
          onChange={(event) => draft.change({ activity: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          onBlur={() => void draft.flush()}
        />
        <div className={classes['below']}>
          {offersPrevious ? (
            <button
              type="button"
              className={classes['previous']}
              title={`${t('classHour.lesson.usePrevious')} (${keyText(KEYS.previousTopic)})`}
              onClick={() => draft.change({ topic: previousTopic.topic })}
            >
              <IconCornerDownRight size={14} aria-hidden="true" />
              <span className={classes['previousDay']}>
                {t('classHour.lesson.previous', { day: format.shortDay(previousTopic.day) })}
              </span>
              <span className={classes['previousTopic']}>{previousTopic.topic}</span>
            </button>
          ) : (
            <span className={classes['closed']}>
              {hour.closed !== undefined && (
                <>
                  <IconLock size={14} stroke={1.8} aria-hidden="true" />
                  {t(`common.refusal.${hour.closed}`)}
                </>
              )}
            </span>
          )}
          <LessonStatus
            draft={draft}
            of={hourWords(hour, format)}
            times={hour.lessonTimes}
            now={register.now()}
          />
        </div>
      </div>
      <CommandNotice of={hourWords(hour, format)} failure={draft.failure} onClose={draft.clearFailure} />
      <CommandNotice
        of={hourWords(hour, format)}
        failure={signFailure}
        onClose={() => setSignFailure(undefined)}
      />
    </section>
  );
}
