import type { Texts } from '../../i18n/texts.ts';
import type { it } from './texts.it.ts';

/** The day of a pupil, in English. */
export const en = {
  attendanceDay: {
    name: 'Attendance',
    dayOf: 'Attendance of {{name}}',
    present: 'Presence of {{name}}',
    absent: 'Absence of {{name}}',
    entry: '{{name}} entered at {{time}}',
    exit: '{{name}} left at {{time}}',
    outOfClass: '{{name}} out of class',
    takenBack: 'Undone: {{mark}}',
    presentValue: 'Present',
    absentValue: 'Absent',
    entryValue: 'Entered at {{time}}',
    exitValue: 'Left at {{time}}',
    outOfClassValue: 'Out of class, {{hour}}',
    events: 'Attendance',
    inHour: '{{said}}, {{hour}}',
  },
} as const satisfies Texts<typeof it>;
