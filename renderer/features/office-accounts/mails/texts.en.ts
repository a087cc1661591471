import type { Texts } from '../../../i18n/texts.ts';
import type { mailFaults as source } from './texts.it.ts';

/** What kept a message from its reader; what happens next stands beside it, with the state of the message. */
export const mailFaults = {
  unreachable:
    'The school’s mail server does not answer: if it goes on, tell whoever runs the server of the register.',
  unsafe:
    'The connection to the school’s mail server is not secure and is not used: tell whoever runs the server of the register.',
  signIn:
    'The school’s mail server does not accept the credentials of the register: tell whoever runs the server of the register.',
  mailboxFull: 'The reader’s mailbox is full.',
  noMailbox: 'This address does not exist, or receives nothing any more.',
  refused: 'The mail server refused the message: {{said}}',
  tooLate: 'It was not sent within three days, and its link is void.',
  later: 'The mail server asked to wait.',
  unexplained: 'It did not arrive, and the mail server did not say why.',
  other: 'The mail server answered: {{said}}',
} as const satisfies Texts<typeof source>;
