/** What waits for somebody. */
export const it = {
  toDo: {
    name: 'Da fare',
    wordsForPage: 'attesa firmare controllare compiti in sospeso arretrati',
    nothing: 'Niente da fare',
    nothingText: 'Ciò che aspetta te compare qui.',
  },
} as const;
