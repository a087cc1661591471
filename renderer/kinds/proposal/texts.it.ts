/** A proposal for the term meeting, in Italian. */
export const it = {
  proposal: {
    name: 'Proposta di voto',
    entry: 'Proposta per {{name}} in {{subject}}: {{value}}',
    notClassified: 'non classificato',
    withdrawn: 'ritirata',
    field: 'Proposta di voto',
  },
} as const;
