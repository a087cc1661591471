/** What is done with a pupil who has support, apart from the topic of the class. */
export const it = {
  support: {
    title: 'Argomenti di sostegno',
    hint: 'Si aggiunge all’argomento della classe. Lo leggono docenti della classe, dirigenza e segreteria didattica; in seguito anche quella famiglia, le altre mai.',
    keys: '{{key}}: vai qui',
    topicOf: 'Sostegno a {{name}}',
    placeholder: 'Che cosa ha fatto in quest’ora',
    write: 'Scrivi l’argomento di sostegno',
    words: 'sostegno argomento pei separato',
    add: 'Aggiungi un nome della classe',
    previous: 'Ultima volta, {{day}}',
    usePrevious: 'Riprendi l’ultimo argomento di sostegno',
    ofColleagues: 'Scritto da altri docenti',
    by: 'scritto da {{name}}',
    all_one: 'Mostra tutti ({{count}})',
    all_other: 'Mostra tutti ({{count}})',
  },
} as const;
