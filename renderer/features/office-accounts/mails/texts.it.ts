/** What kept a message from its reader; what happens next stands beside it, with the state of the message. */
export const mailFaults = {
  unreachable:
    'Il server di posta della scuola non risponde: se continua, avvisa chi gestisce il server del registro.',
  unsafe:
    'La connessione con il server di posta della scuola non è sicura e non viene usata: avvisa chi gestisce il server del registro.',
  signIn:
    'Il server di posta della scuola non accetta le credenziali del registro: avvisa chi gestisce il server del registro.',
  mailboxFull: 'La casella di chi riceve è piena.',
  noMailbox: 'Questo indirizzo non esiste o non riceve più.',
  refused: 'Il server di posta ha rifiutato il messaggio: {{said}}',
  tooLate: 'Non è stato inviato entro tre giorni, e il suo link non vale più.',
  later: 'Il server di posta ha chiesto di aspettare.',
  unexplained: 'Non è arrivato, e il server di posta non ha detto perché.',
  other: 'Il server di posta ha risposto: {{said}}',
} as const;
