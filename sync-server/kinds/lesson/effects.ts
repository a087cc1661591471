import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { KindEffects } from '../effects.ts';
import { rollArrived } from '../roll/roll-notices.ts';
import { addClashNotices } from './clash-notices.ts';

/** A lesson that arrives may bring a signature that does not go with another one, and a roll that marks have overtaken. */
export const lessonEffects: KindEffects<Lesson> = {
  async taken(batch, before, after) {
    await addClashNotices(batch, before, after);
    await rollArrived(batch, before, after);
  },
};
