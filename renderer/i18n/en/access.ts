import type { access as source } from '../it/access.ts';
import type { Texts } from '../texts.ts';

/** Sign-in, unlocking, accounts of the device. */
export const access = {
  title: 'Sign in to the register',
  intro: 'Use the credentials you received from the school office.',
  tagline: 'The class register that works even without a network.',
  username: 'Username',
  usernameHint: 'For example {{example}}',
  usernameMissing: 'Enter your username.',
  password: 'Password',
  passwordMissing: 'Enter your password.',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  capsLock: 'Caps lock is on.',
  signIn: 'Sign in',
  unlock: 'Unlock',
  office: 'School office',
  phone: 'Telephone',
  email: 'E-mail',
  address: 'Address',
  noCredentials: 'No credentials?',
  noCredentialsText: 'The school office hands them out, also when you have lost them.',
  accounts: 'Accounts on this computer',
  accountsHint: 'They open with the password, even without a network.',
  otherAccount: 'Sign in with another account',
  lastUsed: 'Last used {{when}}',
  unsent_one: '{{count}} entry to send',
  unsent_other: '{{count}} entries to send',
  accountMenu: 'More for {{name}}',
  remove: 'Remove from this computer',
  removeTitle: 'Remove the account?',
  removeText: 'The data of {{name}} on this computer will be erased. What has reached the school stays.',
  removeUnsent_one: 'Careful: {{count}} entry has not reached the school yet and would be lost.',
  removeUnsent_other: 'Careful: {{count}} entries have not reached the school yet and would be lost.',
  removeConfirm: 'Remove',
  removeConfirmUnsent: 'Remove and lose the entries',
  removeFailed: 'The account was not removed.',
  backToAccounts: 'Back to the accounts',
  unlockTitle: 'Hello, {{name}}',
  unlockFor: 'Enter your password to open the register.',
  locked: {
    title: 'Register locked',
    start: 'Enter your password to open the register again. It works without a network too.',
    idle: 'The register locked itself because the computer was not in use.',
    user: 'You locked the register.',
    suspended: 'The register locked itself because the computer was suspended.',
  },
  again: {
    title: 'Sign in again',
    text: 'The school asks you to confirm your password before data can be sent and received. Meanwhile you can go on working.',
    action: 'Confirm',
  },
  wait: 'You can try again in {{time}}.',
  failure: {
    wrongCredentials: {
      title: 'Wrong username or password',
      text: 'Check the capitals and try again. If you do not remember the password, ask the school office.',
    },
    wrongPassword: {
      title: 'Wrong password',
      text: 'Check the capitals and try again. If you do not remember it, ask the school office.',
    },
    tooManyAttempts: {
      title: 'Too many attempts',
      text: 'Sign-in is slowed down for security.',
    },
    serverUnreachable: {
      title: 'The school cannot be reached',
      text: 'Check the network and try again. Without a network only accounts already used on this computer can be opened.',
    },
    noLocalData: {
      title: 'The first sign-in needs the network',
      text: 'Your data are not on this computer yet. When the network is back, sign in once: afterwards it works without.',
    },
    outdatedClient: {
      title: 'An update is needed',
      text: 'This version of the program is too old for the school’s server. Ask the school office for the update.',
    },
    accountBlocked: {
      title: 'Account blocked',
      text: 'The school has blocked this account. Please contact the school office.',
    },
    storage: {
      title: 'The data of this computer do not open',
      text: 'The disk may be full or the file damaged. Free some space and try again; if it goes on, tell the school office.',
    },
    internal: {
      title: 'Something did not work',
      text: 'Try again. If it goes on, tell the school office.',
    },
  },
} as const satisfies Texts<typeof source>;
