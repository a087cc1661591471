/** A lesson, in Italian. */
export const it = {
  lesson: {
    name: 'Lezione',
    signature: 'Firma',
    withdrawal: 'Firma ritirata',
    rollCall: 'Appello confermato',
    topic: 'Argomento: {{text}}',
    activity: 'Attività: {{text}}',
    rollCallGone: 'Appello non più confermato: apri l’ora e confermalo di nuovo',
    rollCallValue: 'Appello confermato {{when}}',
    signaturesValue_one: '{{count}} firma: {{names}}',
    signaturesValue_other: '{{count}} firme: {{names}}',
    unsigned: 'Nessuna firma',
    signedBy: 'Firma: {{name}}',
    signedByAs: 'Firma: {{name}} ({{as}})',
    signedAs: { coTeaching: 'compresenza', support: 'sostegno', substitution: 'sostituzione' },
    part: {
      whole: 'Tutta la classe',
      attending: 'Chi si avvale',
      alternative: 'Attività alternativa',
      assistedStudy: 'Studio assistito',
      group: 'Gruppo {{name}}',
    },
    twoClasses: {
      what: 'Hai firmato {{first}} e {{second}} alla {{hour}}',
      why: 'Le due firme restano: se una è una svista, ritirala.',
      kept: 'Le due firme restano',
      withdrawn: 'Firma ritirata: {{name}}',
    },
    field: {
      topic: 'Argomento',
      activity: 'Attività svolta',
      signatures: 'Firme',
      rollCall: 'Appello',
    },
  },
} as const;
