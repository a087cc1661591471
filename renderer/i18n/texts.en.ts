import { failure } from './failures/texts.en.ts';
import type { it } from './texts.it.ts';
import type { Texts } from './texts.ts';

/** Words used on many pages. */
export const en = {
  common: {
    productName: 'Campanella',
    cancel: 'Cancel',
    close: 'Close',
    confirm: 'Confirm',
    undo: 'Undo the last',
    back: 'Back',
    retry: 'Try again',
    hour: '{{ordinal}} lesson',
    hourRange: '{{start}}–{{end}}',
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    atTime: 'at {{time}}',
    onDayAtTime: '{{day}} at {{time}}',
    recordedAt: 'Recorded {{when}}',
    receivedAt: 'Received by the school {{when}}',
    notReceived: 'Waiting to be sent',
    unknown: '—',
    somebody: 'somebody else',
    level: {
      primary: 'primary',
      lowerSecondary: 'lower secondary',
      upperSecondary: 'upper secondary',
    },
    levelShort: { primary: 'prim.', lowerSecondary: 'lower', upperSecondary: 'upper' },
    roles: {
      teacher: 'Teacher',
      office: 'School office',
      principal: 'Principal',
      ata: 'Support staff',
    },
    accountKind: {
      staff: 'Staff',
      firstGuardian: 'Parent',
      secondGuardian: 'Parent',
      student: 'Pupil',
    },
    andOthers_one: 'one more name',
    andOthers_other: '{{count}} more names',
    undone: 'Undone: {{done}}',
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
      noMark: 'In primary school points and rubrics stay what they are: they do not become a number.',
      readOnly: 'This can only be read.',
      futureDay: 'Future lesson: it can be filled in from the day itself.',
      noLessonDay: 'There are no lessons on this day.',
      windowClosed: 'The time for signing and calling the roll of this lesson is over.',
      notYet: 'This time is still to come: sign, confirm and write from its beginning.',
      notEnrolled: 'The pupil was not enrolled in the class on that day.',
      contradictoryEvents: 'The entry contradicts what is already recorded for the pupil.',
      othersSignature: 'A colleague’s signature cannot be changed.',
      identityChanged: 'The entry changes something that cannot change.',
      outdated:
        'Written with a version of the program that is too old: update it; if it is not taken then, write it again.',
      alreadyDecided: 'This justification has been validated: only the school changes it.',
      sentByOther:
        'The reason was sent by somebody else of the family: it can be read, and only its sender changes it.',
      textWithdrawn: 'The reason was withdrawn or written anew: look at the one that stands now.',
      tooLate: 'The time for doing this from here is over: ask the school office.',
      periodClosed:
        'The term is closed for its meeting: only the office opens it again, in “Access”, “Years”.',
      yearClosed: 'This school year can only be read: it is past, or the school has closed it.',
      absentToday: 'The pupil is absent today: it is justified on the return.',
      elsewhere:
        'The pupil is already out of class for the school at that time: correct that first, in Absences.',
      markedAbsent: 'The pupil is marked absent at that time: correct the roll first.',
      beyondYear: 'The last day has to be in the same school year.',
      notDelegate: 'Whoever is to collect the pupil is not among those who may on that day.',
      tooManyActs: 'Too many entries of this kind for one person: ask the office.',
      reasonMissing: 'The family may have seen this grade: give a reason for the correction.',
      reasonMissing_words: 'The family may have seen this evaluation: give a reason for the correction.',
      otherGroup: 'The pupil is not in the group of this test.',
      breaksRecovery:
        'On that day a recovery would no longer hold: it is on the same day or later, in the same term.',
      breaksRecovery_words:
        'On that day a recovery would no longer hold: it is on the same day or later, in the same term.',
      tooManyColumns:
        'The class already has all the assessments that a year may have in this subject: ask the school.',
      recoveredAlready:
        'That grade is recovered already, and each grade is recovered once: the recovery can be recovered in turn.',
      recoveredAlready_words:
        'That evaluation is recovered already, and each is recovered once: the recovery can be recovered in turn.',
      recoveryCircle:
        'The two grades would recover each other, if only by way of others: a grade recovers nothing that rests on it.',
      recoveryCircle_words:
        'The two evaluations would recover each other, if only by way of others: an evaluation recovers nothing that rests on it.',
      changedSince: 'It has been changed since: it stays as it is.',
      alreadyAssessed:
        'Somebody has a grade in this test already: it keeps its marks, its points or its rubric, and the maximum does not go below a score that was given.',
      alreadyAssessed_words:
        'Somebody is assessed in this test already: it keeps its judgements, its points or its rubric, and the maximum does not go below a score that was given.',
      notOfTest:
        'The test has not got these points or this rubric: somebody has changed it meanwhile. Look at the test and write the grade again.',
      notOfTest_words:
        'The test has not got these points or this rubric: somebody has changed it meanwhile. Look at the test and write the evaluation again.',
      assessmentCancelled: 'This assessment was withdrawn: no grade can be written in it.',
      assessmentCancelled_words: 'This assessment was withdrawn: no evaluation can be written in it.',
    },
    failure: {
      title: 'Not saved',
      titleOf: 'Not saved: {{of}}',
      diskFull: 'The disk of this computer is full: free some space and try again.',
      locked: 'The register is locked: unlock it with the password and try again.',
      internal:
        'The program could not write on this computer. Try again; if it goes on, tell the school office.',
    },
    pageError: {
      title: 'This page stopped',
      text: 'What you wrote is safe on this computer. Open the page again; if it happens again, tell the school office.',
      diskFull:
        'The disk of this computer is full, and the register cannot be read from it. What you wrote is safe: free some space on the disk, then open the page again.',
      recover: 'Open the page again',
    },
    notFound: {
      title: 'No such page',
      text: 'This address leads to no page of the register.',
      home: 'Go to Today',
    },
    loading: 'Opening the register…',
  },
  failure,
} as const satisfies Texts<typeof it>;
