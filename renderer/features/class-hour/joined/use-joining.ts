import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { MAX_JOINED_CLASSES } from '../../../../domain/kinds/lesson/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { CommandFailure, CommandResult } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { JoinedHour } from '../view/joined-hours.ts';
import { addClass, leaveClassOut } from '../view/joining.ts';
import { signableOf, signOthers, tellJoined, withdrawAll } from '../lesson/sign-joined.ts';

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
  const [failure, setFailure] = useState<CommandFailure>();

  const act = async (work: () => Promise<CommandResult | undefined>, done: string) => {
    if (isBusy) return;
    setBusy(true);
    const result = await work();
    setBusy(false);
    const isDone = result?.ok !== false;
    setFailure(isDone ? undefined : result.failure);
    if (isDone) announce(done);
  };

  const signedOf = (some: readonly JoinedHour[]) => some.filter((one) => one.hour.signedByMe);
  const placesOf = (some: readonly JoinedHour[]) => some.map((one) => one.place);

  return {
    isBusy,
    failure,
    clearFailure: () => setFailure(undefined),
    join(schoolClass) {
      if (others.length >= MAX_JOINED_CLASSES) {
        sayWhyNot(t('joined.full', { count: MAX_JOINED_CLASSES + 1 }));
        return;
      }
      addClass(register, place, schoolClass.id);
      announce(t('joined.added', { name: className(schoolClass) }));
    },
    leaveOut(other) {
      const id: ClassId = other.place.schoolClass;
      const left = t('joined.left', { name: className(other.hour.schoolClass) });
      leaveClassOut(register, place, id);
      if (!hour.signedByMe && !other.hour.signedByMe) {
        announce(left);
        return;
      }
      const rest = others.filter((one) => one !== other);
      void act(async () => {
        const withdrawn = other.hour.signedByMe ? await withdrawAll(register, [other.place]) : undefined;
        if (withdrawn?.ok === false) return withdrawn;
        const stay = [...(hour.signedByMe ? [place] : []), ...placesOf(signedOf(rest))];
        return await tellJoined(register, stay);
      }, left);
    },
    signMissing() {
      const { topic = '', activity = '' } = hour.lesson ?? {};
      void act(async () => {
        const missing = signableOf(others);
        const signed = await signOthers(register, place.schoolClass, missing, { topic, activity }, false);
        if (signed?.ok === false) return signed;
        return await tellJoined(register, [place, ...placesOf(missing)]);
      }, t('joined.signedToo'));
    },
  };
}
