import type { provider as source } from './texts.it.ts';
import type { Texts } from '../../../i18n/texts.ts';

/** Signing in by a provider of digital identities, and the password of this computer that goes with it. */
export const provider = {
  or: 'or',
  button: 'Sign in with {{name}}',
  title: 'Sign in with {{name}}',
  identity: 'On the page that has opened in the browser, sign in with your digital identity.',
  choice: 'Choose the account of the register to sign in to.',
  copy: 'Type here the code that the browser shows at the end.',
  code: 'Code shown by the browser',
  codeMissing: 'Enter the eight letters and digits of the code.',
  hint: 'It works for ten minutes and once. Tell it to nobody: whoever asks for it wants to sign in as you.',
  enter: 'Sign in',
  reopen: 'Open the browser page again',
  restart: 'Start again',
  cancel: 'Cancel',
  notOpened: 'The browser did not open',
  notOpenedText: 'Press “Open the browser page again”. If nothing happens, tell the school office.',
  trouble: 'The browser says that there is no account for you, or that the identity does not answer?',
  troubleText: 'Call the school office: {{phone}}. If you have a password of the register you can use it.',
  forgotten: {
    there: 'Forgotten the password of this computer? Sign in with {{name}} and choose a new one.',
    none: 'Forgotten the password of this computer? The school now lets people in with the password of the register only: use that one, and choose a new one for this computer.',
    offline:
      'Forgotten the password of this computer? When the school can be reached again you can sign in and choose a new one.',
    withPassword: 'Sign in with the password of the register',
  },
  again: {
    asking: 'To send and receive data a new sign-in is needed. Meanwhile you can go on working.',
    there:
      'To send and receive data a new sign-in is needed, with {{name}} or with the password of the register if you have one. Meanwhile you can go on working.',
    none: 'To send and receive data a new sign-in with the password of the register is needed: the school now lets people in with that one only. Meanwhile you can go on working.',
    offline:
      'To send and receive data a new sign-in is needed. The school cannot be reached now: try again when the network is back. Meanwhile you can go on working.',
  },
  local: {
    knownTitle: 'The password of this computer',
    knownText:
      'Your identity is confirmed. The data of {{username}} on this computer opens with its own password: enter it.',
    forgotten: 'I do not remember it: choose a new one',
    remembered: 'I remember it: enter it',
    enter: 'Sign in',
    newTitle: 'Password for this computer',
    newText:
      'Your identity is confirmed. Choose the password that opens the register here, even without a network. It counts on this computer only, and is not the one of the register.',
    againText:
      'The new password opens the register here, even without a network; it counts on this computer only. The data will be downloaded again.',
    unsentMoves_one: 'The entry that was not sent yet comes with you.',
    unsentMoves_other: 'The {{count}} entries that were not sent yet come with you.',
    setAside_one:
      '{{count}} entry stays here as before: only an old password opens it, entered under “Manage accounts”.',
    setAside_other:
      '{{count}} entries stay here as before: only an old password opens them, entered under “Manage accounts”.',
    unsentStays_one: '{{count}} unsent entry stays closed',
    unsentStays_other: '{{count}} unsent entries stay closed',
    unsentStaysText:
      'Only the old password opens them. They stay on this computer, but do not reach the school until you enter the old password under “Manage accounts”.',
    understood: 'I understand: they leave with the old password only',
    save: 'Save and sign in',
  },
  reopened: {
    there:
      'If the office has opened the account again, sign in with {{name}}: the entries that wait go by themselves.',
    none: 'If the office has opened the account again, sign in with the password of the register: the entries that wait go by themselves.',
    offline:
      'The school cannot be reached now. When the network is back you can sign in, if the office has opened the account again.',
  },
  handOver: {
    there:
      'You can hand them to the office, which looks at them one by one. You give your consent in the browser, with your digital identity.',
    begin: 'Hand over with {{name}}',
    choice: 'Choose the blocked account whose entries you hand over.',
    copy: 'Enter the code that the browser shows at the end, and the password that opens the entries.',
    password: 'Password of this computer',
    offline:
      'Handing them over needs a network: the school cannot be reached now. The entries stay here, safe.',
    none: 'The school has no digital identity any more, and the password of this computer is not enough to hand them over. The entries stay here: if the office opens the account again, sign in with the password of the register and they go.',
  },
  setAside: {
    count_one: '{{count}} entry opens with an old password only',
    count_other: '{{count}} entries open with an old password only',
    action: 'Recover',
    where:
      'They do not leave by themselves. Open “Manage accounts”, press “Recover” and enter the password of before.',
    title: 'Recover the entries',
    text: 'Enter the password that this computer had before: the entries come back to the register and are sent when it is next opened.',
    done: 'The entries are recovered. They are sent when you lock the register and open it again.',
  },
} as const satisfies Texts<typeof source>;
