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
  open: {
    title: 'Che cosa è ancora aperto',
    asking: 'Si guarda che cosa è ancora aperto…',
    nothing: 'Non c’è nulla di aperto: ore firmate, appelli fatti, assenze giustificate.',
    failed:
      'Non è stato possibile leggere che cosa è ancora aperto. Chiudi questa finestra e riprova in linea.',
    whilePast:
      'L’anno è passato: dal 1° settembre ore, appelli e assenze si possono solo leggere, e restano come sono. Le registrazioni consegnate si possono ancora decidere.',
    untilSeptember:
      'Fino al 31 agosto li completa chi poteva farlo, entro i termini della scuola. Dal 1° settembre si possono solo leggere.',
    unknown: 'Classe che questo computer non conosce',
    unsigned_one: '{{number}} ora senza firma',
    unsigned_other: '{{number}} ore senza firma',
    notCalled_one: '{{number}} appello non fatto',
    notCalled_other: '{{number}} appelli non fatti',
    unjustified_one: '{{number}} assenza da giustificare',
    unjustified_other: '{{number}} assenze da giustificare',
    held_one: '{{number}} registrazione consegnata, da decidere',
    held_other: '{{number}} registrazioni consegnate, da decidere',
  },
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
    'La segreteria può di nuovo cambiare incarichi, gruppi e iscrizioni di quell’anno. Firme, appelli e giustificazioni si completano solo fino al 31 agosto, con gli stessi limiti di prima. Il motivo resta nelle operazioni.',
  reason: 'Motivo',
  reasonMissing: 'Scrivi perché lo riapri.',
  reopened: 'Il {{name}} è di nuovo aperto. Quando hai finito, richiudilo.',
} as const;
