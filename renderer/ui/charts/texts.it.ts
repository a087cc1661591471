/** What every chart says of itself, in Italian. */
export const charts = {
  print: 'Stampa grafico',
  printOf: 'Stampa grafico: {{title}}',
  table: 'I dati in una tabella',
  threshold: 'sufficienza',
} as const;
