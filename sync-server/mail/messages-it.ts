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
  const office = 'Se non riconosce questa operazione, avvisi subito la segreteria.';
  const limit = `Il link funziona una volta sola, fino a ${until}. Sulla pagina che si apre c’è un pulsante da premere.`;
  switch (content.kind) {
    case 'confirmEmail':
      return {
        ...frame,
        subject: `Conferma dell’indirizzo e-mail · ${schoolName}`,
        before: [
          `questo indirizzo è stato indicato per l’account ${username} del registro elettronico.`,
          'Per confermare che è il Suo, apra questo link:',
        ],
        link: { label: 'Conferma dell’indirizzo', url: content.values.link },
        after: [
          `${limit} Dopo la conferma si può accedere anche con questo indirizzo.`,
          'Se l’indirizzo è stato indicato da qualcun altro, ignori il messaggio: senza conferma non succede nulla.',
        ],
      };
    case 'resetPassword':
      return {
        ...frame,
        subject: `Nuova password · ${schoolName}`,
        before: [
          `è stata chiesta una nuova password per l’account ${username} del registro elettronico.`,
          'Per sceglierla, apra questo link:',
        ],
        link: { label: 'Scelta di una nuova password', url: content.values.link },
        after: [limit, 'Se non l’ha chiesta Lei, ignori il messaggio: la password di prima resta valida.'],
      };
    case 'activate':
      return {
        ...frame,
        subject: `Accesso al registro elettronico · ${schoolName}`,
        before: [
          `la scuola ha preparato per Lei un account del registro elettronico${forChild(content.values.child)}.`,
          `Il nome utente è ${username}.`,
          'Per scegliere la password e attivare l’account, apra questo link:',
        ],
        link: { label: 'Attivazione dell’account', url: content.values.link },
        after: [limit, 'Se è scaduto, chieda alla segreteria di inviarne un altro.'],
      };
    case 'reminder':
      return {
        ...frame,
        subject: `Promemoria: accesso al registro elettronico da attivare · ${schoolName}`,
        before: [
          `il Suo account ${username} del registro elettronico${forChild(content.values.child)} non è ancora attivo.`,
          'La scuola comunica attraverso il registro: per non perdere le comunicazioni, scelga la password con questo link:',
        ],
        link: { label: 'Attivazione dell’account', url: content.values.link },
        after: [
          limit,
          'Se ha ricevuto la lettera con le credenziali, può usare anche quelle. In caso di difficoltà si rivolga alla segreteria.',
        ],
      };
    case 'passwordChanged':
      return {
        ...frame,
        subject: `La password è stata cambiata · ${schoolName}`,
        before: [
          `${at} è stata cambiata la password dell’account ${username} del registro elettronico.`,
          'Sugli altri dispositivi bisogna accedere di nuovo con la nuova password.',
          ...(content.values.hasLeft
            ? ['L’account non fa più parte del portfolio: gli altri si aprono con la password di prima.']
            : []),
        ],
        after: [office],
      };
    case 'emailChanged':
      return {
        ...frame,
        subject: `L’indirizzo e-mail è cambiato · ${schoolName}`,
        before: [
          `${at} l’indirizzo dell’account ${username} del registro elettronico è stato cambiato: ${content.values.address}.`,
          'Questo indirizzo non serve più per accedere.',
        ],
        after: [office],
      };
    case 'recoveryAsked':
      return {
        ...frame,
        subject: `È stata chiesta una nuova password · ${schoolName}`,
        before: [
          `${at} è stata chiesta una nuova password per l’account ${username} del registro elettronico.`,
          `Il link è stato inviato a un altro indirizzo, fra quelli che la scuola ha in archivio: ${content.values.address}.`,
        ],
        after: [office],
      };
    case 'recordChanged':
      return {
        ...frame,
        subject: `La scuola ha cambiato dati che aprono l’account · ${schoolName}`,
        before: [
          `${at} la scuola ha cambiato il codice fiscale o un indirizzo e-mail in archivio per l’account ${username} del registro elettronico.`,
          'I dati nuovi non aprono l’account finché non sono confermati: dal profilo, accedendo con la password, oppure da una seconda persona della segreteria.',
        ],
        after: [office],
      };
    case 'signedInElsewhere':
      return {
        ...frame,
        subject: `Nuovo accesso · ${schoolName}`,
        before: [
          `${at} c’è stato un accesso all’account ${username} del registro elettronico da un nuovo dispositivo: ${content.values.device}.`,
          'Se è un accesso Suo, non serve fare nulla.',
        ],
        after: ['Altrimenti cambi subito la password e disconnetta il dispositivo, dal profilo.', office],
      };
  }
}

function forChild(child: string | undefined): string {
  return child === undefined ? '' : ` per ${child}`;
}
