import type { MailContent, Message, MessageFacts } from './message.ts';

/** The messages in Italian. */
export function italianMessage(content: MailContent, { username, at, until }: MessageFacts): Message {
  const { name, schoolName, contacts } = content.values;
  const frame = {
    greeting: `Gentile ${name},`,
    closing: [
      'Cordiali saluti',
      `La segreteria · ${schoolName}`,
      ...(contacts === undefined ? [] : [contacts]),
      'Questo messaggio è stato scritto dal registro elettronico: non serve rispondere.',
    ],
  };
  const office = 'Se non riconosci questa operazione, avvisa subito la segreteria.';
  const limit = `Il collegamento funziona una volta sola, fino a ${until}. Sulla pagina che si apre c’è un pulsante da premere.`;
  switch (content.kind) {
    case 'confirmEmail':
      return {
        ...frame,
        subject: `Conferma il tuo indirizzo e-mail · ${schoolName}`,
        before: [
          `questo indirizzo è stato indicato per l’utenza ${username} del registro elettronico.`,
          'Per confermare che è il tuo, apri questo collegamento:',
        ],
        link: { label: 'Conferma l’indirizzo', url: content.values.link },
        after: [
          `${limit} Dopo la conferma potrai accedere anche con questo indirizzo.`,
          'Se l’indirizzo è stato indicato da qualcun altro, ignora il messaggio: senza conferma non succede nulla.',
        ],
      };
    case 'resetPassword':
      return {
        ...frame,
        subject: `Nuova password · ${schoolName}`,
        before: [
          `è stata chiesta una nuova password per l’utenza ${username} del registro elettronico.`,
          'Per sceglierla, apri questo collegamento:',
        ],
        link: { label: 'Scegli una nuova password', url: content.values.link },
        after: [limit, 'Se non l’hai chiesta tu, ignora il messaggio: la password di prima resta valida.'],
      };
    case 'activate':
      return {
        ...frame,
        subject: `Il tuo accesso al registro elettronico · ${schoolName}`,
        before: [
          `la scuola ha preparato per te un’utenza del registro elettronico${forChild(content.values.child)}.`,
          `Il tuo nome utente è ${username}.`,
          'Per scegliere la password e attivare l’utenza, apri questo collegamento:',
        ],
        link: { label: 'Attiva l’utenza', url: content.values.link },
        after: [limit, 'Se è scaduto, chiedi alla segreteria di inviarne un altro.'],
      };
    case 'reminder':
      return {
        ...frame,
        subject: `Promemoria: attiva l’accesso al registro elettronico · ${schoolName}`,
        before: [
          `la tua utenza ${username} del registro elettronico${forChild(content.values.child)} non è ancora attiva.`,
          'La scuola comunica attraverso il registro: per non perdere le comunicazioni, scegli la password con questo collegamento:',
        ],
        link: { label: 'Attiva l’utenza', url: content.values.link },
        after: [
          limit,
          'Se hai ricevuto la lettera con le credenziali, puoi usare anche quelle. In caso di difficoltà rivolgiti alla segreteria.',
        ],
      };
    case 'passwordChanged':
      return {
        ...frame,
        subject: `La password è stata cambiata · ${schoolName}`,
        before: [
          `${at} è stata cambiata la password dell’utenza ${username} del registro elettronico.`,
          'Sugli altri dispositivi bisogna accedere di nuovo con la nuova password.',
          ...(content.values.hasLeft
            ? ['L’utenza non fa più parte del portfolio: le altre si aprono con la password di prima.']
            : []),
        ],
        after: [office],
      };
    case 'emailChanged':
      return {
        ...frame,
        subject: `L’indirizzo e-mail è cambiato · ${schoolName}`,
        before: [
          `${at} l’indirizzo dell’utenza ${username} del registro elettronico è stato cambiato: ${content.values.address}.`,
          'Questo indirizzo non serve più per accedere.',
        ],
        after: [office],
      };
    case 'recoveryAsked':
      return {
        ...frame,
        subject: `È stata chiesta una nuova password · ${schoolName}`,
        before: [
          `${at} è stata chiesta una nuova password per l’utenza ${username} del registro elettronico.`,
          `Il collegamento è stato inviato a un altro indirizzo, fra quelli che la scuola ha in archivio: ${content.values.address}.`,
        ],
        after: [office],
      };
    case 'recordChanged':
      return {
        ...frame,
        subject: `La scuola ha cambiato dati che aprono l’utenza · ${schoolName}`,
        before: [
          `${at} la scuola ha cambiato il codice fiscale o un indirizzo e-mail in archivio per l’utenza ${username} del registro elettronico.`,
          'I dati nuovi non aprono l’utenza finché non sono confermati: dal profilo, accedendo con la password, oppure da una seconda persona della segreteria.',
        ],
        after: [office],
      };
    case 'signedInElsewhere':
      return {
        ...frame,
        subject: `Nuovo accesso · ${schoolName}`,
        before: [
          `${at} l’utenza ${username} del registro elettronico ha eseguito l’accesso da un nuovo dispositivo: ${content.values.device}.`,
          'Se è un accesso tuo, non serve fare nulla.',
        ],
        after: ['Altrimenti cambia subito la password e termina la sessione dal tuo profilo.', office],
      };
  }
}

function forChild(child: string | undefined): string {
  return child === undefined ? '' : ` per ${child}`;
}
