import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import { MAX_JOINED_CLASSES } from '../../../../domain/kinds/lesson/record.ts';
import type { Register } from '../../../data/register.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { closedText } from '../words/closed-text.ts';
import { followingText } from '../words/following-text.ts';
import { classNames } from '../words/class-names.ts';
import type { JoinedHour } from '../view/joined-hours.ts';
import { askOfTwoPlaces } from './two-places-question.tsx';
import { capacityOf, signableOf, signJoined, withdrawAll } from './sign-joined.ts';
import { usualSignAs, type SignAct, type SignAs } from './sign-act.ts';
import type { LessonDraft, LessonTexts } from './use-lesson-draft.ts';
import { signatureOf } from '../../../../domain/kinds/lesson/signature-of.ts';

interface SigningOptions {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  /** The classes joined with it: one signature signs them all (D17). */
  readonly others: readonly JoinedHour[];
  readonly draft: LessonDraft;
  /** My plans for the hours of the class on the day, by hour: signing confirms them (D122). */
  readonly plans: ReadonlyMap<number, LessonTexts> | undefined;
  readonly announce: (text: string) => void;
}

/** The signature of the hour: made, with those of the hours after it, or withdrawn. */
export interface Signing {
  readonly isBusy: boolean;
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  readonly signAs: SignAs;
  setSignAs(signAs: SignAs): void;
  readonly maySign: boolean;
  /** Signs, after a question where there is one. */
  ask(act?: SignAct): void;
  /** Whether there is a roll that the same act may confirm, and whether there are hours that it may sign too. */
  readonly mayConfirm: boolean;
  readonly maySignFollowing: boolean;
  askWithdrawal(): void;
  /** Why it cannot be signed now. */
  whyNot(): string;
}

