/** Why a password is too weak, the first that holds. */
export const PASSWORD_FAULTS = ['tooShort', 'tooCommon', 'tooEasy', 'personal', 'sameAsBefore'] as const;
/** Why a password is too weak. */
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

/** Why an act on an account is not possible, beside what was typed. */
export const NOT_POSSIBLE_REASONS = [
  'addressInvalid',
  'addressPending',
  'otherGuardian',
  'alreadyMerged',
  'onlyAccount',
  'tooSoon',
  'staffAndFamily',
  'localPasswordOff',
  'noProvider',
  'emailConfirmed',
  'studentAccount',
  'secondFactorOn',
  'notBlocked',
  'otherAccount',
  'otherPerson',
  'portfolioCode',
  'signInAgain',
  'tooManyMails',
  'changed',
] as const;
/**
 * Why an act on an account is not possible. `noProvider`: where nobody else says who somebody is, the password is the way in.
 * `otherGuardian` is G and X of the same child in one profile; `emailConfirmed` asks to remove
 * the confirmed address first; an `otherPerson` of the staff has a profile of their own; `portfolioCode` asks for a code of the portfolio's
 * second factor; `signInAgain`: this session has not proved enough (docs/adr/0013); `tooManyMails` counts those of a day; `changed`: what waits is not any more what was shown; a `studentAccount` stays alone (S6); `secondFactorOn` asks to switch the account's own off first. Of handing
 * over: `notBlocked` signs in and sends by itself; `otherAccount` was chosen in the browser.
 */
export type NotPossibleReason = (typeof NOT_POSSIBLE_REASONS)[number];
