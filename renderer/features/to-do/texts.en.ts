import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What waits for somebody. */
export const en = {
  toDo: {
    name: 'To do',
    wordsForPage: 'waiting sign look pending',
    nothing: 'Nothing to do',
    nothingText: 'What waits for you stands here.',
  },
} as const satisfies Texts<typeof it>;
