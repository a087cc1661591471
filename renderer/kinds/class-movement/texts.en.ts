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
  },
} as const satisfies Texts<typeof it>;
