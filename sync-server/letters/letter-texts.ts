import type { AccountKind } from '../../domain/people/username.ts';

/** The words of a letter in one language. The hyphen of «e‑mail» is one at which no line breaks. */
export interface LetterTexts {
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly string[];
  readonly stepsTitle: string;
  readonly lostTitle: string;
  readonly lost: (contacts: string) => string;
}

/** What a letter says in Italian: to pupils with «tu», to everybody else impersonally, as a school writes to adults. */
export function italianTexts(kind: AccountKind): LetterTexts {
  return kind === 'student' ? toPupil : toAdult(kind);
}

const common = {
  language: 'it-IT',
  stepsTitle: 'Che cosa fare ora',
} as const;

const toPupil: LetterTexts = {
  ...common,
  title: 'Le tue credenziali per il registro elettronico',
  intro:
    'Con queste credenziali accedi a Campanella, il registro elettronico della scuola. Sono personali: non darle a nessuno.',
  steps: [
    'Apri Campanella. Se non è ancora installata, inquadra il codice qui sopra o vai all’indirizzo scritto sotto il codice.',
    'Accedi con il nome utente e la password temporanea. Maiuscole e trattini non contano.',
    'Scegli subito una password tua: da quel momento la password di questa lettera non vale più.',
    'Premi il cerchio in alto a destra, poi «Profilo», e collega il tuo indirizzo e‑mail: serve se dimentichi la password.',
  ],
  lostTitle: 'Se perdi questa lettera o la password',
  lost: (contacts) =>
    `Usa «Password dimenticata?» con il nome utente o lo School pass: il link arriva a uno degli indirizzi e‑mail che la scuola ha per te. Se non ne ha nessuno, rivolgiti alla segreteria${contacts}: ti darà una nuova password, e quella di questa lettera smetterà di funzionare. La scuola non ti chiederà mai la password per telefono o per e‑mail.`,
};

function toAdult(kind: AccountKind): LetterTexts {
  return {
    ...common,
    title: 'Credenziali per il registro elettronico',
    intro:
      'Con queste credenziali si accede a Campanella, il registro elettronico della scuola. Sono personali: non vanno date a nessuno.',
    steps: [
      'Aprire Campanella. Se non è ancora installata, inquadrare il codice qui sopra o andare all’indirizzo scritto sotto il codice.',
      'Accedere con il nome utente e la password temporanea. Maiuscole e trattini non contano.',
      'Scegliere subito una password propria: da quel momento la password di questa lettera non vale più.',
      'Premere il cerchio in alto a destra, poi «Profilo», e collegare il proprio indirizzo e‑mail: serve a chi dimentica la password.',
      ...(isGuardian(kind)
        ? [
            'Chi ha altri figli a scuola riceve una lettera per ciascuno: collegando lo stesso indirizzo e‑mail si ha un solo accesso per tutti.',
          ]
        : []),
    ],
    lostTitle: 'Lettera o password perduta',
    lost: (contacts) =>
      `Si usa «Password dimenticata?» con il nome utente o lo School pass: il link arriva a uno degli indirizzi e‑mail che la scuola conosce. Se non ne conosce nessuno, ci si rivolge alla segreteria${contacts}, che dà una nuova password; quella di questa lettera smette allora di funzionare. La scuola non chiede mai la password per telefono o per e‑mail.`,
  };
}

/** What a letter says in English, below the Italian. */
export function englishTexts(kind: AccountKind): LetterTexts {
  return {
    language: 'en-GB',
    title: 'Your credentials for the school register',
    intro:
      'With these credentials you sign in to Campanella, the school’s register. They are yours alone: give them to nobody.',
    stepsTitle: 'What to do now',
    steps: [
      'Open Campanella. If it is not installed yet, scan the code above or go to the address below it.',
      'Sign in with the username (nome utente) and the temporary password. Capitals and hyphens make no difference.',
      'Choose a password of your own at once: from then on the one in this letter is void.',
      'Press the circle at the top right, then “Profile”, and link your e‑mail address: you need it if you forget the password.',
      ...(isGuardian(kind)
        ? [
            'More children at school? You get a letter for each: link the same e‑mail address and sign in once for all.',
          ]
        : []),
    ],
    lostTitle: 'If you lose this letter or the password',
    lost: (contacts) =>
      `Use “Forgot your password?” with the username or the School pass: the link goes to one of the e‑mail addresses that the school has for you. If it has none, contact the office${contacts}: it gives you a new password, and the one in this letter stops working. The school never asks for your password by telephone or e‑mail.`,
  };
}

function isGuardian(kind: AccountKind): boolean {
  return kind === 'firstGuardian' || kind === 'secondGuardian';
}
