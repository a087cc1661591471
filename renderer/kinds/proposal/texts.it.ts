/** A proposal for the term meeting, in Italian. */
export const it = {
  proposal: {
    name: 'Proposta di voto',
    name_words: 'Proposta di giudizio',
    entry: 'Proposta per {{name}} in {{subject}}: {{value}}',
    handedOver: 'Proposta per {{name}} in {{subject}}: la legge solo il consiglio di classe',
    notClassified: 'non classificato',
    withdrawn: 'ritirata',
    field: 'Proposta di voto',
    field_words: 'Proposta di giudizio',
    scale: 'Scala',
    scales: { tenths: 'voti in decimi', primary: 'giudizi della primaria', religion: 'giudizi di religione' },
  },
} as const;
