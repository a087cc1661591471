/** The day of a pupil, in Italian. */
export const it = {
  attendanceDay: {
    name: 'Presenze',
    dayOf: 'Presenze di {{name}}',
    present: 'Presenza di {{name}}',
    absent: 'Assenza di {{name}}',
    entry: 'Entrata di {{name}} alle {{time}}',
    exit: 'Uscita di {{name}} alle {{time}}',
    outOfClass: 'Fuori classe di {{name}}',
    takenBack: 'Annullato: {{mark}}',
    presentValue: 'Presente',
    absentValue: 'Assente',
    entryValue: 'Entrata alle {{time}}',
    exitValue: 'Uscita alle {{time}}',
    outOfClassValue: 'Fuori classe, {{hour}}',
    events: 'Presenza',
    inHour: '{{said}}, {{hour}}',
  },
} as const;
