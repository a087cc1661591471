import type { Texts } from '../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** What is said of records of every kind, in English. */
export const en = {
  entry: {
    other: 'Other item',
    ofNewerVersion: 'Written by a newer version of the program: it cannot be read here',
    somePupil: 'somebody who is no longer among the data of this computer',
    someClass: 'a class no longer among the data of this computer',
    place: '{{schoolClass}}, {{day}}, {{hour}}',
    placeDay: '{{schoolClass}}, {{day}}',
    empty: 'no text',
    notTold: 'something that cannot be read here',
    otherField: 'Item',
    somebody: 'somebody',
  },
} as const satisfies Texts<typeof it>;
