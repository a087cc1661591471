import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The frame of a class: its header and the row of its sections. */
export const en = {
  classPage: {
    sections: 'Sections of the class',
    views: 'Views of {{section}}',
    view: '{{section}}: {{view}}',
    switch: 'Switch class',
    wordsForSwitch: 'other class go classes',
    wordsForSection: 'section class go',
    pupils_one: '{{count}} pupil',
    pupils_other: '{{count}} pupils',
    notOffered: 'Restricted view',
    notOfferedText: 'In this class it is open only to those who are appointed to it.',
    notOpen: 'Section for those who teach this class',
    notOpenText:
      'In this class you can sign the lesson and call the roll. The rest is seen by those who teach here during the year.',
  },
} as const satisfies Texts<typeof it>;
