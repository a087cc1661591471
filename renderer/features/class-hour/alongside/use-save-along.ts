import { useCallback, useEffect, useRef } from 'react';
import { fail } from '../../../../domain/base/result.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { oneAct } from '../../../data/commands/one-act.ts';
import type { CommandResult } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { writeLesson, writeLessonAlong } from '../../../kinds/lesson/commands.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { JoinedHour } from '../view/joined-hours.ts';

type LessonTexts = Pick<Lesson, 'topic' | 'activity'>;

/** Whether the words of a lesson may be written in a joined class now: under one's own signature, or where nobody has signed yet. */
export function mayWriteAlong({ hour }: JoinedHour): boolean {
  if (hour.closed !== undefined) return false;
  return hour.signedByMe || (hour.signFirst !== true && hour.signatures.length === 0);
}

/** Saves the words of a lesson in all its classes, or in none; the same function as long as the page is there, since what is typed waits for it. */
export function useSaveAlong(
  others: readonly JoinedHour[],
  stored: LessonTexts,
): (register: Pick<Register, 'run'>, place: HourPlace, texts: LessonTexts) => Promise<CommandResult> {
  const latest = useRef({ others, stored });
  useEffect(() => {
    latest.current = { others, stored };
  });
  return useCallback(async (register, place, texts) => {
    const { others: joined, stored: from } = latest.current;
    const written = await oneAct([
      ...joined.filter(mayWriteAlong).map((other) => ({
        run: () => writeLessonAlong(register, other.place, { from, to: texts }),
      })),
      { run: () => writeLesson(register, place, texts) },
    ]);
    return written.ok ? written : fail(written.failure.failure);
  }, []);
}
