import type { Texts } from '../../../i18n/texts.ts';
import type { gradingRules as source } from './grading.it.ts';

/** The office's rules on grades. */
export const gradingRules = {
  title: 'Grades',
  text: 'Which grades teachers give. Those already given stay; points and rubrics become one of these: a change reckons those already given anew at once, in the terms of this year that are closed as well.',
  step: 'Grades are',
  steps: {
    quarter: 'In quarters: 6, 6+, 6½, 7-',
    half: 'Whole and half: 6, 6½, 7',
    whole: 'Whole only',
  },
  lowest: 'Lowest grade',
  notGiven: 'By these rules {{grade}} is no grade of the school: choose another one.',
  rounds: 'Round a number that is typed between two grades',
  roundsText: 'Otherwise the register does not take it, and says so.',
  palette: 'Colours',
  palettes: {
    green: 'Green, orange and red',
    blue: 'Blue and red, as in the register on paper',
  },
  averages: 'Averages and proposals',
  averagesText:
    'How averages are reckoned, and what a proposed grade comes from. The teacher always decides. A change holds at once for all averages, in the terms of this year that are closed as well; proposals already confirmed stay.',
  average: 'Average',
  ways: {
    ofGrades: 'Of all grades',
    ofTypes: 'Of the averages of written, oral and practical',
  },
  decimals: 'Decimals shown',
  decimalsOf_one: '{{count}} decimal',
  decimalsOf_other: '{{count}} decimals',
  overallAverage: 'Show the overall average, without religion and behaviour',
  yearBasis: 'The final proposal comes',
  bases: {
    lastPeriod: 'From the last term',
    wholeYear: 'From the whole year',
    meanOfPeriods: 'From the mean of the terms',
  },
  proposalRounding: 'The average becomes a whole grade',
  roundings: {
    halfUp: 'Rounded: 5.50 becomes 6',
    halfDown: 'Rounded, half down: 5.50 becomes 5',
    floor: 'Without its decimals: 5.90 becomes 5',
  },
  needed: 'Minimum number of tests',
  neededText: 'How many the collegio wants in a term. Teacher and coordinator see who lacks some.',
  types: {
    written: 'Written',
    oral: 'Oral',
    practical: 'Practical',
    graphic: 'Graphic',
    single: 'With a single grade',
  },
  noneNeeded: 'no minimum',
  events: 'Excuses, unprepared, council',
  eventsText: 'What counts beside grades, and who reads them.',
  excuses: 'Excuses of a pupil in a subject, each term',
  noExcuses: 'no limit',
  unprepared: 'Unprepared counts as',
  unpreparedNever: 'never a grade',
  councilReads: 'The whole council of a class reads the grades of all subjects',
  councilReadsText: 'Otherwise coordinator and principal do. Religion stays apart.',
} as const satisfies Texts<typeof source>;
