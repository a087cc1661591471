import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The grades of a class in all subjects, in English. */
export const en = {
  classMatrix: {
    section: 'Grades',
    name: 'All subjects',
    wordsForSection: 'grades averages subjects overview council',
    title: 'Grades in all subjects',
    label: 'Overview of grades of {{name}}',
    pupil: 'Pupil',
    period: 'Term',
    insufficient: 'Failing',
    overall: 'Overall',
    absences: 'Hours absent',
    notTaught: '–',
    isInsufficient: 'failing',
    open: 'Open the grades of the subject',
    count_one: '{{count}} grade',
    count_other: '{{count}} grades',
    times: '{{level}} ×{{often}}',
    countLacking: '{{counted}} −{{lacking}}',
    lacking_one: '{{count}} missing',
    lacking_other: '{{count}} missing',
    onlyWeak: 'Only pupils with failing averages or missing grades',
    way: {
      ofGrades: 'Each average is that of all counted grades of the term.',
      ofTypes:
        'Each average is that of the averages of the types of test (written, oral, practical) of the term.',
    },
    belowWay: 'Below it stands how many there are and, with a minus, how many are missing.',
    overallWay:
      'The overall average is that of the averages of the subjects, without religion and behaviour.',
    frozen: 'The term is closed for its meeting: grades can no longer be changed.',
    noReligion:
      'Religion and its alternative are not shown: they are seen by those who know what families have chosen.',
    noPupils: 'Nobody matches.',
    nothing: 'No subjects',
    nothingText: 'This class has no subjects assigned and no tests yet.',
    print: 'Print overview',
    wordsForPrint: 'print overview grades averages council',
    printedOn: 'printed on {{day}}',
    printedClosed: 'term closed for its meeting',
    printedWeak:
      'Only pupils with failing averages or missing grades: {{shown}} out of {{all}} in the class.',
    printedLow: 'Bold with ▽: below what is sufficient.',
    printedNoAverage: 'n/a: no counted grade.',
    lacksTitle: 'Missing grades',
    lacksNothing: 'Nobody has fewer grades than the school asks for.',
    lacksOf_one: '{{subject}}: {{lack}}, {{number}} pupil',
    lacksOf_other: '{{subject}}: {{lack}}, {{number}} pupils',
    printedLack: '{{lack}}: {{names}}',
    spread: 'Distribution',
    spreadOf: 'Subject of the distribution',
    spreadAverages: 'Averages in {{subject}}',
    spreadLevels: 'Latest judgements in {{subject}}',
    spreadSummary: '{{all}} in all, {{low}} of them failing (hatched columns).',
    spreadBand: 'Average from',
    spreadLevel: 'Judgement',
    spreadPupils: 'Pupils',
  },
} as const satisfies Texts<typeof it>;
