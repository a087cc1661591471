import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { KindEffects } from '../effects.ts';
import { withStandInsOfBatch } from '../roll/stood-in.ts';
import { rollArrived } from '../roll/roll-notices.ts';
import { opensHour } from './opens-hour.ts';
import { keepSubstitutions } from './substitutions.ts';
import { addClashNotices } from './clash-notices.ts';

/** A lesson that arrives may bring a substitute, a signature that does not go with another one, and a roll that marks have overtaken. */
export const lessonEffects: KindEffects<Lesson> = {
  facts: withStandInsOfBatch,
  opensRights: opensHour,
  async taken(batch, before, after) {
    await keepSubstitutions(batch, before, after);
    await addClashNotices(batch, before, after);
    await rollArrived(batch, before, after);
  },
};
