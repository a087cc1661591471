import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A syllabus, in English. */
export const en = {
  syllabus: {
    name: 'Syllabus',
    of: 'Syllabus of {{subject}}: {{said}}',
    count_one: '{{count}} topic',
    count_other: '{{count}} topics',
    done: '{{topic}} (done on {{day}})',
    field: 'Topics of the syllabus',
  },
} as const satisfies Texts<typeof it>;
