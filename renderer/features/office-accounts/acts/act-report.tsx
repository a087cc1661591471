import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  ActReport,
  OfficeAccount,
} from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { accountName } from '../people/account-name.ts';
import type { OfficeAct } from './office-act.ts';
import classes from '../office-accounts.module.css';

interface ActReportViewProps {
  readonly act: OfficeAct;
  readonly accounts: readonly OfficeAccount[];
  readonly report: ActReport;
  readonly onClose: () => void;
}

/** What an act did, and for whom it could do nothing and why. */
export function ActReportView({ act, accounts, report, onClose }: ActReportViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, waiting = 0, skipped } = report;
  const nameOf = (username: string) => {
    const account = accounts.find((each) => each.username === username);
    return account && accountName(account, t);
  };
  return (
    <Stack gap="sm">
      <Notice tone={done === 0 ? 'warn' : 'ok'} urgent>
        {done === 0
          ? t('accounts.act.nothingDone')
          : t(`accounts.act.${act.kind}Done`, { count: done, number: format.number(done) })}{' '}
        {waiting > 0 && t('accounts.act.waiting', { count: waiting, number: format.number(waiting) })}
      </Notice>
      {skipped.length > 0 && (
        <div>
          <strong>
            {t('accounts.act.skipped', { count: skipped.length, number: format.number(skipped.length) })}
          </strong>
          <ul className={classes['reasons']}>
            {skipped.map(({ username, reason }) => (
              <li key={username}>
                {nameOf(username) ?? username}: {t(`accounts.act.skip.${reason}`)}{' '}
                {nameOf(username) !== undefined && <small>{username}</small>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
