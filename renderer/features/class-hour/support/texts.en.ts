import type { Texts } from '../../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What is done with a pupil who has support, in English. */
export const en = {
  support: {
    title: 'Support topics',
    hint: 'Beside the topic of the class. The teachers of the class, the principal and the pupils’ office read it; later that family too, the others never.',
    keys: '{{key}}: go here',
    topicOf: 'Support of {{name}}',
    placeholder: 'What was done in this lesson',
    write: 'Write the support topic',
    words: 'support topic separate pupil',
    add: 'Add a pupil of the class',
    previous: 'Last time, {{day}}',
    usePrevious: 'Reuse last support topic',
    ofColleagues: 'Written by other teachers',
    by: 'written by {{name}}',
    all_one: 'Show all ({{count}})',
    all_other: 'Show all ({{count}})',
  },
} as const satisfies Texts<typeof it>;
