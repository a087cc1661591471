import type { LinkFault, PasswordProblem } from '../identity/recovery/follow-link.ts';

/** Languages of the pages. */
export const WEB_LANGUAGES = ['it', 'en'] as const;
/** Language of a page. */
export type WebLanguage = (typeof WEB_LANGUAGES)[number];

/** The words of the pages behind the links of mails, in one language. */
export interface Words {
  readonly product: string;
  readonly otherLanguage: string;
  readonly confirm: {
    readonly title: string;
    readonly explain: (address: string, username: string) => string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: (address: string, username: string) => string;
  };
  readonly password: {
    readonly resetTitle: string;
    readonly activateTitle: string;
    readonly username: string;
    readonly explain: string;
    readonly oneAccount: string;
    readonly first: string;
    readonly second: string;
    readonly show: string;
    readonly button: string;
    readonly refused: string;
    readonly doneTitle: string;
    readonly done: (username: string) => string;
    readonly strength: readonly string[];
    readonly problems: Readonly<Record<PasswordProblem, string>>;
  };
  /** Leads to the page of the school, which says where the program is. */
  readonly program: string;
  readonly faults: Readonly<Record<LinkFault, { readonly title: string; readonly help: string }>>;
}

const italian: Words = {
  product: 'Campanella · registro elettronico',
  otherLanguage: 'English',
  confirm: {
    title: 'Conferma l’indirizzo e-mail',
    explain: (address, username) =>
      `L’indirizzo ${address} è stato indicato per l’account ${username}. Il pulsante conferma che l’indirizzo è di chi usa l’account.`,
    button: 'Conferma l’indirizzo',
    doneTitle: 'Indirizzo confermato',
    done: (address, username) =>
      `Da adesso si entra nel registro con ${address} oppure con ${username}: la password è la stessa. Questa pagina si può chiudere.`,
  },
  password: {
    resetTitle: 'Scelta di una nuova password',
    activateTitle: 'Attivazione dell’account',
    username: 'Nome utente',
    explain:
      'Almeno 10 caratteri; non la password di prima, non una delle più usate, e senza il nome, il nome utente o la scuola. Va bene una frase: più parole che non c’entrano fra loro valgono più di simboli e numeri.',
    oneAccount:
      'Il link è arrivato a un indirizzo che questa scuola ha in archivio: la nuova password vale solo per questo account, che esce dal portfolio. Gli altri restano come sono. Per cambiare la password di tutto il portfolio si usa «Password dimenticata?» con l’indirizzo e-mail del portfolio.',
    first: 'Nuova password',
    second: 'Ripetizione della nuova password',
    show: 'Mostra la password',
    button: 'Salva la password',
    refused: 'Password non salvata',
    doneTitle: 'Password salvata',
    done: (username) =>
      `Adesso si entra nel registro con ${username} e la nuova password. Su tutti i dispositivi va fatto un nuovo accesso; le registrazioni non ancora inviate restano al loro posto. Questa pagina si può chiudere.`,
    strength: [
      'Ancora troppo corta',
      'Lunghezza sufficiente: si controlla al salvataggio che non sia facile da indovinare.',
    ],
    problems: {
      tooShort: 'La password è troppo corta: servono almeno 10 caratteri.',
      tooCommon: 'Questa password è fra le più usate: chiunque la proverebbe per prima.',
      tooEasy: 'Questa password si indovina facilmente. Serve un’altra parola che non c’entra.',
      personal:
        'La password contiene il nome, il nome utente o la scuola: chi conosce la persona la proverebbe.',
      sameAsBefore: 'È la password di prima: ne serve una diversa.',
      different: 'Le due password non sono uguali.',
      busy: 'In questo momento ci sono molte richieste: va riprovato fra qualche secondo.',
    },
  },
  program: 'Dove si trova il programma e come si entra: la pagina della scuola',
  faults: {
    unknown: {
      title: 'Questo link non esiste',
      help: 'Forse non è stato copiato per intero: si può aprirlo di nuovo dall’e-mail, oppure chiederne un altro dal registro.',
    },
    expired: {
      title: 'Questo link è scaduto',
      help: 'I link valgono tre giorni. Se ne chiede uno nuovo dal registro, con «Password dimenticata?» oppure dal profilo; per attivare l’account ci si rivolge alla segreteria.',
    },
    closed: {
      title: 'Questo link è già stato usato o sostituito',
      help: 'Ogni link vale una volta sola e uno più recente annulla quelli di prima. Se è già tutto fatto, si entra nel registro; altrimenti vale l’e-mail più recente, che può essere finita nella posta indesiderata.',
    },
    blocked: {
      title: 'Questo account è bloccato',
      help: 'La scuola ha bloccato l’account. Per qualsiasi chiarimento c’è la segreteria.',
    },
    inactive: {
      title: 'Questo account non è attivo',
      help: 'La scuola non dà più accesso con questo account, o non lo dà ancora. Per qualsiasi chiarimento c’è la segreteria.',
    },
    taken: {
      title: 'L’indirizzo non può essere confermato',
      help: 'Intanto è stato tolto dal profilo oppure confermato per un altro account. Il profilo, alla voce «Indirizzo mail», dice com’è adesso.',
    },
  },
};

