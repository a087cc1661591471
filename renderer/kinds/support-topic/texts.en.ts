import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What a support teacher did with a pupil, in English. */
export const en = {
  supportTopic: {
    name: 'Support topic',
    entry: 'Support of {{name}}: {{text}}',
    field: 'Support topic',
  },
} as const satisfies Texts<typeof it>;
