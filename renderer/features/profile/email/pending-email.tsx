import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantToMilliseconds, type Instant } from '../../../../domain/base/ids.ts';
import type { AccountView } from '../../../../domain/protocol/endpoints/account/account.ts';
import type { AccountApi } from '../../../data/api/account-api.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';

interface PendingEmailProps {
  readonly pending: NonNullable<AccountView['pendingEmail']>;
  readonly now: Instant;
  readonly api: AccountApi;
  readonly onChanged: () => Promise<void>;
}

/** An address whose link has not been followed: until when, once more, or away with it (S24 to S27). */
export function PendingEmail({ pending, now, api, onChanged }: PendingEmailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [resent, setResent] = useState(false);

  const run = async (action: () => ReturnType<AccountApi['resendEmail']>, isResend: boolean) => {
    const result = await attempt.run(action);
    setResent(result.ok && isResend);
    if (result.ok) await onChanged();
  };

  return (
    <>
      <p>
        {t('profile.email.pendingText', {
          address: pending.address,
          when: format.when(pending.expiresAt, now),
        })}
      </p>
      <p>
        <strong>{t('profile.email.spam')}</strong> {t('profile.email.passwordValid')}
      </p>
      <FailureNotice attempt={attempt} />
      {resent && (
        <Notice tone="ok" urgent>
          {t('profile.email.resent')}
        </Notice>
      )}
      <Group gap="xs">
        <ResendButton
          key={pending.resendAt}
          seconds={secondsBetween(now, pending.resendAt)}
          busy={attempt.busy}
          onPress={() => void run(() => api.resendEmail(), true)}
        />
        <Button variant="default" onClick={() => void run(() => api.deletePendingEmail(), false)}>
          {t('profile.email.wrong')}
        </Button>
      </Group>
    </>
  );
}

interface ResendButtonProps {
  /** How long another mail is refused, by the server's clock. */
  readonly seconds: number;
  readonly busy: boolean;
  readonly onPress: () => void;
}

function ResendButton({ seconds, busy, onPress }: ResendButtonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <Button variant="default" disabled={left > 0} loading={busy} onClick={onPress}>
      {left > 0 ? t('profile.email.resendIn', { time: format.countdown(left) }) : t('profile.email.resend')}
    </Button>
  );
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.ceil((instantToMilliseconds(to) - instantToMilliseconds(from)) / 1000);
}
