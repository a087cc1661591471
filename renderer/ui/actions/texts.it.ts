/** How keys are called that are not letters, and what is typed. */
export const keys = {
  enter: 'Invio',
  pageUp: 'PagSu',
  pageDown: 'PagGiù',
  home: 'Inizio',
  end: 'Fine',
  space: 'Spazio',
  shift: 'Maiusc',
  delete: 'Canc',
  digits: 'cifre',
  arrows: 'frecce',
  timeExample: '0815 oppure 815',
} as const;
