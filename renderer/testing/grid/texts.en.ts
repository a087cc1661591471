import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The page of the grid. */
export const en = {
  gridTest: {
    title: 'Trial marks',
    label: 'Grid',
    pupil: 'A pupil arrives',
    colleague: 'A colleague writes',
    gone: 'The first test is withdrawn',
  },
} as const satisfies Texts<typeof it>;
