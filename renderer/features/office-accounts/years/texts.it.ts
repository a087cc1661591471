/** The school years, and closing one. */
export const schoolYears = {
  lead: 'Un anno si chiude quando le lezioni sono finite: da allora si legge e non si scrive più.',
  none: 'Nessun anno scolastico.',
  year: 'Anno scolastico',
  lessons: 'Lezioni',
  span: 'dal {{from}} al {{to}}',
  state: 'Stato',
  states: { toCome: 'Deve iniziare', underWay: 'In corso', over: 'Lezioni finite', closed: 'Chiuso' },
  closedOn: 'Chiuso il {{day}}',
  act: 'Azione',
  close: 'Chiudi',
  closeName: 'Chiudi il {{name}}',
  closeTitle: 'Chiudere il {{name}}?',
  follows: 'Che cosa succede:',
  next: {
    writing:
      'Da domani nessuno scrive più in quest’anno: firme, appelli, giustificazioni, incarichi, gruppi e iscrizioni restano come sono.',
    arriving: 'Ciò che è stato scritto entro oggi su un computer senza rete viene accolto anche dopo.',
    reading: 'Non si cancella niente: tutto resta alla scuola.',
    reopening: 'Lo può riaprire chi dirige la scuola, con un motivo che resta nelle operazioni.',
  },
  closed: 'Il {{name}} è chiuso. Fino a stasera si può ancora scrivere.',
  principal: 'riapre chi dirige',
  reopen: 'Riapri',
  reopenName: 'Riapri il {{name}}',
  reopenTitle: 'Riaprire il {{name}}?',
  reopenText:
    'Chi poteva scrivere in quell’anno può farlo di nuovo, con gli stessi limiti. Il motivo resta nelle operazioni.',
  reason: 'Motivo',
  reasonMissing: 'Scrivi perché lo riapri.',
  reopened: 'Il {{name}} è di nuovo aperto. Quando hai finito, richiudilo.',
} as const;
