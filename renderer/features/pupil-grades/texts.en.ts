import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The marks of one pupil, in English. */
export const en = {
  pupilGrades: {
    title: 'Grades of the pupil',
    card: 'Grades',
    openAll: 'Open all grades',
    noneYet: 'No grades so far.',
    lead: 'Class {{name}}',
    toClass: 'Grades of the class',
    toPupils: 'List of the class',
    before: 'Previous',
    after: 'Next',
    period: 'Term',
    attendance: 'Absences',
    average: { ofGrades: 'Average of all grades', ofTypes: 'Average of the types of assessment' },
    none: 'No grades in this term.',
    counted_one: '{{count}} counted grade',
    counted_other: '{{count}} counted grades',
    ofClass: 'grade of {{name}}',
    recovery: 'retake: {{effect}}',
    recoveryOf: 'retake of {{day}}: {{effect}}',
    day: 'Day',
    mark: 'Grade',
    trend: {
      title: 'Trend',
      of: 'Trend in {{subject}}',
      summary_one: '{{count}} grade with a number: {{first}}.',
      summary_other: '{{count}} grades with a number, from the first ({{first}}) to the latest ({{last}}).',
    },
    whatIf: {
      title: 'What if…',
      marks: 'Supposed grades in {{subject}}',
      help: 'One or more grades, with spaces between: 7 6+. Only a calculation, nothing is saved.',
      unread: '“{{text}}” is not a grade of the school.',
      type: 'Type of test',
      average: 'With these grades the average would be {{average}} (now {{now}}).',
      needed: 'With one more grade, {{mark}} is enough to pass.',
      kept: 'With one more grade the average still passes, if it is not below {{mark}}.',
      neededNone: 'One more grade alone is not enough to pass.',
    },
    frozen: 'The term is closed for its meeting: grades can no longer be changed.',
    noReligion:
      'Religion and its alternative are not shown: they are seen by those who know what families have chosen.',
    notHere: 'No grades to show',
    notHereText: 'You cannot read any grades of this person, or the address is wrong.',
    sheet: { of: 'Sheet to print', family: 'For the family', teachers: 'For teachers' },
    print: 'Print grades',
    wordsForPrint: 'print grades pupil meeting',
    printedFor: {
      family: 'only what the family may see',
      teachers: 'for teachers: also what the family does not see',
    },
    printedOn: 'printed on {{day}}',
    printedClosed: 'term closed for its meeting',
  },
} as const satisfies Texts<typeof it>;
