import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A class called late or sent home early, in English. */
export const en = {
  classMovement: {
    name: 'Coming or going of the class',
    from: 'The class comes at {{time}}',
    to: 'The class leaves at {{time}}',
    byTheBell: 'The class follows its timetable',
    expected: 'Coming and going of the class',
    movementReason: 'Reason',
    because: 'Reason: {{text}}',
    at: {
      toBegin: 'The lessons of {{name}} begin at {{time}}',
      over: 'The lessons of {{name}} were over at {{time}}',
      calledLater: 'The school expects {{name}} at {{time}}',
      sentHome: 'The school let {{name}} go at {{time}}',
      left: 'left with the class at {{time}}',
      comes: 'expected at {{time}}',
      inLastLesson: 'In class in the last lesson',
      notAbsent: 'Not known to be absent',
    },
  },
} as const satisfies Texts<typeof it>;