/** Signing and withdrawing, for buttons, keys and palette. */
export function useSigning(options: SigningOptions): Signing {
  const { register, place, hour, others, draft, plans, announce } = options;
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setSignAs] = useState<SignAs>();
  const signAs = chosen ?? usualSignAs(hour);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const isClosed = hour.closed !== undefined;
  const maySign = !isClosed && !hour.signedByMe && hour.ahead !== 'prepare';
  const mayConfirm =
    maySign && hour.ahead === undefined && hour.pupils.length > 0 && hour.lesson?.rollCall === undefined;
  const maySignFollowing = maySign && hour.ahead === undefined && hour.following.length > 0;

  /** Signs this hour and, in the same act, those given that follow it (D19). */
  const sign = async (act: SignAct) => {
    const { following = [], textsHereOnly = false, rollCall = false, together = [] } = act;
    if (!maySign || isBusy) return;
    setBusy(true);
    const texts = confirmed(draft.texts, plans?.get(place.hour));
    const along = signableOf(others);
    const own = { ...texts, ...capacityOf(signAs) };
    const wordsOf = ({ hour: next }: PlannedHour) => {
      const planned = plans?.get(next);
      return planned ? textsOf(planned) : textsHereOnly ? {} : texts;
    };
    const result = await signJoined(register, place, own, {
      along,
      together: together.map((one) => ({ day: place.day, schoolClass: one.schoolClass.id, hour: one.hour })),
      rollOf: rollCall ? hour : undefined,
      following: following.map((next) => ({ next, words: wordsOf(next) })),
    });
    if (result.ok) draft.settle();
    const signed = [hour.bell.hour, ...following.map((next) => next.hour)];
    setBusy(false);
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    if (along.length + together.length > 0) {
      const all = [hour, ...along.map((one) => one.hour), ...together].map(({ schoolClass }) => schoolClass);
      announce(t('joined.signed', { names: classNames(all, format) }));
      return;
    }
    const time = format.time(result.value.recordedAt);
    const list = new Intl.ListFormat(format.locale).format(signed.map((each) => format.hour(each)));
    announce(
      signed.length === 1
        ? t(rollCall ? 'classHour.lesson.signedAndConfirmed' : 'classHour.lesson.signedNow', { time })
        : t('classHour.lesson.signedSeveral', { hours: list }),
    );
  };

  /** Two classes at one hour are asked at the click, where it is known (D17). */
  const ask = (act: SignAct = {}) => {
    const isJoined = (id: ClassId) => others.some((one) => one.place.schoolClass === id);
    const elsewhere = hour.signedElsewhere.filter(({ schoolClass }) => !isJoined(schoolClass.id));
    if (elsewhere.length === 0 || !maySign) {
      void sign(act);
      return;
    }
    const atOnce = elsewhere.filter(({ mayBeTogether }) => mayBeTogether);
    const isFull = signableOf(others).length + atOnce.length > MAX_JOINED_CLASSES;
    const together = isFull ? [] : atOnce;
    askOfTwoPlaces(
      elsewhere,
      { t, format },
      {
        onHere: () => void sign(act),
        ...(together.length > 0 ? { onTogether: () => void sign({ ...act, together }) } : {}),
      },
    );
  };

  const signedWith = signableOf(others).filter((one) => one.hour.signedByMe);
  const withdrawn = classNames(
    [hour, ...signedWith.map((one) => one.hour)].map(({ schoolClass }) => schoolClass),
    format,
  );
  const withdraw = async () => {
    // The others first: until the last one is taken back the classes stay one lesson.
    const joined = signedWith.map((one) => one.place);
    const result = await withdrawAll(register, [...joined, place]);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t('classHour.lesson.withdrawn'));
  };

  const askWithdrawal = () =>
    modals.openConfirmModal({
      title: t('classHour.lesson.withdrawTitle'),
      children:
        signedWith.length > 0
          ? t('joined.withdrawText', { names: withdrawn })
          : t('classHour.lesson.withdrawText'),
      labels: { confirm: t('classHour.lesson.withdrawConfirm'), cancel: t('common.cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void withdraw(),
    });

  const whyNot = () => {
    const mine = signatureOf(hour, register.identity.person);
    if (isClosed) return closedText(hour, t, format);
    if (mine) return t('classHour.reason.signed', { when: format.when(mine.signedAt, register.now()) });
    return t('classHour.reason.sign', { time: format.clock(hour.bell.start) });
  };

  useDeclareActions([
    {
      id: 'sign',
      label: t(hour.ahead === 'block' ? 'classHour.lesson.signBlock' : 'classHour.lesson.sign'),
      keywords: t('classHour.wordsForSign'),
      keys: KEYS.sign,
      ...(maySign ? {} : { whyNot: whyNot() }),
      run: () => (maySign ? ask() : sayWhyNot(whyNot())),
    },
    {
      id: 'sign-and-confirm',
      label: t('classHour.lesson.signAndConfirmLong'),
      keywords: t('classHour.wordsForSign'),
      keys: KEYS.signAndConfirm,
      everywhere: true,
      // With the roll confirmed there is nothing to offer, and the keys sign what is left to sign.
      ...(mayConfirm ? {} : { isReason: true as const }),
      run: () => (maySign ? ask({ rollCall: mayConfirm }) : sayWhyNot(whyNot())),
    },
    ...(maySignFollowing
      ? [
          {
            id: 'sign-following',
            label: t('classHour.lesson.signFollowing', { hours: followingText(hour, t, format) }),
            keywords: t('classHour.wordsForSign'),
            keys: KEYS.signFollowing,
            everywhere: true,
            run: () => ask({ following: hour.following }),
          },
        ]
      : []),
    ...(hour.signedByMe && !isClosed
      ? [
          {
            id: 'withdraw',
            label: t('classHour.lesson.withdraw'),
            keywords: t('classHour.wordsForWithdraw'),
            run: askWithdrawal,
          },
        ]
      : []),
  ]);

  const clearFailure = () => setFailure(undefined);
  return {
    isBusy,
    failure,
    clearFailure,
    signAs,
    setSignAs,
    maySign,
    mayConfirm,
    maySignFollowing,
    ask,
    askWithdrawal,
    whyNot,
  };
}

/** What is signed: the words in the fields; where there are none, those that were planned. */
function confirmed(typed: LessonTexts, plan: LessonTexts | undefined): LessonTexts {
  return plan && typed.topic === '' && typed.activity === '' ? textsOf(plan) : typed;
}

function textsOf({ topic, activity }: LessonTexts): LessonTexts {
  return { topic, activity };
}
