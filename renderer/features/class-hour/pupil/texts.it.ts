/** What the roll says of a pupil that is no mark. */
export const it = {
  ofPupil: {
    choiceMissing: 'scelta mancante',
    choiceMissingText:
      'Manca la scelta per l’ora di religione: la registra la segreteria in «Chi è chi». Finché manca, quest’ora non conta fra le assenze.',
  },
} as const;
