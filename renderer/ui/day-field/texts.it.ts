/** The field for a day. */
export const dayField = {
  placeholder: 'gg/mm/aaaa',
  clear: 'Svuota «{{label}}»',
  previousMonth: 'Mese precedente',
  nextMonth: 'Mese successivo',
} as const;
