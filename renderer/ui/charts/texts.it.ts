/** What every chart says of itself, in Italian. */
export const charts = {
  table: 'I dati in una tabella',
  threshold: 'sufficienza',
} as const;
