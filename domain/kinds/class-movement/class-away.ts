import { timeToMinutes } from '../../base/local-date.ts';
import { WHOLE_DAY, type MinuteSpan } from '../../school/minute-span.ts';
import type { ClassMovement } from './record.ts';

/** When on its day the school does not expect the class: before it was called, and after it was sent home. */
export function classAway({ expected: { from, to } }: ClassMovement): readonly MinuteSpan[] {
  return [
    ...(from === undefined ? [] : [{ ...WHOLE_DAY, to: timeToMinutes(from) }]),
    ...(to === undefined ? [] : [{ ...WHOLE_DAY, from: timeToMinutes(to) }]),
  ];
}

/** Whether a class would leave before it comes. */
export function leavesBeforeComing({ expected: { from, to } }: Pick<ClassMovement, 'expected'>): boolean {
  return from !== undefined && to !== undefined && from >= to;
}
