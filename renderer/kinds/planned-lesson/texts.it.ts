/** A planned topic, in Italian. */
export const it = {
  plannedLesson: {
    name: 'Argomento previsto',
    entry: 'Argomento previsto: {{text}}',
    removed: 'Argomento previsto tolto',
    activity: 'Attività prevista: {{text}}',
    field: { topic: 'Argomento previsto', activity: 'Attività prevista', subject: 'Materia' },
  },
} as const;
