import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** Who is where in an evacuation, in English. */
export const en = {
  evacuation: {
    name: 'Evacuation',
    rail: 'Emergency',
    words: 'evacuation emergency fire earthquake drill assembly point list print',
    lead: 'Who is in class now, at {{time}}: it is read and printed without a network too.',
    print: 'Print',
    which: 'Class',
    all: 'All classes',
    classOf: 'Class {{name}}',
    hour: '{{hour}} ({{start}}–{{end}})',
    nobody: 'None of your classes has a lesson at this moment.',
    counts: '{{present}} in class of {{enrolled}}',
    toCheck: '{{present}} to be checked of {{enrolled}}: the roll of this lesson is not confirmed',
    noRoll: 'Nobody has confirmed a roll today yet.',
    lastRoll: 'Last roll: {{hour}}, {{name}}, {{when}}.',
    group: {
      inClass: 'In class',
      toCheck: 'To be checked',
      outOfClass: 'Out of class',
      left: 'Have left the school',
      absent: 'Absent',
    },
    leftAt: 'left at {{time}}',
    comesAt: 'expected at {{time}}',
    outUnknown: 'no place given',
    empty: 'nobody',
    title: 'Evacuation form – attendance',
    at: 'As of {{day}}, at {{time}}',
    teacher: 'Teacher: {{names}}',
    number: 'No.',
    person: 'Surname and name',
    state: 'State',
    check: 'Present at the assembly point',
    signTeacher: 'Signature of the teacher',
    signPoint: 'Signature of whoever is responsible for the assembly point',
  },
} as const satisfies Texts<typeof it>;
