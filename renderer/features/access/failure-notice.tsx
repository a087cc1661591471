import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Attempt } from './use-attempt.ts';

const HARD = new Set(['wrongCredentials', 'accountBlocked', 'storage', 'internal']);

/** Why the last try did not succeed and what to do about it, with the countdown where tries are slowed down. */
export function FailureNotice({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { failure, waitSeconds } = attempt;
  if (!failure) return null;
  return (
    <Notice
      tone={HARD.has(failure.kind) ? 'danger' : 'warn'}
      title={t(`access.failure.${failure.kind}.title`)}
      urgent
    >
      {t(`access.failure.${failure.kind}.text`)}
      {waitSeconds > 0 && (
        // Read once when the notice appears: a countdown read out every second would drown everything else.
        <span aria-live="off"> {t('access.wait', { time: format.countdown(waitSeconds) })}</span>
      )}
    </Notice>
  );
}
