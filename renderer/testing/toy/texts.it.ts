/** The page of the tests, in Italian. */
export const it = {
  toy: { title: 'Il gioco', label: 'Gioco', words: 'trottola', break: 'Rompi', classes: 'Classi' },
} as const;
