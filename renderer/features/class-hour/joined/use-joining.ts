import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { MAX_JOINED_CLASSES, type Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { CommandFailure, CommandResult } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { leftLesson, type LeftLesson, type LeftPart } from '../../../kinds/lesson/left-lesson.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { JoinedHour } from '../view/joined-hours.ts';
import { addClass, leaveClassOut } from '../view/joining.ts';
import { leaveOut, signableOf, signMissing } from '../lesson/sign-joined.ts';

interface JoiningOptions {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  readonly others: readonly JoinedHour[];
  readonly announce: (text: string) => void;
}

/** Joining classes for the hour, and leaving one out. */
export interface JoiningActs {
  readonly isBusy: boolean;
  /** What was taken back of a class that was left out after the signature, and what stays. */
  readonly told: string | undefined;
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  /** Joins a class on the page; of an hour that is signed, `signMissing` signs its lesson too. */
  join(schoolClass: SchoolClass): void;
  leaveOut(other: JoinedHour): void;
  /** Signs those that are joined and not signed yet, where the hour on the screen is. */
  signMissing(): void;
}

/** What is said of the classes of an hour: before the signature on this page, afterwards in the lessons themselves. */
export function useJoining({ register, place, hour, others, announce }: JoiningOptions): JoiningActs {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const format = useFormat();
  const [told, setTold] = useState<string>();
  const [failure, setFailure] = useState<CommandFailure>();

  const act = async (work: () => Promise<CommandResult>, done: string) => {
    if (isBusy) return;
    setBusy(true);
    const result = await work();
    setBusy(false);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(done);
  };

  const leftOf = ({ lesson }: ClassHour, words: Pick<Lesson, 'topic' | 'activity'>) =>
    lesson && leftLesson(lesson, register.identity.person, words);
  /** That a class is left out, what was taken back of it and what stands there all the same. */
  const leftText = ({ schoolClass, counts }: ClassHour, left: LeftLesson | undefined) => {
    const name = className(schoolClass);
    const list = (parts: readonly string[]) => new Intl.ListFormat(format.locale).format(parts);
    const words = (parts: readonly LeftPart[] = []) => parts.map((part) => t(`joined.part.${part}`));
    const isMarked = counts.absent + counts.late + counts.exited + counts.outOfClass > 0;
    const takenBack = words(left?.takenBack);
    const stays = [...words(left?.stays), ...(isMarked ? [t('joined.part.marks')] : [])];
    return [
      t('joined.left', { name }),
      ...(takenBack.length > 0 ? [t('joined.takenBack', { what: list(takenBack) })] : []),
      ...(stays.length > 0 ? [t('joined.stays', { what: list(stays) })] : []),
    ].join(' ');
  };

  const signedOf = (some: readonly JoinedHour[]) => some.filter((one) => one.hour.signedByMe);
  const placesOf = (some: readonly JoinedHour[]) => some.map((one) => one.place);

  return {
    isBusy,
    told,
    failure,
    clearFailure: () => setFailure(undefined),
    join(schoolClass) {
      if (others.length >= MAX_JOINED_CLASSES) {
        sayWhyNot(t('joined.full', { count: MAX_JOINED_CLASSES + 1 }));
        return;
      }
      setTold(undefined);
      addClass(register, place, schoolClass.id);
      announce(t('joined.added', { name: className(schoolClass) }));
    },
    leaveOut(other) {
      const id: ClassId = other.place.schoolClass;
      const name = className(other.hour.schoolClass);
      leaveClassOut(register, place, id);
      if (!hour.signedByMe && !other.hour.signedByMe) {
        setTold(undefined);
        announce(t('joined.left', { name }));
        return;
      }
      const rest = others.filter((one) => one !== other);
      const { topic = '', activity = '' } = hour.lesson ?? {};
      const done = leftText(other.hour, leftOf(other.hour, { topic, activity }));
      const stay = [...(hour.signedByMe ? [place] : []), ...placesOf(signedOf(rest))];
      const left = other.hour.signedByMe ? other.place : undefined;
      void act(async () => {
        const result = await leaveOut(register, left, { topic, activity }, stay);
        if (result.ok) setTold(done);
        return result;
      }, done);
    },
    signMissing() {
      const { topic = '', activity = '' } = hour.lesson ?? {};
      void act(
        () => signMissing(register, place, signableOf(others), { topic, activity }),
        t('joined.signedToo'),
      );
    },
  };
}
