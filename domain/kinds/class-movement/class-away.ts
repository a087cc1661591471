import type { LocalTime } from '../../base/ids.ts';
import { timeToMinutes } from '../../base/local-date.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { minutesIn, minutesWithout, WHOLE_DAY, type MinuteSpan } from '../../school/minute-span.ts';
import type { ClassMovement } from './record.ts';

/** When on its day the school does not expect the class: before it was called, and after it was sent home. */
export function classAway({
  expected: { from, to },
}: Pick<ClassMovement, 'expected'>): readonly MinuteSpan[] {
  return [
    ...(from === undefined ? [] : [{ ...WHOLE_DAY, to: timeToMinutes(from) }]),
    ...(to === undefined ? [] : [{ ...WHOLE_DAY, from: timeToMinutes(to) }]),
  ];
}

/** Whether the school expects the class in any minute of an hour (D106): in an hour of one sent home nobody signs and nobody calls the roll. */
export function isClassExpected(
  { start, end }: Pick<LessonHour, 'start' | 'end'>,
  movement: ClassMovement | undefined,
): boolean {
  if (!movement) return true;
  const hour = { from: timeToMinutes(start), to: timeToMinutes(end) };
  return minutesIn(minutesWithout([hour], classAway(movement))) > 0;
}

/** Whether a class would leave before it comes. */
export function leavesBeforeComing({ expected: { from, to } }: Pick<ClassMovement, 'expected'>): boolean {
  return from !== undefined && to !== undefined && from >= to;
}

/** Whether a class would come, or leave, when no bell rings for it: such a time says nothing of any of its hours, or takes all of them away (D106). */
export function movesOutsideBells(
  { expected: { from, to } }: Pick<ClassMovement, 'expected'>,
  hours: readonly Pick<LessonHour, 'start' | 'end'>[],
): boolean {
  const isOutside = (time: LocalTime | undefined) =>
    time !== undefined &&
    hours.length > 0 &&
    (hours.every(({ start }) => time < start) || hours.every(({ end }) => time > end));
  return isOutside(from) || isOutside(to);
}
