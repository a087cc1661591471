import type { JourneyPurpose } from '../../domain/protocol/session.ts';
import type { JourneyFault, OfferedChoice, Stage } from '../services/sign-in-providers/provider-sign-in.ts';
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

const WORDS: Readonly<Record<WebLanguage, ProviderWords>> = {
  it: {
    signIn: {
      chooseTitle: 'Con quale account vuoi entrare?',
      choose: 'La tua identità è stata verificata. Scegli l’account del registro:',
      code: 'Torna al programma sul tuo computer e scrivi il codice. Vale dieci minuti e una volta sola.',
      warning: 'Non dirlo a nessuno: chi te lo chiede vuole entrare al posto tuo.',
    },
    handOver: {
      chooseTitle: 'Di quale account consegni le registrazioni?',
      choose:
        'La tua identità è stata verificata. Scegli l’account chiuso di cui consegni alla segreteria le registrazioni non inviate:',
      code: 'Torna al programma sul tuo computer e scrivi il codice: è il tuo consenso. Vale dieci minuti e non apre il registro.',
      warning: 'Non dirlo a nessuno: chi te lo chiede vuole consegnare registrazioni a tuo nome.',
    },
    goOnAs: 'Continua come',
    closed: '(account chiuso dalla scuola)',
    forChild: (child) => `per ${child}`,
    codeTitle: 'Scrivi questo codice nel registro',
    faults: {
      expired: {
        title: 'Il tempo è scaduto',
        help: 'Torna al programma sul tuo computer e ricomincia l’accesso.',
      },
      unreachable: {
        title: 'Il fornitore dell’identità non risponde',
        help: 'Riprova tra qualche minuto. Se hai una password del registro puoi usare quella.',
      },
      refused: {
        title: 'L’identità non è stata confermata',
        help: 'Torna al programma sul tuo computer e ricomincia. Se succede di nuovo, rivolgiti alla segreteria.',
      },
      noAccount: {
        title: 'Nessun account per questa identità',
        help: 'La tua identità è stata verificata, ma nessuna scuola di questo registro ha un account a tuo nome. Rivolgiti alla segreteria.',
      },
      noneBlocked: {
        title: 'Nessun account chiuso per questa identità',
        help: 'La tua identità è stata verificata, ma nessun tuo account è chiuso. Se la segreteria l’ha riaperto, torna al programma ed entra: le registrazioni partono da sole.',
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
        'Your identity was verified. Choose the closed account whose unsent entries you hand to the office:',
      code: 'Go back to the program on your computer and type the code: it is your consent. It works for ten minutes and does not open the register.',
      warning: 'Tell it to nobody: whoever asks for it wants to hand over entries in your name.',
    },
    goOnAs: 'Go on as',
    closed: '(closed by the school)',
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
        title: 'No closed account for this identity',
        help: 'Your identity was verified, but none of your accounts is closed. If the office has opened it again, go back to the program and sign in: the entries go by themselves.',
      },
    },
  },
};

/** The accounts of whom the provider vouches for, one button each. */
export function choicePage(
  language: WebLanguage,
  { purpose, shown }: Stage<readonly OfferedChoice[]>,
): string {
  const words = WORDS[language];
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
  const words = WORDS[language];
  const { code, warning } = words[purpose];
  return frame(language, undefined, words.codeTitle, [
    html`<p class="code" role="status">${shown}</p>`,
    html`<p>${code}</p>`,
    html`<p>${warning}</p>`,
  ]);
}

/** Why it goes no further. */
export function journeyFaultPage(language: WebLanguage, fault: JourneyFault): string {
  const { title, help } = WORDS[language].faults[fault];
  return frame(language, undefined, title, [html`<p>${help}</p>`]);
}
