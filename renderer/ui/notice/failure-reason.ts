import type { TFunction } from 'i18next';
import type { FailureText, ReasonText } from './failure-text.ts';
import type { AttemptFailure } from '../use-attempt.ts';

const REASONS: Readonly<Record<ReasonText, true>> = {
  tooShort: true,
  tooCommon: true,
  tooEasy: true,
  personal: true,
  sameAsBefore: true,
  addressInvalid: true,
  addressPending: true,
  otherGuardian: true,
  alreadyMerged: true,
  onlyAccount: true,
  tooSoon: true,
  staffAndFamily: true,
  localPasswordOff: true,
  noProvider: true,
  notBlocked: true,
  otherAccount: true,
  consentNotTaken: true,
  officeFull: true,
  entriesNotKept: true,
  alreadySettled: true,
  unknown: true,
  canMail: true,
  noMails: true,
  noOfficePassword: true,
  schoolDetailsMissing: true,
  printerBusy: true,
  importWaiting: true,
  importsFull: true,
  rosterMoved: true,
  ofTheEntries: true,
  ofThisComputer: true,
  emailConfirmed: true,
  studentAccount: true,
  secondFactorOn: true,
  otherPerson: true,
  portfolioCode: true,
  signInAgain: true,
  tooManyMails: true,
  changed: true,
};

const OF_PASSWORDS = ['tooShort', 'tooCommon', 'tooEasy', 'personal', 'sameAsBefore'] as const;

/** Whether there is a text for a reason. */
export function isReason(reason: string | undefined): reason is ReasonText {
  return reason !== undefined && Object.hasOwn(REASONS, reason);
}

/** What is the matter, in a few words: a password of before is no weak one. */
export function failureTitle(kind: FailureText, reason: string | undefined, t: TFunction): string {
  const ofPassword = OF_PASSWORDS.find((each) => each === reason);
  return kind === 'weakPassword' && ofPassword !== undefined
    ? t(`failure.refused.${ofPassword}`)
    : t(`failure.kind.${kind}.title`);
}

/** What was said against a new password, for the field that it stands in; undefined where something else was the matter. */
export function refusalText(failure: AttemptFailure | undefined, t: TFunction): string | undefined {
  if (failure?.kind !== 'weakPassword') return undefined;
  const { reason } = failure;
  return isReason(reason) ? t(`failure.reason.${reason}`) : t('failure.kind.weakPassword.text');
}
