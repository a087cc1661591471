/** The dialogs of the gradebook, in Italian. */
export const it = {
  gradeForms: {
    legend: {
      name: 'Legenda',
      sample: { sufficient: '7', nearly: '5½', low: '4', notCounted: '8' },
      tenths: {
        sufficient: 'sufficiente',
        nearly: 'insufficiente, fino a un voto sotto',
        low: 'insufficiente, più di un voto sotto',
        notCounted: 'non fa media',
      },
      words: {
        sufficient: 'sufficiente o meglio',
        nearly: 'un gradino sotto la sufficienza',
        low: 'più sotto',
        notCounted: 'non fa media',
      },
    },
  },
} as const;
