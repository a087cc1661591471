import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { standsIn } from '../../../domain/kinds/lesson/write-rights.ts';
import { mayKeepRoll } from '../../../domain/school/written-hour.ts';
import type { EffectContext } from '../../register/batch/batch.ts';

/**
 * Whether a lesson makes its author the substitute of an hour in which they had no part: it is taken in before the marks of that hour that
 * come with it, which it gives the right to make.
 */
export function opensHour({ actor, factsFor }: EffectContext, lesson: Lesson): boolean {
  if (!standsIn(actor, lesson)) return false;
  const facts = factsFor(lesson);
  return !mayKeepRoll(actor, facts) && facts.standsIn?.includes(lesson.hour) !== true;
}