const english: Words = {
  product: 'Campanella · school register',
  otherLanguage: 'Italiano',
  confirm: {
    title: 'Confirm your e-mail address',
    explain: (address, username) =>
      `The address ${address} was given for the account ${username}. Press the button to confirm that it is yours.`,
    button: 'Confirm the address',
    doneTitle: 'Address confirmed',
    done: (address, username) =>
      `From now on you can sign in with ${address} or with ${username}: the password is the same. You can close this page and go back to the register.`,
  },
  password: {
    resetTitle: 'Choose a new password',
    activateTitle: 'Activate your account',
    username: 'Username',
    explain:
      'At least 10 characters; not the password of before, none of the commonest, and without your name, the username or the school’s name. A phrase is fine: several unrelated words are worth more than symbols.',
    oneAccount:
      'The link came to an address that this school has on record: the new password is for this account alone, which leaves its portfolio. The other accounts stay as they are. To change the password of the whole portfolio use “Forgot your password?” with the portfolio’s e-mail address.',
    first: 'New password',
    second: 'Repeat the new password',
    show: 'Show the password',
    button: 'Save the password',
    refused: 'Password not saved',
    doneTitle: 'Password saved',
    done: (username) =>
      `Now open the register and sign in with ${username} and the new password. All devices have to sign in again; what they have not sent yet stays where it is. You can close this page.`,
    strength: ['Still too short', 'Long enough: when you save it is checked that it is not easy to guess.'],
    problems: {
      tooShort: 'The password is too short: at least 10 characters are needed.',
      tooCommon: 'This password is among the commonest: anybody would try it first.',
      tooEasy: 'This password is easy to guess. Add another unrelated word.',
      personal:
        'The password contains your name, the username or the school’s name: those who know you would try it.',
      sameAsBefore: 'It is the password of before: choose a different one.',
      different: 'The two passwords are not the same.',
      busy: 'There are many requests at this moment. Try again in a few seconds.',
    },
  },
  program: 'Where the program is and how to get in: the page of the school',
  faults: {
    unknown: {
      title: 'There is no such link',
      help: 'Perhaps it was not copied whole: open it again from the e-mail, or ask for another one in the register.',
    },
    expired: {
      title: 'This link has expired',
      help: 'Links work for three days. Ask for a new one in the register, with “Forgot your password?” or in your profile; to activate an account contact the office.',
    },
    closed: {
      title: 'This link was used or replaced',
      help: 'Each link works once, and a newer one ends those before. If you have finished already, sign in; otherwise use the newest e-mail (look in the spam folder too).',
    },
    blocked: {
      title: 'This account is blocked',
      help: 'The school has blocked the account. The office can tell you more.',
    },
    inactive: {
      title: 'This account is not active',
      help: 'The school gives no access with this account any more, or not yet. The office can tell you more.',
    },
    taken: {
      title: 'The address cannot be confirmed',
      help: 'It has been removed from the profile meanwhile, or confirmed for another account. Sign in to the register and look in your profile under “E-mail address”.',
    },
  },
};

/** The words of the pages by language. */
export const WORDS: Readonly<Record<WebLanguage, Words>> = { it: italian, en: english };

/** The language of a page: as chosen on it, else the first one that the browser asks for and that there is. */
export function webLanguageOf(chosen: unknown, accepted: string | undefined): WebLanguage {
  const asked = [chosen, ...(accepted ?? '').split(',')].map((text) =>
    String(text).trim().slice(0, 2).toLowerCase(),
  );
  return asked.map((code) => WEB_LANGUAGES.find((language) => language === code)).find(Boolean) ?? 'it';
}
