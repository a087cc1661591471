import type { common as source } from '../it/common.ts';
import type { Texts } from '../texts.ts';

/** Words used on many pages. */
export const common = {
  productName: 'Campanella',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  undo: 'Undo',
  back: 'Back',
  retry: 'Try again',
  hour: '{{ordinal}} hour',
  hourRange: '{{start}}–{{end}}',
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  atTime: 'at {{time}}',
  onDayAtTime: '{{day}} at {{time}}',
  recordedAt: 'Recorded {{when}}',
  receivedAt: 'Received by the school {{when}}',
  notReceived: 'Waiting to be sent',
  somebody: 'a colleague',
  level: {
    primary: 'primary',
    lowerSecondary: 'lower secondary',
    upperSecondary: 'upper secondary',
  },
  roles: {
    teacher: 'Teacher',
    office: 'School office',
    principal: 'Principal',
    ata: 'Support staff',
  },
  mark: {
    present: { letter: 'P', name: 'Present' },
    absent: { letter: 'A', name: 'Absent' },
    late: { letter: 'L', name: 'Late' },
    exited: { letter: 'E', name: 'Early exit' },
    outOfClass: { letter: 'OC', name: 'Out of class' },
  },
  refusal: {
    forbidden: 'You may not write this entry, or the pupil is no longer in a class of yours.',
    invalid: 'The data of this entry are not valid.',
    readOnly: 'This can only be read.',
    futureDay: 'This day is still to come: it can be written from the day itself.',
    noLessonDay: 'There are no lessons on this day.',
    windowClosed: 'The time for signing and calling the roll of this hour is over.',
    notEnrolled: 'The pupil was not enrolled in the class on that day.',
    tooManyEntries: 'The pupil already has as many entries or exits as allowed on that day.',
    contradictoryEvents: 'The entry contradicts what is already recorded for the pupil.',
    othersSignature: 'A colleague’s signature cannot be changed.',
    identityChanged: 'The entry changes something that cannot change.',
    outdated: 'This version of the program is too old: it needs the update.',
  },
  failure: {
    title: 'Not saved',
    diskFull: 'The disk of this computer is full: free some space and try again.',
    locked: 'The register is locked: unlock it with the password and try again.',
    internal:
      'The program could not write on this computer. Try again; if it goes on, tell the school office.',
  },
  pageError: {
    title: 'This page stopped',
    text: 'What you wrote is safe on this computer. Open the page again; if it happens again, tell the school office.',
    recover: 'Open the page again',
  },
  notFound: {
    title: 'No such page',
    text: 'This address leads to no page of the register.',
    home: 'Go to Today',
  },
  loading: 'Opening the register…',
} as const satisfies Texts<typeof source>;
