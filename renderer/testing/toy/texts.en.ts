import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The page of the tests, in English. */
export const en = {
  toy: { title: 'The toy', label: 'Toy', words: 'spinning top', break: 'Break', classes: 'Classes' },
} as const satisfies Texts<typeof it>;
