/** What the rules of the register know each subject as. */
export const subjects = {
  heading: 'Materie',
  lead: 'Che cos’è ogni materia per le regole. Finché la scuola non lo dice, vale ciò che dice il nome. I voti già scritti restano come sono.',
  subject: 'Materia',
  what: 'Che cos’è',
  whatOf: 'Che cos’è {{name}}',
  none: 'Nessuna materia.',
  said: '{{name}}: {{what}}',
  special: {
    religion: 'religione cattolica: giudizi, fuori dalle medie',
    alternative: 'alternativa alla religione: giudizi, fuori dalle medie',
    assistedStudy: 'studio assistito nell’ora di religione',
    civics: 'educazione civica: propone ognuno dei suoi docenti',
    behaviour: 'comportamento: fuori dalla media generale',
    ordinary: 'una materia come le altre',
  },
} as const;
