import type { lost as lostSource } from './texts.it.ts';
import type { Texts } from '../../i18n/texts.ts';

/** Entries that nothing opens any more. */
export const lost = {
  title_one: '{{count}} entry on this computer cannot be read',
  title_other: '{{count}} entries on this computer cannot be read',
  titleOf_one: '{{count}} entry of {{name}} cannot be read',
  titleOf_other: '{{count}} entries of {{name}} cannot be read',
  text: 'A file of the program is damaged: these entries have not arrived at the school and will not leave from here any more. Look through your last lessons, write again what is missing, and tell whoever looks after the computers before you take this notice away: the files are still here.',
  forget: 'Take away',
  forgetTitle: 'Take the unreadable entries away?',
  forgetText_one:
    '{{count}} entry and its file disappear from this computer. Nobody can try to recover it any more.',
  forgetText_other:
    '{{count}} entries and their files disappear from this computer. Nobody can try to recover them any more.',
  forgetConfirm: 'Take away for good',
  notForgotten_one: 'Nothing was taken away: there is now {{count}} unreadable entry.',
  notForgotten_other: 'Nothing was taken away: there are now {{count}} unreadable entries.',
} as const satisfies Texts<typeof lostSource>;
