import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The dialogs of the gradebook, in English. */
export const en = {
  gradeForms: {
    legend: {
      name: 'Legend',
      sample: { sufficient: '7', nearly: '5½', low: '4', notCounted: '8' },
      tenths: {
        sufficient: 'sufficient',
        nearly: 'not sufficient, by one grade at most',
        low: 'not sufficient, by more than one grade',
        notCounted: 'not in the average',
      },
      words: {
        sufficient: 'sufficient or better',
        nearly: 'one step below sufficient',
        low: 'further below',
        notCounted: 'not in the average',
      },
    },
  },
} as const satisfies Texts<typeof it>;
