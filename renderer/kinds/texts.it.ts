/** What is said of records of every kind, in Italian. */
export const it = {
  entry: {
    other: 'Altro dato',
    ofNewerVersion: 'Scritto da una versione più recente del programma: qui non si può leggere',
    somePupil: 'una persona che non è più fra i dati di questo computer',
    someClass: 'classe non più fra i dati di questo computer',
    place: '{{schoolClass}}, {{day}}, {{hour}}',
    placeDay: '{{schoolClass}}, {{day}}',
    empty: 'nessun testo',
    notTold: 'qualcosa che qui non si può leggere',
    otherField: 'Dato',
    somebody: 'una persona',
  },
} as const;
