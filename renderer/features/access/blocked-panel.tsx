import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceAccount } from '../../../domain/protocol/bridge.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { Notice } from '../../ui/notice.tsx';
import { OfficeContacts } from '../../ui/office-contacts.tsx';
import classes from './access.module.css';
import type { HandOver } from './access-verbs.ts';
import { HandOverByProvider } from './hand-over-by-provider.tsx';
import type { ProviderVerbs } from './provider-verbs.ts';
import { UnlockForm } from './unlock-form.tsx';

interface BlockedPanelProps {
  readonly school: InstalledSchool;
  readonly account: Pick<DeviceAccount, 'identity' | 'unsent' | 'byProvider'>;
  readonly provider: ProviderVerbs;
  readonly onHandOver: HandOver;
  /** Goes to the ways in: the office may have opened the account again. */
  readonly onReopened: () => void;
}

/** What somebody sees whose account the office has closed: why, whom to call, and what becomes of unsent entries (ADR 9). */
export function BlockedPanel({ school, account, provider, onHandOver, onReopened }: BlockedPanelProps) {
  const { t } = useTranslation();
  const [handed, setHanded] = useState<number>();
  const { unsent, byProvider } = account;
  const { school: ofSchool, username } = account.identity;
  const only = { school: ofSchool, username };
  return (
    <>
      <Notice tone="danger" title={t('access.blocked.title')}>
        {t('access.blocked.text')}
      </Notice>
      {/* Whom to call: where the office is says nothing here, and the card is to be seen whole. */}
      <OfficeContacts contacts={{ ...school, address: '' }} />
      {handed !== undefined && (
        <Notice tone="ok" urgent>
          {t('access.blocked.done', { count: handed })}
        </Notice>
      )}
      {unsent > 0 && (
        <section className={classes['form']}>
          <p style={{ margin: 0 }}>
            <strong>{t('access.blocked.unsent', { count: unsent })}</strong>{' '}
            {t(byProvider ? 'access.blocked.handOverByProvider' : 'access.blocked.handOver')}
          </p>
          {byProvider ? (
            <HandOverByProvider only={only} provider={provider} onHandOver={onHandOver} onDone={setHanded} />
          ) : (
            <UnlockForm
              label={t('access.blocked.action')}
              onUnlock={(password) => onHandOver(only, password)}
              onDone={({ entries }) => setHanded(entries)}
            />
          )}
        </section>
      )}
      {handed === undefined && unsent === 0 && (
        <p className={classes['intro']}>{t('access.blocked.nothing')}</p>
      )}
      <Button variant="subtle" size="compact-sm" onClick={onReopened}>
        {t('access.blocked.reopened')}
      </Button>
    </>
  );
}
