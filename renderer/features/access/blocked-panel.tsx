import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import type { ActFailure } from '../../../domain/protocol/bridge.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { Notice } from '../../ui/notice.tsx';
import { OfficeContacts } from '../../ui/office-contacts.tsx';
import classes from './access.module.css';
import { UnlockForm } from './unlock-form.tsx';

/** Hands the unsent entries of a blocked account to the office; the password is the consent. */
export type HandOver = (password: string) => Promise<Result<{ readonly entries: number }, ActFailure>>;

interface BlockedPanelProps {
  readonly school: InstalledSchool;
  /** Entries of the account on this device that the server has not acknowledged. */
  readonly unsent: number;
  readonly onHandOver: HandOver;
}

/** What somebody sees whose account the office has closed: why, whom to call, and what becomes of unsent entries (ADR 9). */
export function BlockedPanel({ school, unsent, onHandOver }: BlockedPanelProps) {
  const { t } = useTranslation();
  const [handed, setHanded] = useState<number>();
  return (
    <>
      <Notice tone="danger" title={t('access.blocked.title')}>
        {t('access.blocked.text')}
      </Notice>
      <OfficeContacts contacts={school} />
      {handed !== undefined && (
        <Notice tone="ok" urgent>
          {t('access.blocked.done', { count: handed })}
        </Notice>
      )}
      {handed === undefined && unsent > 0 && (
        <section className={classes['form']}>
          <p style={{ margin: 0 }}>
            <strong>{t('access.blocked.unsent', { count: unsent })}</strong> {t('access.blocked.handOver')}
          </p>
          <UnlockForm
            label={t('access.blocked.action')}
            onUnlock={onHandOver}
            onDone={({ entries }) => setHanded(entries)}
          />
        </section>
      )}
      {handed === undefined && unsent === 0 && (
        <p className={classes['intro']}>{t('access.blocked.nothing')}</p>
      )}
    </>
  );
}
