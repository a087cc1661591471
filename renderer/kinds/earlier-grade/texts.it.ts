/** A grade of the class before, in Italian. */
export const it = {
  earlierGrade: {
    name: 'Voto della classe precedente',
    leftOut: 'Voto della classe precedente di {{name}}: non fa media',
    counts: 'Voto della classe precedente di {{name}}: fa media',
    field: 'Fa media',
    yes: 'Sì',
    no: 'No',
  },
} as const;
