import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** Permits, in English. */
export const en = {
  permit: {
    acts: 'Permit',
    of: { entry: 'Permit of {{name}} to come later', exit: 'Permit of {{name}} to leave earlier' },
    dayOf: 'Permit of {{name}}',
    entry: '{{of}}: {{said}}',
    inWords: '{{said}} ({{words}})',
    nothing: 'Nothing',
    act: { ask: 'asked for', withdraw: 'withdrawn', grant: 'granted', refuse: 'not granted' },
    askedFor: 'asked for {{time}}',
  },
} as const satisfies Texts<typeof it>;
