import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { AccountView } from '../../../../domain/protocol/endpoints/account/account.ts';
import type { AccountApi } from '../../../data/api/account-api.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';

interface RecordChangeProps {
  readonly change: NonNullable<AccountView['recordChange']>;
  readonly api: AccountApi;
  readonly onChanged: () => Promise<void>;
}

/** What the school has changed of the data that open the account: nothing new counts before its owner, or a second clerk, has said so. */
export function RecordChange({ change, api, onChanged }: RecordChangeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const { at, digest = '', fiscalCode, emails } = change;
  const confirm = async () => {
    const result = await attempt.run(() => api.confirmRecord(digest));
    // What waits now is shown, with the reason above it.
    if (result.ok || result.failure.reason === 'changed') await onChanged();
  };
  return (
    <>
      <FailureNotice attempt={attempt} />
      <Notice
        tone="warn"
        title={t('profile.record.title')}
        action={
          <Button size="compact-sm" loading={attempt.busy} onClick={() => void confirm()}>
            {t('profile.record.confirm')}
          </Button>
        }
      >
        <p>{t('profile.record.text', { day: format.numericDay(dayOfInstant(at)) })}</p>
        <ul>
          {fiscalCode !== undefined && <li>{t('profile.record.fiscalCode', { fiscalCode })}</li>}
          {emails.map((address) => (
            <li key={address}>{t('profile.record.address', { address })}</li>
          ))}
        </ul>
        <p>{t('profile.record.wrong')}</p>
      </Notice>
    </>
  );
}
