import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../domain/access/capabilities.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { isNeverActivated, isReminderTime } from '../../../../domain/people/activation-reminder.ts';
import { exportNeverActivated } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { reachable } from '../acts/reachable.ts';
import type { SaveFile } from '../../../hosts/save-file.ts';

interface NeverActivatedProps {
  readonly register: Register;
  readonly accounts: readonly OfficeAccount[];
  readonly api: Api;
  readonly onSaveFile: SaveFile;
  readonly onShow: () => void;
  /** Told whom it is about. */
  readonly onRemind: (accounts: readonly OfficeAccount[]) => void;
}

/** The reminder after 30 September, for the office alone (S9): how many have never signed in, the list, a mail to them. */
export function NeverActivated(props: NeverActivatedProps) {
  const { register, accounts, api, onSaveFile, onShow, onRemind } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const asleep = accounts.filter(isNeverActivated);
  const count = asleep.length;
  const today = dayOfInstant(register.now());
  if (count === 0 || !can(register.identity, 'keepOffice') || !isReminderTime(today)) return null;

  const save = async () => {
    const result = await attempt.run(() => api.ask(exportNeverActivated));
    if (!result.ok) return;
    await onSaveFile({
      suggestedName: t('accounts.never.fileName'),
      mediaType: 'text/csv',
      content: new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.value),
    });
  };
  return (
    <>
      <FailureNotice attempt={attempt} />
      <Notice
        tone="warn"
        action={
          <Group gap={6}>
            <Button size="compact-sm" variant="default" onClick={onShow}>
              {t('accounts.never.show')}
            </Button>
            <Button size="compact-sm" variant="default" loading={attempt.busy} onClick={() => void save()}>
              {t('accounts.never.csv')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onRemind(asleep)}>
              {t('accounts.act.remind')} ({format.number(reachable(asleep).length)})
            </Button>
          </Group>
        }
      >
        {t('accounts.never.banner', { count, number: format.number(count) })}
      </Notice>
    </>
  );
}
