/** The page of a family: the child, its class, the week, the school. */
export const it = {
  family: {
    nav: 'Orario',
    title: 'La settimana di {{name}}',
    own: 'La mia settimana',
    class: 'Classe {{name}}',
    noClass: 'La classe non è ancora su questo computer, o l’iscrizione non è ancora registrata.',
    previousWeek: 'Settimana precedente',
    nextWeek: 'Settimana successiva',
    thisWeek: 'Questa settimana',
    week: 'Dal {{from}} al {{to}}',
    noHours: 'Nessuna ora in orario',
    missing: {
      calendar:
        'Il calendario di questo anno scolastico non c’è ancora: compare qui quando la scuola lo inserisce.',
      classes: 'La classe non c’è ancora in questo anno scolastico.',
      bells: 'L’orario della classe non c’è ancora: compare qui quando la scuola lo inserisce.',
      timetable: 'L’orario della classe non c’è ancora: compare qui quando la scuola lo inserisce.',
    },
    hour: 'Ora',
    today: 'oggi',
    school: 'La scuola',
    timetable: 'Orario della settimana',
    offline: 'Funziona anche senza rete: quello che vedi è l’ultimo orario ricevuto.',
  },
} as const;
