/** A grade of the class before, in Italian. */
export const it = {
  earlierGrade: {
    name: 'Voto della classe precedente',
    name_words: 'Valutazione della classe precedente',
    leftOut: 'Voto della classe precedente di {{name}}: non fa media',
    leftOut_words: 'Valutazione della classe precedente di {{name}}: non conta qui',
    counts: 'Voto della classe precedente di {{name}}: fa media',
    counts_words: 'Valutazione della classe precedente di {{name}}: conta qui',
    field: 'Fa media',
    yes: 'Sì',
    no: 'No',
  },
} as const;
