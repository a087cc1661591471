import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { KindEffects } from '../effects.ts';
import { withStandInsOfBatch } from '../roll/stood-in.ts';
import { rollArrived } from '../roll/roll-notices.ts';
import { opensHour } from './opens-hour.ts';
import { keepSubstitutions } from './substitutions.ts';
import { addClashNotices } from './clash-notices.ts';
import { tellOfChangedWords } from './changed-words.ts';
import { tellOfRemovedRoll } from './removed-roll.ts';

/**
 * A lesson that arrives may bring a substitute, a signature that does not go with another one, a roll that marks have overtaken, and a change of what others
 * have written, signed or confirmed.
 */
export const lessonEffects: KindEffects<Lesson> = {
  facts: withStandInsOfBatch,
  opensRights: opensHour,
  async taken(batch, before, after) {
    await keepSubstitutions(batch, before, after);
    await addClashNotices(batch, before, after);
    await rollArrived(batch, before, after);
    await tellOfChangedWords(batch, before, after);
    await tellOfRemovedRoll(batch, before, after);
  },
};
