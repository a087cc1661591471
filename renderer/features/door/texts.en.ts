import { provider } from './provider/texts.en.ts';
import type { it } from './texts.it.ts';
import type { Texts } from '../../i18n/texts.ts';

/** Sign-in, its steps, recovery of a password, unlocking, accounts of the device. */
export const en = {
  door: {
    wordsForAccounts: 'switch account computer',
    title: 'Sign in to the register',
    intro: 'Use the credentials you received from the school office.',
    tagline: 'The class register that works even without a network.',
    username: 'Username or e-mail address',
    usernameHint: 'For example {{staff}} or {{family}}',
    usernameIsPass:
      'This is the School pass: the username is needed here. The School pass is for “Forgot your password?”.',
    usernameMissing: 'Enter your username or your e-mail address.',
    usernameSlip: 'Check the username: a digit or letter may differ from the letter you received.',
    signIn: 'Sign in',
    unlock: 'Unlock',
    school: 'School',
    changeSchool: 'Change school',
    forgotten: 'Forgot your password?',
    noCredentials: 'No credentials?',
    noCredentialsText: 'The school office hands them out, also when you have lost them.',
    accounts: 'Accounts on this computer',
    accountsHint: 'They open with the password, even without a network.',
    otherAccount: 'Sign in with another account',
    lastUsed: 'Last used {{when}}',
    childOf: 'For {{child}}',
    unsent_one: '{{count}} entry to send',
    unsent_other: '{{count}} entries to send',
    accountMenu: 'More for {{name}}',
    remove: 'Remove from this computer',
    removeTitle: 'Remove the account?',
    removeText:
      'The data of this account will be erased from this computer. The account and what has reached the school stay.',
    removeOpen: 'It is the account that is open now: removing it signs you out of the register.',
    removeUnsent_one: 'Careful: {{count}} entry has not reached the school yet and would be lost.',
    removeUnsent_other: 'Careful: {{count}} entries have not reached the school yet and would be lost.',
    removeUnsure: 'I understand: what was not sent will be lost',
    removeConfirm: 'Remove',
    removeConfirmUnsent: 'Remove and lose the entries',
    removeGrown_one:
      'Meanwhile {{count}} entry has not arrived. Nothing was removed: look at the number and confirm again.',
    removeGrown_other:
      'Meanwhile {{count}} entries have not arrived. Nothing was removed: look at the number and confirm again.',
    removeFailed: 'The account was not removed.',
    backToAccounts: 'Back to the accounts',
    backToSignIn: 'Back to sign-in',
    unlockTitle: 'Hello, {{name}}',
    unlockTitleFamily: 'Hello, {{name}}',
    unlockFor: 'Enter your password to open the register.',
    locked: {
      title: 'Register locked',
      start: 'Enter your password to open the register again. It works without a network too.',
      idle: 'The register locked itself because the computer was not in use.',
      user: 'You locked the register.',
      suspended: 'The register locked itself because the computer was suspended.',
      blocked: 'The school has blocked this account.',
    },
    pin: {
      label: 'PIN of this computer',
      hint: 'Unlock with the PIN of this computer.',
      usePassword: 'Use the password',
      usePin: 'Use the PIN',
      missing: 'Enter the PIN.',
      wrong: 'Wrong PIN',
      wrongText: 'After a few mistakes the password will be needed.',
      erase: 'Delete the last digit',
    },
    blockedChip: 'Blocked',
    blocked: {
      title: 'Account blocked',
      text: 'The school office has blocked this account: it no longer opens here. If you think this is a mistake, call the office.',
      unsent_one: 'On this computer there is {{count}} entry that has not reached the school.',
      unsent_other: 'On this computer there are {{count}} entries that have not reached the school.',
      handOver:
        'You can hand them to the office, which looks at them one by one. Your password is your consent.',
      setAside_one:
        '{{count}} of them opens only with a password that this computer had before: enter that one to hand it over.',
      setAside_other:
        '{{count}} of them open only with a password that this computer had before: enter that one to hand them over.',
      setAsideToo_one:
        '{{count}} of them opens only with the password of when you wrote it: enter that one too.',
      setAsideToo_other:
        '{{count}} of them open only with the password of when you wrote them: enter that one too.',
      opens: 'Password of when you wrote the entries',
      noneByThis: 'With this password there is nothing else to hand over.',
      reopened: 'The office has opened it again: sign in',
      action: 'Hand over to the office',
      done_one: '{{count}} entry handed to the office.',
      done_other: '{{count}} entries handed to the office.',
      nothing: 'There is nothing to hand over on this computer.',
    },
    again: {
      title: 'Sign in again',
      text: 'The school asks you to confirm your password before data can be sent and received. Meanwhile you can go on working.',
      action: 'Confirm',
    },
    step: {
      codeTitle: 'Two-step verification',
      codeText: 'Open the authenticator app and enter the 6-digit code for {{username}}.',
      useRecoveryCode: 'Use a recovery code',
      useApp: 'Use the app’s code',
      recoveryText: 'Enter one of the recovery codes that you kept. Each works once.',
      confirm: 'Confirm',
      enrolTitle: 'Set up two-step verification',
      enrolText:
        'The school asks for it in your role: besides the password you need a code from your telephone.',
      newPasswordTitle: 'Choose your password',
      newPasswordText:
        'The office’s password works for the first sign-in only. From now on the one you choose here counts, and nobody else knows it.',
      save: 'Save and sign in',
      cancel: 'Cancel sign-in',
    },
    recovery: {
      title: 'Forgot your password?',
      byEmail: 'By e-mail',
      byName: 'By username',
      byEmailText:
        'If you have linked an e-mail address to your profile, enter it: you will receive a link to choose a new password.',
      byNameText:
        'Enter the username or the School pass. You will choose which of the addresses that the school has for you gets the link.',
      address: 'E-mail address',
      addressMissing: 'Enter the e-mail address.',
      name: 'Username or School pass',
      nameMissing: 'Enter the username or the School pass.',
      send: 'Send the link',
      next: 'Continue',
      choose: 'To which address?',
      chooseText:
        'For security the addresses are covered. If you recognise none of them, ask the school office.',
      alike: '{{address}} ({{position}} of {{total}})',
      alikeText:
        'The numbered addresses are different, even if they look the same while covered: if the link does not come to the first, try the next.',
      onlyRecorded:
        'Only the addresses that the school has on record are here. The one linked to the profile is used with “By e-mail”.',
      late: 'Some time has passed: to be safe, choose the address again.',
      none: 'No address for this name',
      noneText: 'The school has no address to send the link to. Ask the office for new credentials:',
      sentTitle: 'Check your e-mail',
      sentEmail:
        'If the address is linked to an account, the link arrives within a few minutes. It works for three days and once. Look in the spam folder too. We send five messages a day at most.',
      sentName:
        'The link should arrive at the chosen address within a few minutes. It works for three days and once. If it does not come, look in the spam folder and check the name that you entered: {{name}}. We send five messages a day at most.',
      again: 'Ask for another one',
      offline: 'Recovering a password needs the network',
      offlineText:
        'The link comes from the school’s server. Try again when the network is back, or call the office. Accounts already opened on this computer go on working with their password.',
    },
  },
  provider,
} as const satisfies Texts<typeof it>;
