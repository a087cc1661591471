import type { AccountKind } from '../../../domain/rules/username.ts';

/** The words of a letter in one language. */
export interface LetterTexts {
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly string[];
  readonly stepsTitle: string;
  readonly lostTitle: string;
  readonly lost: (contacts: string) => string;
}

/** What a letter says in Italian. */
export function italianTexts(kind: AccountKind): LetterTexts {
  return {
    language: 'it-IT',
    title: 'Le tue credenziali per il registro elettronico',
    intro:
      'Con queste credenziali accedi a Campanella, il registro elettronico della scuola. Sono personali: non darle a nessuno.',
    stepsTitle: 'Che cosa fare ora',
    steps: [
      'Apri Campanella. Se non è ancora installata, inquadra il codice qui sopra o vai all’indirizzo che vi è scritto sotto.',
      'Accedi con il nome utente e la password temporanea, scritta come qui sopra con i trattini.',
      'Scegli subito una password tua: da quel momento la password di questa lettera non vale più.',
      'Premi il cerchio in alto a destra, poi «Profilo», e collega il tuo indirizzo e-mail: serve se dimentichi la password.',
      ...(isGuardian(kind)
        ? [
            'Hai altri figli a scuola? Per ciascuno ricevi una lettera: collega lo stesso indirizzo e-mail e avrai un solo accesso.',
          ]
        : []),
    ],
    lostTitle: 'Se perdi questa lettera o la password',
    lost: (contacts) =>
      `Se hai collegato l’indirizzo e-mail, usa «Password dimenticata?»: bastano il nome utente o lo School Pass. Altrimenti rivolgiti alla segreteria${contacts}: ti darà una nuova password, e quella di questa lettera smetterà di funzionare. La scuola non ti chiederà mai la password per telefono o per e-mail.`,
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
      'Sign in with the username (nome utente) and the temporary password, typed as above with its hyphens.',
      'Choose a password of your own at once: from then on the one in this letter is void.',
      'Press the circle at the top right, then “Profile”, and link your e-mail address: you need it if you forget the password.',
      ...(isGuardian(kind)
        ? [
            'More children at school? You get a letter for each: link the same e-mail address and sign in once for all.',
          ]
        : []),
    ],
    lostTitle: 'If you lose this letter or the password',
    lost: (contacts) =>
      `If you have linked your e-mail address, use “Forgotten password?”: the username or the School Pass is enough. Otherwise turn to the office${contacts}: it gives you a new password, and the one in this letter stops working. The school never asks for your password by telephone or e-mail.`,
  };
}

function isGuardian(kind: AccountKind): boolean {
  return kind === 'firstGuardian' || kind === 'secondGuardian';
}
