import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A grade of the class before, in English. */
export const en = {
  earlierGrade: {
    name: 'Grade of the class before',
    name_words: 'Evaluation of the class before',
    leftOut: 'Grade of the class before of {{name}}: not in the average',
    leftOut_words: 'Evaluation of the class before of {{name}}: does not count here',
    counts: 'Grade of the class before of {{name}}: in the average',
    counts_words: 'Evaluation of the class before of {{name}}: counts here',
    field: 'In the average',
    yes: 'Yes',
    no: 'No',
  },
} as const satisfies Texts<typeof it>;
