import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A proposal for the term meeting, in English. */
export const en = {
  proposal: {
    name: 'Proposed grade',
    name_words: 'Proposed judgement',
    entry: 'Proposal for {{name}} in {{subject}}: {{value}}',
    handedOver: 'Proposal for {{name}} in {{subject}}: only the class council reads it',
    notClassified: 'not classified',
    withdrawn: 'withdrawn',
    field: 'Proposed grade',
    field_words: 'Proposed judgement',
    scale: 'Scale',
    scales: {
      tenths: 'grades in tenths',
      primary: 'judgements of primary school',
      religion: 'judgements of religion',
    },
  },
} as const satisfies Texts<typeof it>;
