import type { Texts } from '../../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What the roll says of a pupil that is no mark. */
export const en = {
  ofPupil: {
    choiceMissing: 'choice missing',
    choiceMissingText:
      'The choice for the hour of religion is missing: the office writes it under “Who is who”. Until then this lesson does not count as absence.',
  },
} as const satisfies Texts<typeof it>;
