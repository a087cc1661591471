import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Attempt } from './use-attempt.ts';

const HARD = new Set(['wrongCredentials', 'accountBlocked', 'storage', 'internal']);

interface FailureNoticeProps {
  readonly attempt: Attempt;
  /** What the form asks for: who typed a password alone cannot have mistaken the username. */
  readonly asked?: 'credentials' | 'password';
}

/** Why the last try did not succeed and what to do about it, with the countdown where tries are slowed down. */
export function FailureNotice({ attempt, asked = 'credentials' }: FailureNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { failure, waitSeconds } = attempt;
  if (!failure) return null;
  const kind = failure.kind === 'wrongCredentials' && asked === 'password' ? 'wrongPassword' : failure.kind;
  return (
    <Notice
      tone={HARD.has(failure.kind) ? 'danger' : 'warn'}
      title={t(`access.failure.${kind}.title`)}
      urgent
    >
      {t(`access.failure.${kind}.text`)}
      {waitSeconds > 0 && (
        // Read once when the notice appears: a countdown read out every second would drown everything else.
        <span aria-live="off"> {t('access.wait', { time: format.countdown(waitSeconds) })}</span>
      )}
    </Notice>
  );
}
