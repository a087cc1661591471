import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import type { FailureText, ReasonText } from './failure-text.ts';
import { Notice } from './notice.tsx';
import type { Attempt } from './use-attempt.ts';

const SOFT: ReadonlySet<FailureText> = new Set([
  'tooManyAttempts',
  'serverUnreachable',
  'noLocalData',
  'outdatedClient',
  'expired',
  'notSignedIn',
  'passwordNeeded',
  'passwordOff',
  'noAccess',
  'providerOff',
  'otherAccount',
]);

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

interface FailureNoticeProps {
  readonly attempt: Pick<Attempt, 'failure' | 'waitSeconds'>;
  /** What the form asks for: who typed a password alone cannot have mistaken the username. */
  readonly asked?: 'credentials' | 'password';
  /** The way out for whoever has forgotten the password stands below the form. */
  readonly hasForgotten?: boolean;
}

/** Why the last try did not succeed and what to do about it, with the countdown where tries are slowed down. */
export function FailureNotice({ attempt, asked = 'credentials', hasForgotten = false }: FailureNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { failure, waitSeconds } = attempt;
  if (!failure) return null;
  const isPassword = failure.kind === 'wrongCredentials' && asked === 'password';
  const kind = isPassword ? (hasForgotten ? 'wrongPasswordHere' : 'wrongPassword') : failure.kind;
  const { reason } = failure;
  return (
    <Notice tone={SOFT.has(kind) ? 'warn' : 'danger'} title={t(`failure.kind.${kind}.title`)} urgent>
      {isReason(reason) ? t(`failure.reason.${reason}`) : t(`failure.kind.${kind}.text`)}
      {waitSeconds > 0 && (
        // Read once when the notice appears: a countdown read out every second would drown everything else.
        <span aria-live="off"> {t('failure.wait', { time: format.countdown(waitSeconds) })}</span>
      )}
    </Notice>
  );
}

function isReason(reason: string | undefined): reason is ReasonText {
  return reason !== undefined && Object.hasOwn(REASONS, reason);
}
