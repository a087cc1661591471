/** What every table says of itself, in Italian. */
export const table = {
  sort: 'Ordina secondo la colonna «{{column}}»',
  choose: 'Scegli {{name}}',
  chooseAll: 'Scegli tutti quelli mostrati',
  loading: 'Carico…',
} as const;
