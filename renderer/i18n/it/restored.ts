/** After the school's store was put back from an older copy, for the office. */
export const restored = {
  title: 'Il registro è stato ripreso da una copia di prima',
  lead: 'I dispositivi inviano di nuovo da soli quello che mancava. Per le registrazioni in elenco serve che chi le ha scritte apra il registro, o le riscriva.',
  device: 'Dispositivo',
  noticed: 'Se n’è accorto',
  state: 'Stato',
  ended: '{{count}} registrazioni tornate',
  sending: 'Invia di nuovo: {{count}} registrazioni finora',
  missing: 'Registrazioni che mancano ancora',
  none: 'Nessun dispositivo ha altro che qui manchi.',
  place: 'Dove',
  author: 'Di chi',
  written: 'Scritta',
  holder: 'Chi la conserva',
  lessons: 'Lezione',
  attendance: 'Presenze',
} as const;
