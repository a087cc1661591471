import type { Texts } from '../texts.ts';
import type { failure as source } from './texts.it.ts';

/** Why something asked of the school or of this computer did not succeed, and what to do about it. */
export const failure = {
  wait: 'You can try again in {{time}}.',
  kind: {
    wrongCredentials: {
      title: 'Wrong username or password',
      text: 'Check the capitals and try again. If you do not remember the password, use “Forgot your password?”.',
    },
    wrongPassword: {
      title: 'Wrong password',
      text: 'Check the capitals and try again. If you do not remember it, use “Forgot your password?” on the sign-in page.',
    },
    passwordNeeded: {
      title: 'The password is needed',
      text: 'This account has a password of its own: enter it to open the account.',
    },
    passwordExpired: {
      title: 'The office’s password has expired',
      text: 'It was not used in time. Ask the school office for new credentials.',
    },
    wrongCode: {
      title: 'Wrong code',
      text: 'Use the code that the app shows now. If it does not work, check that the telephone’s clock is right.',
    },
    weakPassword: {
      title: 'Password not accepted',
      text: 'Choose another one.',
    },
    notPossible: {
      title: 'This cannot be done',
      text: 'The school did not accept the request.',
    },
    expired: {
      title: 'Too much time has passed',
      text: 'For security this step has expired: start again.',
    },
    notSignedIn: {
      title: 'A new sign-in is needed',
      text: 'The school asks you to confirm your password. Press “Sign-in needed” at the top and try again.',
    },
    forbidden: {
      title: 'Not allowed',
      text: 'This account may not do that.',
    },
    tooManyAttempts: {
      title: 'Too many attempts',
      text: 'Attempts are slowed down for security.',
    },
    tooLarge: {
      title: 'Too large',
      text: 'The school does not accept a file of this size.',
    },
    serverUnreachable: {
      title: 'The school cannot be reached',
      text: 'Check the network and try again. What is on this computer stays.',
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
    passwordOff: {
      title: 'The password is not used here',
      text: 'The school lets this account in with the digital identity only (SPID or CIE): on the sign-in page use the button “Sign in with…”.',
    },
    noAccess: {
      title: 'The school gives no access with this account',
      text: 'You have been recognised, but the school does not give access yet, or not any more. Ask the office.',
    },
    providerOff: {
      title: 'No sign-in with the digital identity here',
      text: 'The school does not have this way in, or no longer. Use username and password.',
    },
    wrongBrowserCode: {
      title: 'Wrong code',
      text: 'Copy the code of eight letters and digits as the browser shows it. If you have used it already, open the browser page again: it shows another one.',
    },
    otherAccount: {
      title: 'You chose another account in the browser',
      text: 'Start again and choose the account that you began from. To enter the other one, begin from that one.',
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
  /** The titles of a refused password or PIN. */
  refused: {
    tooShort: 'It is too short',
    tooCommon: 'It is one of the commonest',
    tooEasy: 'It is easy to guess',
    personal: 'It contains names that others know',
    sameAsBefore: 'It is the password of before',
  },
  reason: {
    tooShort: 'At least 10 characters are needed.',
    tooCommon: 'It is one of the most used passwords: it is guessed within seconds.',
    tooEasy: 'It is easy to guess. Try three or four words that do not belong together.',
    personal: 'It contains your name, your username or the name of the school.',
    sameAsBefore: 'It is the password you had before: it must be a different one.',
    addressInvalid: 'The address is not valid. Check that you typed all of it.',
    addressPending:
      'This address has not been confirmed in the other account yet. Open the link that came by e-mail first, then try again.',
    otherGuardian:
      'This address belongs to the other parent of the same child. Each parent needs an address of their own: use a different one.',
    alreadyMerged: 'This account is already part of the portfolio.',
    onlyAccount: 'It is the only account of the portfolio: there is nothing to separate it from.',
    tooSoon: 'It is too soon to ask again. Wait a few minutes.',
    staffAndFamily:
      'A work account and one of a family are not joined, and an address opens one of the two. To use it here, sign in with the other account, open Profile and press “Remove the address” under “E-mail address”; then try again. Or use another address.',
    emailConfirmed: 'There is a confirmed address already: remove it before linking another one.',
    studentAccount: 'A pupil’s account stays alone: it is not joined to others.',
    secondFactorOn:
      'Two-step verification is on for this account: switch it off before joining the portfolio.',
    otherPerson:
      'This address belongs to somebody else who works at the school: each has their own access. Use another address.',
    portfolioCode: 'The portfolio has two-step verification: type the code that the app shows now as well.',
    signInAgain:
      'This needs the password of the register: sign out, sign in with username and password, and try again.',
    changed: 'The data changed while you were looking: check those that you see now and confirm again.',
    tooManyMails: 'Five messages have left today already: we send no more in one day.',
    localPasswordOff: 'This school uses another way to sign in: the password is not used here.',
    ofThisComputer: 'Check the capitals and try again. If you do not remember it, you can choose a new one.',
    noProvider: 'The school’s server has no identity provider: the password is the only way in.',
    notBlocked: 'This account is not blocked (any more): sign in, and the entries go by themselves.',
    otherAccount:
      'In the browser you have chosen another account. Open the page in the browser again and choose the one whose entries you hand over.',
    consentNotTaken:
      'The account may have been opened again: try to sign in. If the password was changed on another computer, enter the present one and, below, that of when you wrote the entries.',
    officeFull:
      'The office already has many entries to look at. Yours stay here: try again when it has seen them.',
    entriesNotKept:
      'The server cannot keep these entries: they are too large or contain damaged text. They stay here: show them to the school office on this computer.',
    printerBusy:
      'The school is printing other letters already: these were not made. Wait a moment and press the button again.',
    importWaiting:
      'An import of this school is running and another one waits: this file was not taken. Wait until they have ended, or cancel them, and send it again.',
    importsFull:
      'Other schools are importing and there is no room for this file: it was not taken. Send it again in a while.',
    rosterMoved:
      'Somebody else is changing the school’s data: nothing was written. Wait a moment and send the file again.',
    schoolDetailsMissing:
      'The school’s name or the office’s contacts are missing: write them in “School today”, with “Change”, and try again.',
    noOfficePassword:
      'None of these accounts has an office password to hand out: if one is needed, make a “New password” first.',
    noMails:
      'No message to print: those in the queue have been printed already, or their links no longer work.',
    canMail: 'The school has a mail server: messages leave by themselves and are not printed.',
    unknown: 'There is nothing left to do here: reload and look how it is now.',
    settled: 'This message waits no longer: reload and see how it stands now.',
    tooLate:
      'Too much time has passed: the link of this message is no longer valid. If it is needed, send a new one from “Accounts”.',
    cancelled: 'The import was cancelled: nothing was written.',
    rosterRefused: 'This file cannot be imported as it is: correct it and send it again.',
    alreadyWritten: 'It is there already, with the same days: open it in the list and correct it there.',
    daysReversed: 'The days do not fit: the last is before the first, or the year of the class is over.',
    moreThanHeld: 'More hours were missed than held: check the two numbers.',
    notOfClass: 'On these days the pupil is not in that class: check class and days.',
    notGuardian: 'On record this person is no parent or guardian of the pupil.',
    ownTask: 'On one’s own appointment somebody else of the office decides, or the principal.',
    noLastDay: 'What the principal hands over always has a last day: say which.',
    leftBefore: 'On these days this person is no longer at the school.',
    dayOver:
      'That day is over, and the lesson can no longer be signed or taken back: a substitution that took place is signed by whoever stood in.',
    noLessons: 'There are no lessons on that day.',
    standsInElsewhere:
      'They stand in elsewhere in that lesson: choose somebody else, or take the other substitution back first.',
    signedBySubstitute:
      'Whoever stands in has signed the lesson: a signature is withdrawn by whoever gave it.',
    noOpenYear: 'No school year is under way: how absences are called is chosen for an open year.',
    yearClosed:
      'The school year that this is about is closed: it can only be read. Where it has to be, the principal opens it again, in “Access”, “Years”.',
    yearUnderWay:
      'The lessons of this year are not over: it can be closed from the day after the last lesson.',
    groupInUse: 'Pupils are in this group: move them to another one first.',
    alreadySettled: 'A colleague has already decided on these entries: the list shows how.',
    ofTheEntries:
      'What is needed is the password that opened the register here when you wrote the entries. Check the capitals and try again.',
  },
} as const satisfies Texts<typeof source>;
