import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { failureTitle, isReason } from './failure-reason.ts';
import type { FailureText } from '../../i18n/failures/failure-texts.ts';
import { Notice } from './notice.tsx';
import type { Attempt } from '../use-attempt.ts';

/** Whether something has gone wrong, or there is only something to do first. */
const TONES: Readonly<Record<FailureText, 'warn' | 'danger'>> = {
  wrongCredentials: 'danger',
  wrongPassword: 'danger',
  passwordNeeded: 'warn',
  passwordExpired: 'danger',
  wrongCode: 'danger',
  weakPassword: 'danger',
  notPossible: 'danger',
  expired: 'warn',
  notSignedIn: 'warn',
  forbidden: 'danger',
  tooManyAttempts: 'warn',
  tooLarge: 'danger',
  serverUnreachable: 'warn',
  noLocalData: 'warn',
  outdatedClient: 'warn',
  accountBlocked: 'danger',
  passwordOff: 'warn',
  noAccess: 'warn',
  providerOff: 'warn',
  wrongBrowserCode: 'danger',
  otherAccount: 'warn',
  storage: 'danger',
  internal: 'danger',
};

interface FailureNoticeProps {
  readonly attempt: Pick<Attempt, 'failure' | 'waitSeconds'>;
  /** What the form asks for: who typed a password alone cannot have mistaken the username; below an unlocking one stands what helps who forgot it. */
  readonly asked?: 'credentials' | 'password' | 'unlock';
  /** Kinds of failure that the field concerned says itself. */
  readonly saidByFields?: readonly FailureText[];
  /** What can be done about it, where no button of a form beside it does. */
  readonly action?: ReactNode;
}

/** Why the last try did not succeed and what to do about it, with the countdown where tries are slowed down. */
export function FailureNotice({ attempt, asked = 'credentials', saidByFields, action }: FailureNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { failure, waitSeconds } = attempt;
  if (!failure || saidByFields?.includes(failure.kind) === true) return null;
  const { kind, reason } = failure;
  const isOfPassword = asked !== 'credentials' && (kind === 'wrongCredentials' || kind === 'wrongPassword');
  const titled = isOfPassword ? 'wrongPassword' : kind;
  const told = isOfPassword && asked === 'unlock' ? 'wrongCredentials' : titled;
  return (
    <Notice tone={TONES[kind]} title={failureTitle(titled, reason, t)} action={action} urgent>
      {isReason(reason) ? t(`failure.reason.${reason}`) : t(`failure.kind.${told}.text`)}
      {waitSeconds > 0 && (
        // Read once when the notice appears: a countdown read out every second would drown everything else.
        <span aria-live="off"> {t('failure.wait', { time: format.countdown(waitSeconds) })}</span>
      )}
    </Notice>
  );
}
