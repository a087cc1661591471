import type { Texts } from '../../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** Several pupils marked in one act, in English. */
export const en = {
  several: {
    menu: 'Several pupils',
    notYours: 'Those who keep the roll of the class may do this, not whoever stands in for a lesson.',
    open: 'Several pupils late or leaving',
    words: 'mass late exit all bus train snow strike transport',
    title: 'Several pupils late or leaving',
    text: 'One time and one reason for those chosen. Where the school has the class arrive later or leave earlier, use “Class late/early”: that is no absence.',
    move: 'What',
    late: 'They arrive late',
    exit: 'They leave early',
    time: 'At',
    who: 'Who: {{count}} of {{of}}',
    all: 'All',
    none: 'None',
    reason: 'Reason',
    reasonText: 'If there is one, it justifies all of them.',
    noReason: 'to be justified later',
    inWords: 'In words',
    wordsText: 'School and family read it.',
    notJustified:
      'They remain to be justified: by whoever has the first lesson, the coordinator or the staff.',
    mark_zero: 'Mark',
    mark_one: 'Mark {{count}}',
    mark_other: 'Mark {{count}}',
    confirm_one: 'Yes, mark {{count}}',
    confirm_other: 'Yes, mark all {{count}}',
    ask: {
      late_one: 'You are about to mark {{count}} late entry at {{time}}. Confirm?',
      late_other: 'You are about to mark {{count}} late entries at {{time}}. Confirm?',
      exit_one: 'You are about to mark {{count}} exit at {{time}}. Confirm?',
      exit_other: 'You are about to mark {{count}} exits at {{time}}. Confirm?',
    },
    done: {
      late_one: '{{count}} late entry at {{time}}',
      late_other: '{{count}} late entries at {{time}}',
      exit_one: '{{count}} exit at {{time}}',
      exit_other: '{{count}} exits at {{time}}',
    },
    fault: {
      notATime: 'Write a time, for example 0815.',
      outside: 'The time lies outside this lesson ({{start}}–{{end}}).',
      atBell: 'The lesson begins at {{start}}: nobody is late before.',
      ahead: 'This time is still to come.',
      nobody: 'Choose at least one name.',
      noWords: 'Write the reason.',
    },
  },
} as const satisfies Texts<typeof it>;
