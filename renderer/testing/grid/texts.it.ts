/** The page of the grid, in Italian. */
export const it = {
  gridTest: {
    title: 'Voti di prova',
    label: 'Griglia',
    pupil: 'Arriva un alunno',
    colleague: 'Un collega scrive',
    gone: 'Si ritira la prima prova',
  },
} as const;
