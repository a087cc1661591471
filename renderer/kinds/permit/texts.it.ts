/** Permessi, in Italian. */
export const it = {
  permit: {
    acts: 'Permesso',
    of: { entry: 'Permesso di entrata di {{name}}', exit: 'Permesso di uscita di {{name}}' },
    dayOf: 'Permesso di {{name}}',
    entry: '{{of}}: {{said}}',
    inWords: '{{said}} ({{words}})',
    nothing: 'Niente',
    act: { ask: 'richiesto', withdraw: 'ritirato', grant: 'concesso', refuse: 'non concesso' },
    askedFor: 'richiesto per le {{time}}',
  },
} as const;
