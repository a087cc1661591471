import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** A pupil elsewhere in the school's own name, in English: the letters are those of the class register. */
export const en = {
  presenceElsewhere: {
    name: 'Out of class',
    entry: '{{name}} out of class: {{said}}',
    withdrawn: 'Withdrawn: {{name}} out of class, {{said}}',
    workPlacement: 'work placement (P)',
    mobility: 'mobility (M)',
    activityInside: 'activity inside (S)',
    activityOutside: 'activity outside (E)',
    letter: { workPlacement: 'P', mobility: 'M', activityInside: 'S', activityOutside: 'E' },
    briefFrom: '{{letter}} from {{hour}}',
    until: 'until {{day}}',
    wholeDay: 'the whole day',
    fromHour: 'from the {{hour}}',
    interval: 'from {{start}} to {{end}}',
    isWithdrawn: 'Withdrawn',
    stands: 'Valid',
    field: {
      lastDay: 'Last day',
      elsewhereType: 'Kind of absence from class',
      during: 'Time out of class',
      whereabouts: 'Place',
      withdrawn: 'Withdrawal',
      marks: 'Absent and out of class at once',
    },
    absentIn: 'marked absent in the {{hour}}',
  },
} as const satisfies Texts<typeof it>;
