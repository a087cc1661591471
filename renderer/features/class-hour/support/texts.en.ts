import type { Texts } from '../../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What is done with a pupil who has support, in English. */
export const en = {
  support: {
    title: 'Support',
    hint: 'The teachers of the class and the pupil’s own family read it, no other one.',
    topicOf: 'Support of {{name}}',
    placeholder: 'What was done',
    write: 'Write the support topic',
    words: 'support topic separate pupil',
    add: 'Add a pupil',
    previous: 'Last time, {{day}}',
    usePrevious: 'Reuse last support topic',
    ofColleagues: 'Support written by others',
    by: 'by {{name}}',
    all_one: 'Show all ({{count}})',
    all_other: 'Show all ({{count}})',
  },
} as const satisfies Texts<typeof it>;
