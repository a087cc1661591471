import { useCallback, useEffect, useRef } from 'react';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
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

/** Saves the words of a lesson in all its classes; the same function as long as the page is there, since what is typed waits for it. */
export function useSaveAlong(
  others: readonly JoinedHour[],
  stored: LessonTexts,
): (register: Register, place: HourPlace, texts: LessonTexts) => Promise<CommandResult> {
  const latest = useRef({ others, stored });
  useEffect(() => {
    latest.current = { others, stored };
  });
  return useCallback(async (register, place, texts) => {
    const { others: joined, stored: from } = latest.current;
    // The class on the screen comes last: where another one fails, all of it is tried again with what stood before.
    for (const other of joined.filter(mayWriteAlong)) {
      const along = await writeLessonAlong(register, other.place, { from, to: texts });
      if (!along.ok) return along;
    }
    return await writeLesson(register, place, texts);
  }, []);
}
