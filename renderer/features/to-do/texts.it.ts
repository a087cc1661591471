/** What waits for somebody. */
export const it = {
  toDo: {
    name: 'Da fare',
    wordsForPage: 'attesa firmare controllare compiti in sospeso arretrati',
    nothing: 'Niente da fare',
    nothingText: 'Ore firmate, registrazioni arrivate: non c’è nulla in sospeso.',
  },
} as const;
