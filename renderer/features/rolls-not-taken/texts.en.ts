import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The rolls that nobody has called, in English. */
export const en = {
  rollsNotTaken: {
    title: 'Rolls not called',
    words: 'missing rolls not called not confirmed attendance check',
    lead: 'Lessons that have begun, and whose roll nobody has confirmed.',
    leadMine: 'Your lessons that have begun, and whose roll is not confirmed.',
    of: 'Whose',
    classes: 'The classes',
    mine: 'Mine',
    day: 'Day',
    print: 'Print',
    table: 'Rolls not called, {{day}}',
    class: 'Class',
    hour: 'Lesson',
    teacher: 'Teacher',
    state: 'Signature',
    signed: 'signed',
    notSigned: 'not signed',
    running: 'going on',
    open: 'Open',
    openOf: 'Open {{class}}, {{hour}}',
    count_one: '{{count}} roll not called, of {{begun}} lessons that have begun.',
    count_other: '{{count}} rolls not called, of {{begun}} lessons that have begun.',
    none: 'All rolls of the lessons that have begun are called.',
    noneDue: 'No rolls are known to have been due on this day.',
    nothingYet: 'No lesson has begun yet.',
    toDo: {
      mine: 'Signed lessons without a roll',
      today_one: '{{count}} roll of today',
      today_other: '{{count}} rolls of today',
      classes_one: '{{count}} class',
      classes_other: '{{count}} classes',
    },
    check: 'Notes',
  },
} as const satisfies Texts<typeof it>;
