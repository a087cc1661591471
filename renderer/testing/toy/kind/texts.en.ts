import type { Texts } from '../../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The kind of the tests, in English. */
export const en = {
  toyKind: {
    name: 'Plaything',
    written: 'Plaything: {{note}}',
    note: 'Note',
    stickers: 'Stickers',
    of: '{{colour}} ({{name}})',
  },
} as const satisfies Texts<typeof it>;
