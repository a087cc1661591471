/** What is done with a pupil who has support, apart from the topic of the class. */
export const it = {
  support: {
    title: 'Sostegno',
    hint: 'Lo leggono i docenti della classe e la sua famiglia, nessun’altra.',
    topicOf: 'Sostegno a {{name}}',
    placeholder: 'Che cosa ha fatto',
    write: 'Scrivi l’argomento di sostegno',
    words: 'sostegno argomento pei separato',
    add: 'Aggiungi un nome',
    previous: 'Ultima volta, {{day}}',
    usePrevious: 'Riprendi l’ultimo argomento di sostegno',
    ofColleagues: 'Sostegno scritto da altri',
    by: 'di {{name}}',
    all_one: 'Mostra tutti ({{count}})',
    all_other: 'Mostra tutti ({{count}})',
  },
} as const;
