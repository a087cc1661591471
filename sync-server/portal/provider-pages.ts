import type { JourneyPurpose } from '../../domain/protocol/endpoints/session/session.ts';
import type { JourneyFault, OfferedChoice, Stage } from '../identity/providers/provider-sign-in.ts';
import { frame } from './frame.ts';
import { html } from './html.ts';
import type { WebLanguage } from './words.ts';

/** What a page says of what the journey is for. */
interface PurposeWords {
  readonly chooseTitle: string;
  readonly choose: string;
  readonly code: string;
  readonly warning: string;
}

interface ProviderWords extends Readonly<Record<JourneyPurpose, PurposeWords>> {
  readonly goOnAs: string;
  readonly closed: string;
  readonly forChild: (child: string) => string;
  readonly codeTitle: string;
  readonly faults: Readonly<Record<JourneyFault, { readonly title: string; readonly help: string }>>;
}

/** Impersonal in Italian, as all pages outside the program: guardians read them too. */
export const PROVIDER_WORDS: Readonly<Record<WebLanguage, ProviderWords>> = {
  it: {
    signIn: {
      chooseTitle: 'Con quale account si entra?',
      choose: 'L’identità è stata verificata. Ora si sceglie l’account del registro:',
      code: 'Il codice va scritto nel programma, sul computer. Vale dieci minuti e una volta sola.',
      warning: 'Non va detto a nessuno: chi lo chiede vuole entrare al posto di un altro.',
    },
    handOver: {
      chooseTitle: 'Di quale account si consegnano le registrazioni?',
      choose:
        'L’identità è stata verificata. Ora si sceglie l’account bloccato di cui consegnare alla segreteria le registrazioni non inviate:',
      code: 'Il codice va scritto nel programma, sul computer: è il consenso alla consegna. Vale dieci minuti e non apre il registro.',
      warning: 'Non va detto a nessuno: chi lo chiede vuole consegnare registrazioni a nome di un altro.',
    },
    goOnAs: 'Continua come',
    closed: '(bloccato dalla scuola)',
    forChild: (child) => `per ${child}`,
    codeTitle: 'Il codice da scrivere nel registro',
    faults: {
      expired: {
        title: 'Il tempo è scaduto',
        help: 'L’accesso va ricominciato dal programma, sul computer.',
      },
      unreachable: {
        title: 'Il fornitore dell’identità non risponde',
        help: 'Va riprovato tra qualche minuto. Chi ha una password del registro può usare quella.',
      },
      refused: {
        title: 'L’identità non è stata confermata',
        help: 'Va ricominciato dal programma, sul computer. Se succede di nuovo, ci si rivolge alla segreteria.',
      },
      noAccount: {
        title: 'Nessun account per questa identità',
        help: 'L’identità è stata verificata, ma nessuna scuola di questo registro ha un account a questo nome. Ci si rivolge alla segreteria.',
      },
      noneBlocked: {
        title: 'Nessun account bloccato per questa identità',
        help: 'L’identità è stata verificata, ma nessun account a questo nome è bloccato. Se la segreteria l’ha sbloccato, basta entrare dal programma: le registrazioni partono da sole.',
      },
    },
  },
  en: {
    signIn: {
      chooseTitle: 'Which account do you want to use?',
      choose: 'Your identity was verified. Choose the account of the register:',
      code: 'Go back to the program on your computer and type the code. It works for ten minutes and once.',
      warning: 'Tell it to nobody: whoever asks for it wants to sign in as you.',
    },
    handOver: {
      chooseTitle: 'Which account’s entries do you hand over?',
      choose:
        'Your identity was verified. Choose the blocked account whose unsent entries you hand to the office:',
      code: 'Go back to the program on your computer and type the code: it is your consent. It works for ten minutes and does not open the register.',
      warning: 'Tell it to nobody: whoever asks for it wants to hand over entries in your name.',
    },
    goOnAs: 'Go on as',
    closed: '(blocked by the school)',
    forChild: (child) => `for ${child}`,
    codeTitle: 'Type this code into the register',
    faults: {
      expired: {
        title: 'The time is over',
        help: 'Go back to the program on your computer and begin again.',
      },
      unreachable: {
        title: 'The identity provider does not answer',
        help: 'Try again in some minutes. If you have a password of the register you can use it.',
      },
      refused: {
        title: 'The identity was not confirmed',
        help: 'Go back to the program on your computer and begin again. If it happens again, turn to the office.',
      },
      noAccount: {
        title: 'No account for this identity',
        help: 'Your identity was verified, but no school of this register has an account in your name. Turn to the office.',
      },
      noneBlocked: {
        title: 'No blocked account for this identity',
        help: 'Your identity was verified, but none of your accounts is blocked. If the office has unblocked it, go back to the program and sign in: the entries go by themselves.',
      },
    },
  },
};

/** The accounts of whom the provider vouches for, one button each. */
export function choicePage(
  language: WebLanguage,
  { purpose, shown }: Stage<readonly OfferedChoice[]>,
): string {
  const words = PROVIDER_WORDS[language];
  const { chooseTitle, choose } = words[purpose];
  const buttons = shown.map(({ choice, surname, givenName, schoolName, child, isBlocked }) => {
    const state = isBlocked && purpose === 'signIn' ? ` ${words.closed}` : '';
    const whom = child ? ` ${words.forChild(`${child.surname} ${child.givenName}`)}` : '';
    return html`<form method="post" action="/provider/choose?language=${language}">
      <input type="hidden" name="choice" value="${choice}" />
      <button type="submit">${words.goOnAs} ${surname} ${givenName}${whom}, ${schoolName}${state}</button>
    </form>`;
  });
  return frame(language, undefined, chooseTitle, [html`<p>${choose}</p>`, ...buttons]);
}

/** The code that is typed into the app. */
export function codePage(language: WebLanguage, { purpose, shown }: Stage<string>): string {
  const words = PROVIDER_WORDS[language];
  const { code, warning } = words[purpose];
  return frame(language, undefined, words.codeTitle, [
    html`<p class="code" role="status">${shown}</p>`,
    html`<p>${code}</p>`,
    html`<p>${warning}</p>`,
  ]);
}

/** Why it goes no further. */
export function journeyFaultPage(language: WebLanguage, fault: JourneyFault): string {
  const { title, help } = PROVIDER_WORDS[language].faults[fault];
  return frame(language, undefined, title, [html`<p>${help}</p>`]);
}
