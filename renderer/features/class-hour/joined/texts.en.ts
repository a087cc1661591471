import type { Texts } from '../../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** Classes joined for an hour, in English. */
export const en = {
  joined: {
    asSupport: '{{subject}}, as support',
    with: 'With {{names}}',
    title: 'Classes together',
    one: 'One signature, one topic and one roll for {{names}}: each class has its own lesson in the register.',
    open: 'Open {{name}}',
    join: 'Join another class',
    words: 'merge together two classes joined',
    joinText:
      'The two classes have one lesson. Whoever does not teach a class signs there as a substitute, and writes the roll of this lesson alone.',
    full: 'One lesson has at most {{count}} classes together: others are signed by themselves.',
    choose: 'Class to join',
    nothingFound: 'No class matches',
    mine: 'My classes',
    others: 'Other classes with a lesson at the same time',
    leaveOut: 'Leave {{name}} out',
    leaveOutShort: 'Leave out',
    putBack: 'Join {{name}} again',
    leftOut: '{{names}} is left out: its lesson is signed by itself.',
    left: '{{name}} is left out.',
    added: '{{name}} is joined for this lesson.',
    sign: 'Sign {{names}}',
    signed: 'Signed in {{names}}.',
    signMissing: 'Sign {{names}} too',
    notSigned: 'The signature in {{names}} is missing.',
    signedToo: 'Signed in all classes joined.',
    withdrawText: 'The signature is withdrawn in {{names}}. Topic and roll stay.',
    otherText: 'In {{name}} something else is written, and stays: “{{text}}”',
    sameText: 'Write the same in {{name}}',
    textsInAll: 'Topic and activity are those of {{names}}.',
    pupils_one: '{{count}} pupil',
    pupils_other: '{{count}} pupils',
    confirmed: 'Roll confirmed in {{names}}.',
    notConfirmed: '{{name}}: {{why}}',
    together: 'They are together: one lesson',
  },
} as const satisfies Texts<typeof it>;
