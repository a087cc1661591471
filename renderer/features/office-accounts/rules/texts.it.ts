/** The office's rule on the time in which lessons are signed. */
export const lessonRules = {
  title: 'Firma e appello',
  text: 'Quando si può firmare una lezione e confermare l’appello. Quello che è scritto senza rete è giudicato dall’ora in cui è stato scritto.',
  window: 'Fino a quando',
  free: 'Anche nei giorni dopo: il ritardo si vede',
  sameDay: 'Entro lo stesso giorno',
  duringHour: 'Solo durante la lezione',
  before: 'Prima dell’inizio',
  early: {
    closed: 'Si prepara soltanto: si firma dall’inizio, o insieme alla lezione di prima nella stessa classe',
    sameDay: 'Si può firmare e confermare anche prima, nello stesso giorno',
  },
} as const;
