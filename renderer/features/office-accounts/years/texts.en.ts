import type { Texts } from '../../../i18n/texts.ts';
import type { schoolYears as source } from './texts.it.ts';

/** The school years, and closing one. */
export const schoolYears = {
  lead: 'A year is closed when its lessons are over: from then on it is read, and written no more.',
  none: 'No school year.',
  year: 'School year',
  lessons: 'Lessons',
  span: '{{from}} to {{to}}',
  state: 'State',
  states: { toCome: 'To come', underWay: 'Under way', over: 'Lessons over', closed: 'Closed' },
  closedOn: 'Closed on {{day}}',
  act: 'Action',
  close: 'Close',
  closeName: 'Close {{name}}',
  closeTitle: 'Close {{name}}?',
  open: {
    title: 'What is still open',
    asking: 'Looking at what is still open…',
    nothing: 'Nothing is open: lessons signed, rolls called, absences justified.',
    failed: 'What is still open could not be read. Close this window and try again online.',
    whilePast:
      'The year is past: since 1 September hours, rolls and absences can only be read, and stay as they are. What was handed over can still be decided on.',
    untilSeptember:
      'Until 31 August whoever could do them completes them, within the school’s limits. From 1 September they can only be read.',
    unknown: 'A class that this computer does not know',
    unsigned_one: '{{number}} lesson not signed',
    unsigned_other: '{{number}} lessons not signed',
    notCalled_one: '{{number}} roll not called',
    notCalled_other: '{{number}} rolls not called',
    unjustified_one: '{{number}} absence to justify',
    unjustified_other: '{{number}} absences to justify',
    held_one: '{{number}} entry handed over, to decide on',
    held_other: '{{number}} entries handed over, to decide on',
  },
  follows: 'What follows:',
  next: {
    writing:
      'From tomorrow nobody writes in this year: signatures, rolls, justifications, appointments, groups and enrolments stay as they are.',
    arriving: 'What was written by today on a computer without a network is still taken later.',
    reading: 'Nothing is deleted: all of it stays at the school.',
    reopening: 'The principal can open it again, with a reason that stays among the operations.',
  },
  closed: '{{name}} is closed. Until tonight it can still be written in.',
  terms: {
    heading: 'Terms and their meetings',
    lead: 'A term is closed when its term meeting opens: from then on no grades, lessons, absences or justifications of those days are written or changed.',
    none: 'No term is open.',
    term: 'Term',
    days: 'Days',
    grades: 'Register',
    families: 'Families',
    open: 'Can be written',
    closed: 'Closed for the whole school',
    closedIn: 'Closed in {{names}}',
    shown: 'not held back',
    held: 'from {{day}}',
    heldIn: '{{name}} from {{day}}',
    heldBefore: 'Held back before: {{list}}',
    before: 'until {{day}}',
    beforeIn: '{{name}} until {{day}}',
    for: 'For whom',
    school: 'The whole school',
    until: {
      freeze: 'The class council reads all grades until',
      hold: 'Families see them from',
    },
    untilText: {
      freeze:
        'The last day of the meetings. Without a date it reads them as long as the term is closed for its meeting.',
      hold: 'Without a date grades are no longer held back.',
    },
    noDay: 'Write a date.',
    pastDay: 'Write a day after today. Without a date families see them at once.',
    act: { freeze: 'Close', unfreeze: 'Reopen', hold: 'Families' },
    title: {
      freeze: 'Close the term: {{name}}',
      unfreeze: 'Reopen the term: {{name}}',
      hold: 'When families see grades: {{name}}',
    },
    text: {
      freeze:
        'All that is written already stays: grades, lessons, absences and justifications change no more, until the term is opened again. What is of the day itself can always be written, except justifications. What arrives later from a computer without a network is not taken, and stays on the computer of whoever wrote it, with the reason.',
      unfreeze:
        'Grades, lessons, absences and justifications of those days can be written and corrected again. The class council no longer reads the grades of all subjects for this term.',
      hold: 'Before the chosen date families do not see the grades of those days. Teachers and principal always see everything.',
    },
    confirm: { freeze: 'Close the term', unfreeze: 'Reopen the term', hold: 'Save' },
    done: {
      freeze: 'Term closed: {{name}}.',
      unfreeze: 'Term open again: {{name}}.',
      hold: 'Saved: {{name}}.',
    },
  },
  principal: 'the principal reopens it',
  reopen: 'Reopen',
  reopenName: 'Reopen {{name}}',
  reopenTitle: 'Reopen {{name}}?',
  reopenText:
    'The office can change appointments, groups and enrolments of that year again. Signatures, rolls and justifications are completed until 31 August only, within the same limits as before. The reason stays in the operations.',
  reason: 'Reason',
  reasonMissing: 'Write why you open it again.',
  reopened: '{{name}} is open again. Close it when you have finished.',
} as const satisfies Texts<typeof source>;
