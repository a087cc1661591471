/** What a support teacher did with a pupil, in Italian. */
export const it = {
  supportTopic: {
    name: 'Argomento di sostegno',
    entry: 'Sostegno a {{name}}: {{text}}',
    field: 'Argomento di sostegno',
  },
} as const;
