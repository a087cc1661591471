import type { WebLanguage } from './words.ts';

/** The words of the page that the address on a letter leads to. */
export interface SchoolWords {
  readonly title: string;
  readonly what: (schoolName: string) => string;
  readonly enterTitle: string;
  readonly enter: readonly string[];
  readonly phoneTitle: string;
  readonly phone: string;
  readonly lostTitle: string;
  readonly lost: string;
  readonly officeTitle: string;
  readonly call: string;
  readonly write: string;
  readonly noContacts: string;
  readonly privacyTitle: string;
  readonly privacy: string;
  readonly chooseTitle: string;
  readonly choose: string;
  readonly onlyOne: string;
  readonly tooMany: string;
  readonly noSchool: string;
  readonly nothingTitle: string;
  readonly nothing: string;
  readonly toStart: string;
  readonly unknownSchool: string;
  readonly unavailableTitle: string;
  readonly unavailable: string;
}

/** Impersonal in Italian: parents read it, and a school speaks to them neither with «tu» nor through their sex. */
export const SCHOOL_WORDS: Readonly<Record<WebLanguage, SchoolWords>> = {
  it: {
    title: 'Il registro elettronico',
    what: (schoolName) =>
      `Campanella è il registro elettronico della scuola ${schoolName}. Personale, famiglie e studenti entrano con le credenziali ricevute dalla scuola.`,
    enterTitle: 'Come si entra',
    enter: [
      'Serve un computer con Windows, macOS o Linux. Il programma lo fornisce la scuola: chi non l’ha ancora installato lo chiede alla segreteria.',
      'Si apre Campanella e si inseriscono il nome utente e la password temporanea della lettera.',
      'Si sceglie subito una password propria: da quel momento quella della lettera non vale più.',
    ],
    phoneTitle: 'Con il telefono',
    phone: 'Sul telefono e sul tablet il registro non si può ancora usare: serve un computer.',
    lostTitle: 'Lettera o password perduta',
    lost: 'Nel programma, «Password dimenticata?» chiede il nome utente o lo School pass e invia un link a uno degli indirizzi e‑mail che la scuola conosce. Chi non ha più nessuno dei due, o non ha dato un indirizzo, si rivolge alla segreteria.',
    officeTitle: 'La segreteria',
    call: 'Telefono',
    write: 'E-mail',
    noContacts:
      'La scuola non ha ancora indicato qui come raggiungere la segreteria: i recapiti sono sul sito della scuola.',
    privacyTitle: 'Riservatezza',
    privacy:
      'Questa pagina non chiede e non conserva dati. La scuola non chiede mai la password, né per telefono né per e‑mail.',
    chooseTitle: 'Di quale scuola?',
    choose: 'Più scuole usano questo registro elettronico:',
    onlyOne: 'Questo è il registro elettronico di una sola scuola:',
    tooMany:
      'Molte scuole usano questo registro elettronico. L’indirizzo della propria è scritto per intero sulla lettera, sotto il codice.',
    noSchool: 'Il registro è acceso, ma nessuna scuola vi è ancora iscritta.',
    nothingTitle: 'Questa pagina non esiste',
    nothing: 'Forse l’indirizzo non è stato copiato per intero.',
    toStart: 'Alla pagina del registro',
    unavailableTitle: 'Il registro adesso non risponde',
    unavailable:
      'Va riprovato tra qualche minuto. Se continua, la segreteria della scuola va avvisata: quello che è stato scritto nel programma resta al sicuro sui computer.',
    unknownSchool: 'A questo indirizzo non c’è nessuna scuola: forse non è stato copiato per intero.',
  },
  en: {
    title: 'The school register',
    what: (schoolName) =>
      `Campanella is the electronic register of ${schoolName}. Staff, families and students sign in with the credentials that the school has given them.`,
    enterTitle: 'How to sign in',
    enter: [
      'You need a computer with Windows, macOS or Linux. The school provides the program: ask the office if it is not installed yet.',
      'Open Campanella and enter the username (nome utente) and the temporary password from the letter.',
      'Choose a password of your own at once: from then on the one in the letter no longer works.',
    ],
    phoneTitle: 'On a phone',
    phone: 'The register cannot be used on phones and tablets yet: you need a computer.',
    lostTitle: 'Lost letter or password',
    lost: 'In the program, “Forgot your password?” asks for the username or the School pass and sends a link to one of the e‑mail addresses that the school knows. If you have neither, or have given no address, contact the office.',
    officeTitle: 'The school office',
    call: 'Telephone',
    write: 'E-mail',
    noContacts: 'The school has not entered its contacts here yet: they are on the school’s website.',
    privacyTitle: 'Privacy',
    privacy:
      'This page asks for no data and keeps none. The school never asks for your password by telephone or e‑mail.',
    chooseTitle: 'Which school?',
    choose: 'Several schools use this register:',
    onlyOne: 'One school uses this register:',
    tooMany:
      'Many schools use this register. The address of yours is printed in full on the letter, below the code.',
    noSchool: 'The register is running, but no school has been set up in it yet.',
    nothingTitle: 'This page does not exist',
    nothing: 'Perhaps the address was not copied in full.',
    toStart: 'Go to the page of the register',
    unavailableTitle: 'The register does not answer now',
    unavailable:
      'Try again in a few minutes. If it goes on, tell the school office: what was written in the program is safe on the computers.',
    unknownSchool: 'There is no school at this address: perhaps it was not copied in full.',
  },
};
