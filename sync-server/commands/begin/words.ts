import type { BeginFault } from './begin-school.ts';

/** Languages of the command line. */
export type BeginLanguage = 'it' | 'en';

/** The words of the command in one language. */
export interface BeginWords {
  readonly askSchool: string;
  readonly askName: string;
  readonly askPhone: string;
  readonly askEmail: string;
  readonly askAddress: string;
  readonly askCity: string;
  readonly askSurname: string;
  readonly askGivenName: string;
  readonly badSchool: string;
  /** For the code of the ministry in place of the register's. */
  readonly ministryCode: (typed: string) => string;
  readonly noPerson: string;
  readonly badEmail: string;
  readonly missing: string;
  readonly tooLong: (most: number) => string;
  readonly noFolder: (folder: string) => string;
  readonly faults: Readonly<Record<BeginFault, string>>;
  readonly done: (begun: {
    readonly file: string;
    readonly username: string;
    readonly school: string;
  }) => string;
}

/** What `npm run begin` says. */
export const BEGIN_WORDS: Readonly<Record<BeginLanguage, BeginWords>> = {
  it: {
    askSchool: 'Codice della scuola nel registro (quattro lettere e quattro cifre, es. RMIS0001)',
    askName: 'Nome della scuola',
    askPhone: 'Telefono della segreteria (può restare vuoto)',
    askEmail: 'E-mail della segreteria (può restare vuota)',
    askAddress: 'Indirizzo (può restare vuoto)',
    askCity: 'Comune (può restare vuoto)',
    askSurname: 'Cognome di chi lavora in segreteria',
    askGivenName: 'Nome',
    ministryCode: (typed) =>
      `${typed} è il codice meccanografico. Qui serve il codice della scuola nel registro, che si sceglie una volta e sta in ogni nome utente: quattro lettere e quattro cifre, per esempio ${typed.slice(0, 4)}0001.`,
    noPerson: 'Servono cognome e nome di chi riceve la lettera.',
    badSchool: 'Il codice della scuola ha quattro lettere e quattro cifre, per esempio RMIS0001.',
    badEmail: 'L’indirizzo e-mail non è valido: va scritto per intero.',
    missing: 'Servono --school, --name, --surname e --given-name.',
    tooLong: (most) => `Nomi e recapiti hanno al massimo ${most} caratteri.`,
    noFolder: (folder) =>
      `Nella cartella ${folder} non si può scrivere la lettera: scegliere un altro file con --out.`,
    faults: {
      nameMissing: 'Serve il nome della scuola (--name): sta su ogni lettera.',
      severalPeople:
        'Più persone del personale hanno questo nome e cognome: la lettera non è stata fatta. Va corretto l’elenco, oppure si comincia da un’altra persona.',
      inUse:
        'Questa persona ha già un account con una password propria o scaduta: la lettera non è stata fatta. Con --again ne riceve una nuova, e password e verifica in due passaggi di prima non valgono più.',
    },
    done: ({ file, username, school }) =>
      `${school}: lettera per ${username} in ${file}.\nStamparla e consegnarla: contiene la password temporanea. Poi il file va cancellato.\nAccount e lettere si fanno da qui in avanti nel registro; gli elenchi entrano con npm run import.`,
  },
  en: {
    askSchool: 'Code of the school in the register (four letters and four digits, e.g. RMIS0001)',
    askName: 'Name of the school',
    askPhone: 'Telephone of the office (may stay empty)',
    askEmail: 'E-mail of the office (may stay empty)',
    askAddress: 'Address (may stay empty)',
    askCity: 'Town (may stay empty)',
    askSurname: 'Surname of somebody who works in the office',
    askGivenName: 'Given name',
    ministryCode: (typed) =>
      `${typed} is the ministry’s code. What is needed is the code of the school in the register, which is chosen once and stands in every username: four letters and four digits, for example ${typed.slice(0, 4)}0001.`,
    noPerson: 'The surname and given name of whoever gets the letter are needed.',
    badSchool: 'The code of a school has four letters and four digits, for example RMIS0001.',
    badEmail: 'The e-mail address is not valid: write it in full.',
    missing: '--school, --name, --surname and --given-name are needed.',
    tooLong: (most) => `Names and contacts have ${most} characters at most.`,
    noFolder: (folder) => `The letter cannot be written into ${folder}: choose another file with --out.`,
    faults: {
      nameMissing: 'The name of the school is needed (--name): it stands on every letter.',
      severalPeople:
        'Several members of the staff have this name: no letter was made. Correct the roster, or begin with somebody else.',
      inUse:
        'This person has an account with a password of their own, or an expired one: no letter was made. --again makes a new one, which ends the password and the second factor of before.',
    },
    done: ({ file, username, school }) =>
      `${school}: letter for ${username} in ${file}.\nPrint it and hand it over: it has the temporary password. Then delete the file.\nAccounts and letters are made in the register from here on; rosters come in by npm run import.`,
  },
};
