/** The kind of the tests, in Italian. */
export const it = {
  toyKind: {
    name: 'Balocco',
    written: 'Balocco: {{note}}',
    note: 'Nota',
    stickers: 'Adesivi',
    of: '{{colour}} ({{name}})',
  },
} as const;
