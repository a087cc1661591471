import type { it } from './texts.it.ts';
import type { Texts } from '../../i18n/texts.ts';

/** The synchronisation page. */
export const en = {
  sync: {
    goThere: 'Go to synchronisation',
    fullName: 'Synchronisation',
    toDo: {
      title: 'Entries to look at',
      refused_one: '{{count}} entry that the school did not take',
      refused_other: '{{count}} entries that the school did not take',
      conflicts_one: '{{count}} notice of what two people wrote',
      conflicts_other: '{{count}} notices of what two people wrote',
    },
    title: 'Synchronisation',
    intro: 'What you write is saved on this computer at once and sent by itself.',
    connection: 'Connection',
    online: 'Online with the school',
    offline: 'Offline',
    signInNeeded: 'Sign-in needed',
    lastSync: 'Last synchronised',
    never: 'not yet since the register was opened',
    unsent: 'To send',
    none: 'no entries',
    now: 'Synchronise now',
    working: 'Synchronising…',
    export: 'Export the unsent entries',
    exported: 'Entries exported',
    exportFailed: 'The file was not written',
    exportFile: 'unsent-entries',
    waiting: {
      title: 'Waiting to be sent',
      empty: 'Nothing is waiting: everything has reached the school.',
      none: 'Nothing is waiting to be sent. Look at the notices of this page, though.',
      several: '{{count}} entries, the last one {{when}}',
      more_one: 'Show one more row',
      more_other: 'Show {{count}} more rows',
    },
    refused: {
      title: 'Not accepted',
      text: 'The school did not accept these entries. They stay here until you decide: if the reason has passed, send them again; if not, write again what still holds, or export the entries and take the file to the office.',
      reason: 'Why',
      when: 'Refused {{when}}',
      retry: 'Send again',
      discard: 'Discard',
      discardTitle: 'Discard the entry?',
      discardText: 'The entry will not reach the school and will disappear from this computer.',
      retrySaid: 'The entry is sent again',
      retryLater: 'It goes when the school has answered the waiting one on the same data',
      discardSaid: 'Entry discarded',
      discardConfirm: 'Discard the entry',
    },
    conflicts: {
      title: 'Conflicts',
      text: 'Something you wrote is no longer as you left it. What you wrote stays in the history of the register.',
      putBack: 'Put mine back',
      withdraw: 'Withdraw {{name}}',
      isRight: 'It is right like this',
      mine: 'You wrote',
      roll: 'You confirmed in the roll call',
      stands: 'Prevailed',
      theirs: 'Written at the same time',
      mineStands: 'What you wrote stands',
      bothStand: 'Both stand',
      by: 'by {{name}}, {{when}}',
      byMe: 'you, {{when}}',
      seenSaid: 'Conflict seen',
      putBackSaid: 'What you wrote is back',
      seen: 'I have seen it',
      open: 'Open the lesson',
      openOf: 'Open {{name}}',
    },
    notice: {
      looking: 'The school has taken the register from an earlier copy',
      lookingText:
        'I am checking what is missing and sending it again. Until I have finished, not everything may have arrived.',
      looked: 'The school has taken the register from an earlier copy',
      sentAgain_one: '{{count}} entry of yours was missing: I am sending it again with its own time.',
      sentAgain_other:
        '{{count}} entries of yours were missing: I am sending them again with their own times.',
      ofColleagues_one:
        '{{count}} entry of colleagues is still missing; this computer keeps it. The office sees which one; it comes back when whoever wrote it opens the register.',
      ofColleagues_other:
        '{{count}} entries of colleagues are still missing; this computer keeps them. The office sees which ones; they come back when whoever wrote them opens the register.',
      nothingLost: 'Nothing of yours was missing.',
      diskFull: 'The disk of this computer is full',
      diskFullText:
        'What you wrote is safe, but the register cannot update. Free some space: it goes on by itself.',
      parked_one: '{{count}} received item cannot be read',
      parked_other: '{{count}} received items cannot be read',
      parkedText:
        'They were set aside and block nothing. An update of the program may help; tell the school office.',
      parkedMore_one: 'and one more',
      parkedMore_other: 'and {{count}} more',
      updateRequired: 'The program needs an update',
      updateRequiredText:
        'What you write is still sent, but new data of the school arrive only after the update. Ask the school office.',
      signInNeeded: 'Confirm your password',
      signInNeededText:
        'The school asks you to sign in again to send and receive data. Meanwhile you can go on working.',
    },
  },
} as const satisfies Texts<typeof it>;
