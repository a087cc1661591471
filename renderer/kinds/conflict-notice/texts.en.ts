import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A notice of a conflict, in English. */
export const en = {
  conflictNotice: {
    name: 'Notice of a conflict',
    seen: 'Conflict seen',
  },
} as const satisfies Texts<typeof it>;
