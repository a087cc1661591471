import { Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { memo, useRef, type ChangeEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useAnnouncer } from '../../../ui/focus/use-announcer.tsx';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { planLesson } from '../../../kinds/planned-lesson/commands.ts';
import { useSteady } from '../../../ui/steady/use-steady.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import classes from './lesson-panel.module.css';
import { hourWords } from '../words/hour-words.ts';
import { JoinedWords } from '../alongside/joined-words.tsx';
import type { JoinedHour } from '../view/joined-hours.ts';
import { useSaveAlong } from '../alongside/use-save-along.ts';
import { lessonAids } from '../view/lesson-aids.ts';
import { LessonStatus } from './lesson-status.tsx';
import { SignControl } from './sign-control.tsx';
import { TextFoot } from './text-foot.tsx';
import { textKeys } from './text-keys.ts';
import { TopicField } from './topic-field.tsx';
import { useLessonDraft, type LessonTexts } from './use-lesson-draft.ts';
import { useSigning } from './use-signing.ts';

interface LessonPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  /** The classes joined with it: signature and words are for all of them. */
  readonly others: readonly JoinedHour[];
  readonly topicRef: Ref<HTMLTextAreaElement>;
  /** The lesson of another part of the class is wanted. */
  readonly onGroup: (group: string) => void;
  /** Esc in a text gives the focus back to the roll call. */
  readonly onLeave: () => void;
}

const MAX_LENGTH = 4000;
const NO_TOPICS: readonly string[] = [];
/** As the topic: not drawn anew with each mark. */
const ActivityField = memo(Textarea);

/** Signature, topic and activity of the hour; texts save themselves. */
export function LessonPanel(props: LessonPanelProps) {
  const { register, place, hour, others, topicRef, onGroup, onLeave } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const readOnly = hour.closed !== undefined;
  const aids = useViewValue(lessonAids, register, place, hour.subject?.id);
  const plan = aids?.plans.get(place.hour);
  // Of a day to come the topic is planned: it is no lesson yet (D122).
  const isPlanning = hour.closed === 'futureDay' && hour.posts.length > 0;
  const written = isPlanning ? plan : hour.lesson;
  const stored = { topic: written?.topic ?? '', activity: written?.activity ?? '' };
  const saveAlong = useSaveAlong(others, stored);
  const draft = useLessonDraft(register, place, stored, isPlanning ? planLesson : saveAlong);
  const textsReadOnly = readOnly && !isPlanning;
  const [region, announce] = useAnnouncer();
  const title = useRef<HTMLHeadingElement>(null);
  const plans = isPlanning ? undefined : aids?.plans;
  const signing = useSigning({ register, place, hour, others, draft, plans, announce });
  const last =
    textsReadOnly || draft.texts.topic !== ''
      ? undefined
      : offeredTopic((isPlanning ? undefined : plan) ?? aids?.plansOfColleagues.get(place.hour), hour);
  const offered = last && {
    title: t(last.day === undefined ? 'classHour.lesson.usePlan' : 'classHour.lesson.usePrevious'),
    from:
      last.day === undefined
        ? t('classHour.lesson.planned')
        : t('classHour.lesson.previous', { day: format.shortDay(last.day) }),
    text: (last.texts.topic || last.texts.activity) ?? '',
    use: () => draft.change(last.texts),
  };
  const inTexts = useSteady({
    key: textKeys({
      offered,
      onDone() {
        if (signing.maySign) return signing.ask();
        void draft.flush();
        sayWhyNot(signing.whyNot());
      },
      onLeave,
    }),
    topic: (topic: string) => draft.change({ topic }),
    activity: (event: ChangeEvent<HTMLTextAreaElement>) =>
      draft.change({ activity: event.currentTarget.value }),
    leaveTopic: () => draft.leave('topic'),
    leaveActivity: () => draft.leave('activity'),
  });

  return (
    <section
      className={classes['panel']}
      aria-labelledby="lesson-title"
      data-half-written={draft.state === 'clean' ? undefined : ''}
    >
      {region}
      <div className={classes['signing']}>
        <h2 id="lesson-title" ref={title} tabIndex={-1} className={classes['title']}>
          {t('classHour.lesson.title')}
        </h2>
        <SignControl
          hour={hour}
          others={others}
          now={register.now()}
          me={register.identity.person}
          readOnly={readOnly}
          busy={signing.isBusy}
          mayConfirm={signing.mayConfirm}
          maySignFollowing={signing.maySignFollowing}
          signAs={signing.signAs}
          onSignAs={signing.setSignAs}
          onGroup={onGroup}
          onSign={(act) => {
            // Nothing is left to do in this hour: at the bell the next one may open by itself, as it may not while the roll has the focus.
            if (act?.rollCall) title.current?.focus();
            signing.ask(act);
          }}
          onWithdraw={signing.askWithdrawal}
        />
      </div>
      <div className={classes['texts']}>
        <TopicField
          fieldRef={topicRef}
          label={t(isPlanning ? 'classHour.lesson.plannedTopic' : 'classHour.lesson.topic')}
          placeholder={textsReadOnly ? '' : t('classHour.lesson.topicPlaceholder')}
          size="sm"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={MAX_LENGTH}
          readOnly={textsReadOnly}
          value={draft.texts.topic}
          topics={aids?.topics ?? NO_TOPICS}
          onChange={inTexts.topic}
          onKeyDown={inTexts.key}
          onBlur={inTexts.leaveTopic}
        />
        <ActivityField
          label={t(isPlanning ? 'classHour.lesson.plannedActivity' : 'classHour.lesson.activity')}
          placeholder={textsReadOnly ? '' : t('classHour.lesson.activityPlaceholder')}
          size="sm"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={MAX_LENGTH}
          readOnly={textsReadOnly}
          value={draft.texts.activity}
          onChange={inTexts.activity}
          onKeyDown={inTexts.key}
          onBlur={inTexts.leaveActivity}
        />
        <TextFoot
          offered={offered}
          instead={
            <span className={classes['closed']}>
              {isPlanning && t('classHour.lesson.planHint')}
              {hour.closed !== undefined && !isPlanning && !hour.signedAway && (
                <>
                  <IconLock size={14} stroke={1.8} aria-hidden="true" />
                  {t(`common.refusal.${hour.closed}`)}
                </>
              )}
            </span>
          }
        >
          <LessonStatus
            draft={draft}
            of={hourWords(hour, format)}
            times={isPlanning ? plan : hour.lessonTimes}
            now={register.now()}
          />
        </TextFoot>
      </div>
      {!isPlanning && <JoinedWords register={register} hour={hour} others={others} stored={stored} />}
      <CommandNotice of={hourWords(hour, format)} failure={draft.failure} onClose={draft.clearFailure} />
      <CommandNotice of={hourWords(hour, format)} failure={signing.failure} onClose={signing.clearFailure} />
    </section>
  );
}

interface Offered {
  readonly texts: Partial<LessonTexts>;
  /** Of the last lesson; what was planned has none. */
  readonly day?: LocalDate;
}

/** What one key writes into an empty field: what was planned for the hour, else the topic of the last lesson. */
function offeredTopic(plan: LessonTexts | undefined, { previousTopic }: ClassHour): Offered | undefined {
  if (plan) return { texts: { topic: plan.topic, activity: plan.activity } };
  return previousTopic && { texts: { topic: previousTopic.topic }, day: previousTopic.day };
}
