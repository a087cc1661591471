import type { it } from './texts.it.ts';
import type { Texts } from '../../i18n/texts.ts';

/** The page of a family: the child, its class, the week, the school. */
export const en = {
  family: {
    nav: 'Timetable',
    title: 'The week of {{name}}',
    own: 'My week',
    class: 'Class {{name}}',
    noClass: 'The class is not on this computer yet, or the enrolment has not been recorded.',
    previousWeek: 'Previous week',
    nextWeek: 'Next week',
    thisWeek: 'This week',
    week: 'From {{from}} to {{to}}',
    noHours: 'No lessons in the timetable',
    missing: {
      calendar: 'There is no calendar of this school year yet: it appears here when the school puts it in.',
      classes: 'There is no class in this school year yet.',
      bells: 'There is no timetable of the class yet: it appears here when the school puts it in.',
      timetable: 'There is no timetable of the class yet: it appears here when the school puts it in.',
    },
    hour: 'Lesson',
    today: 'today',
    school: 'The school',
    timetable: 'Timetable of the week',
    offline: 'It works without a network too: you see the last timetable received.',
  },
} as const satisfies Texts<typeof it>;
