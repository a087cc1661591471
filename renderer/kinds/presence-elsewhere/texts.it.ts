/** A pupil elsewhere in the school's own name, in Italian: the letters are those of the class register. */
export const it = {
  presenceElsewhere: {
    name: 'Fuori classe',
    entry: '{{name}} fuori classe: {{said}}',
    withdrawn: 'Ritirato: {{name}} fuori classe, {{said}}',
    workPlacement: 'PCTO (P)',
    mobility: 'mobilità (M)',
    activityInside: 'attività interna (S)',
    activityOutside: 'attività esterna (E)',
    letter: { workPlacement: 'P', mobility: 'M', activityInside: 'S', activityOutside: 'E' },
    briefFrom: '{{letter}} dalla {{hour}}ª',
    until: 'fino a {{day}}',
    wholeDay: 'tutto il giorno',
    fromHour: 'dalla {{hour}}',
    interval: 'dalle {{start}} alle {{end}}',
    isWithdrawn: 'Ritirato',
    stands: 'Valido',
    field: {
      lastDay: 'Ultimo giorno',
      elsewhereType: 'Tipo di fuori classe',
      during: 'Orario fuori classe',
      whereabouts: 'Luogo',
      withdrawn: 'Ritiro',
      marks: 'Assenza e fuori classe insieme',
    },
    absentIn: 'assenza segnata alla {{hour}}',
  },
} as const;
