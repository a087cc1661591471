/** Entries that nothing opens any more. */
export const lost = {
  title_one: '{{count}} registrazione non leggibile su questo computer',
  title_other: '{{count}} registrazioni non leggibili su questo computer',
  titleOf_one: '{{count}} registrazione non leggibile di {{name}}',
  titleOf_other: '{{count}} registrazioni non leggibili di {{name}}',
  text: 'Un file del programma è danneggiato: queste registrazioni non sono arrivate alla scuola e da qui non partono più. Controlla le tue ultime ore, scrivi di nuovo quello che manca e avvisa chi cura i computer prima di rimuovere l’avviso: i file sono ancora qui.',
  forget: 'Rimuovi',
  forgetTitle: 'Rimuovere le registrazioni non leggibili?',
  forgetText_one:
    '{{count}} registrazione e il suo file spariscono da questo computer. Nessuno potrà più tentare di recuperarla.',
  forgetText_other:
    '{{count}} registrazioni e i loro file spariscono da questo computer. Nessuno potrà più tentare di recuperarle.',
  forgetConfirm: 'Rimuovi per sempre',
  notForgotten_one: 'Non è stato rimosso nulla: ora la registrazione non leggibile è {{count}}.',
  notForgotten_other: 'Non è stato rimosso nulla: ora le registrazioni non leggibili sono {{count}}.',
} as const;
