import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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

/** A class that was left out: what was taken back of it, what stays, and the one way back. */
interface LeftClass {
  readonly schoolClass: SchoolClass;
  readonly text: string;
  readonly undo: () => Promise<CommandResult>;
}

/** Joining classes for the hour, and leaving one out. */
export interface JoiningActs {
  readonly isBusy: boolean;
  /** The class that was left out last, where something was written of it. */
  readonly told: LeftClass | undefined;
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  /** Joins a class on the page; of an hour that is signed, `signMissing` signs its lesson too. */
  join(schoolClass: SchoolClass): void;
  leaveOut(other: JoinedHour): void;
  /** The way back from what is told: with the class comes what was taken back of it. */
  putBack(): void;
  /** Signs those that are joined and not signed yet, where the hour on the screen is. */
  signMissing(): void;
}

/** What is said of the classes of an hour: before the signature on this page, afterwards in the lessons themselves. */
export function useJoining({ register, place, hour, others, announce }: JoiningOptions): JoiningActs {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const format = useFormat();
  const [told, setTold] = useState<LeftClass>();
  const [failure, setFailure] = useState<CommandFailure>();

  async function act<R extends CommandResult>(
    work: () => Promise<R>,
    done: string,
    onDone?: (result: R) => void,
  ): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const result = await work();
    setBusy(false);
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    onDone?.(result);
    announce(done);
  }

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
      const { schoolClass } = other.hour;
      const rest = others.filter((one) => one !== other);
      const { topic = '', activity = '' } = hour.lesson ?? {};
      const left = leftOf(other.hour, { topic, activity });
      const isWritten = hour.signedByMe || (left?.takenBack.length ?? 0) > 0;
      if (!isWritten) {
        leaveClassOut(register, place, schoolClass.id);
        setTold(undefined);
        announce(t('joined.left', { name: className(schoolClass) }));
        return;
      }
      const text = leftText(other.hour, left);
      const stay = [...(hour.signedByMe ? [place] : []), ...placesOf(signedOf(rest))];
      void act(
        () => leaveOut(register, other.place, { topic, activity }, stay),
        text,
        (result) => {
          leaveClassOut(register, place, schoolClass.id);
          if (result.ok) setTold({ schoolClass, text, undo: result.value.undo });
        },
      );
    },
    putBack() {
      if (!told) return;
      const { schoolClass, undo } = told;
      void act(undo, t('joined.added', { name: className(schoolClass) }), () => {
        addClass(register, place, schoolClass.id);
        setTold(undefined);
      });
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
