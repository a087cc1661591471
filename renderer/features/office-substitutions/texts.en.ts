import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** Who stands in for whom. */
export const en = {
  substitutions: {
    title: 'Substitutions',
    words: 'cover absent teachers uncovered lessons',
    lead: 'Choose the day and who is away: for each uncovered lesson you see who is free. Whoever stands in finds the lesson on Today.',
    day: 'Day',
    away: 'Teachers away',
    awayPlaceholder: 'Search by name',
    remove: 'Remove',
    nothingFound: 'Nothing matches',
    table: 'Lessons of those who are away',
    choose: 'Choose who is away: their lessons appear here.',
    noHours: 'Those you have chosen have no lessons on this day, in the classes for which you answer.',
    past: 'The day is over: it can only be looked at.',
    column: { hour: 'Lesson', class: 'Class', away: 'Away', who: 'Who stands in' },
    free: 'Who stands in for {{away}} in {{class}}, {{hour}}',
    assign: 'Choose among those who are free',
    ofClass: 'Teachers of the class',
    others: 'Other teachers',
    nobody: 'nobody is free',
    withColleague: 'together with {{names}}',
    uncovered: 'Uncovered',
    covered: 'Assigned',
    takeBack: 'Take back the substitution of {{name}}, {{hour}}',
    takeBackShort: 'Take back',
    assigned: '{{name}} stands in for {{away}} in {{class}}, {{hour}}.',
    takenBack: 'The substitution of {{name}} in {{class}}, {{hour}}, was taken back.',
    count_one: '{{count}} lesson uncovered',
    count_other: '{{count}} lessons uncovered',
    allCovered: 'All lessons are covered.',
  },
} as const satisfies Texts<typeof it>;
