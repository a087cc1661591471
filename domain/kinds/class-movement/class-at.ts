import type { LocalTime } from '../../base/ids.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import type { ClassMovement } from './record.ts';

/**
 * How a minute of a day lies to the hours of a class: in the midst of them, before the first or after the last, or when the school has not
 * called the class in yet or has sent it home. Each but the first with the time at which that ends or has begun.
 */
export type ClassAt =
  | { readonly kind: 'atSchool' }
  | { readonly kind: 'toBegin' | 'over' | 'calledLater' | 'sentHome'; readonly time: LocalTime };

/** Where a class is at a minute of a day with these hours, by the bells and by what the school has said of it (D106, D108). */
export function classAt(
  hours: readonly LessonHour[],
  movement: Pick<ClassMovement, 'expected'> | undefined,
  time: LocalTime,
): ClassAt {
  const { from, to } = movement?.expected ?? {};
  if (to !== undefined && time >= to) return { kind: 'sentHome', time: to };
  if (from !== undefined && time < from) return { kind: 'calledLater', time: from };
  const first = hours.map(({ start }) => start).toSorted()[0];
  if (first !== undefined && time < first) return { kind: 'toBegin', time: first };
  const last = hours
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  return last !== undefined && time >= last ? { kind: 'over', time: last } : { kind: 'atSchool' };
}

/** Whether somebody whom no mark keeps away is at school at a minute: with the class, or having come when it was not expected. */
export function isHereWith(at: ClassAt, cameAt: readonly LocalTime[], time: LocalTime): boolean {
  switch (at.kind) {
    case 'sentHome':
      return cameAt.some((each) => each >= at.time && each <= time);
    case 'toBegin':
    case 'calledLater':
      return cameAt.some((each) => each <= time);
    case 'over':
    case 'atSchool':
      return true;
  }
}
