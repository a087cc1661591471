/** The field for a day. */
export const dayField = {
  placeholder: 'gg/mm/aaaa',
  noDay: 'Non è una data: scrivi giorno, mese e anno.',
  clear: 'Svuota «{{label}}»',
  previousMonth: 'Mese precedente',
  nextMonth: 'Mese successivo',
} as const;
