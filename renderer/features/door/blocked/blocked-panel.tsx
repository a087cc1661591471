import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { OfficeContacts } from '../../../ui/office-contacts.tsx';
import classes from '../frame/door.module.css';
import type { HandOver } from '../verbs/door-verbs.ts';
import { HandOverByPassword } from './hand-over-by-password.tsx';
import { HandOverByProvider } from './hand-over-by-provider.tsx';
import type { ProviderVerbs } from '../verbs/provider-verbs.ts';

/** What the panel has to know of an account. */
export type BlockedAccount = Pick<DeviceAccount, 'identity' | 'unsent' | 'setAside' | 'byProvider'>;

interface BlockedPanelProps {
  /** The installed school: its office is to be called, where the account is one of its own. */
  readonly school: InstalledSchool;
  readonly account: BlockedAccount;
  readonly provider: ProviderVerbs;
  readonly onHandOver: HandOver;
  /** Goes to the ways in: the office may have opened the account again. */
  readonly onReopened: () => void;
}

/** What somebody sees whose account the office has closed: why, whom to call, and what becomes of unsent entries (ADR 9). */
export function BlockedPanel(props: BlockedPanelProps) {
  const { school, account, provider, onHandOver, onReopened } = props;
  const { t } = useTranslation();
  const [handed, setHanded] = useState<number>();
  /** How often something was handed over: each time is told anew. */
  const [round, setRound] = useState(0);
  const [isUnderWay, setUnderWay] = useState(false);
  const done = (entries: number) => {
    setHanded(entries);
    setRound((before) => before + 1);
  };
  const { unsent, byProvider, setAside = 0 } = account;
  const { school: ofSchool, username } = account.identity;
  const only = { school: ofSchool, username };
  // Where no field takes the focus, it is where the news is.
  const isFirst = unsent === 0 || (byProvider === true && handed === undefined);

  return (
    <>
      {handed !== undefined && (
        <News key={round} isFirst={isFirst}>
          <Notice tone={handed > 0 ? 'ok' : 'warn'} urgent>
            {handed > 0 ? t('door.blocked.done', { count: handed }) : t('door.blocked.noneByThis')}
          </Notice>
        </News>
      )}
      {/* Beside the browser, what is to be done is to be seen whole. */}
      {handed === undefined && !isUnderWay && (
        <News isFirst={isFirst}>
          <Notice tone="danger" title={t('door.blocked.title')} urgent>
            {t('door.blocked.text')}
          </Notice>
        </News>
      )}
      {/* Whom to call: where the office is says nothing here. */}
      {ofSchool === school.school && !isUnderWay && <OfficeContacts contacts={{ ...school, address: '' }} />}
      {unsent > 0 && (
        <section className={classes['form']}>
          <p style={{ margin: 0 }}>
            <strong>{t('door.blocked.unsent', { count: unsent })}</strong>{' '}
            {!byProvider && t('door.blocked.handOver')}{' '}
            {setAside > 0 &&
              t(byProvider ? 'door.blocked.setAside' : 'door.blocked.setAsideToo', {
                count: setAside,
              })}
          </p>
          {byProvider ? (
            <HandOverByProvider
              only={only}
              provider={provider}
              onHandOver={onHandOver}
              onBegun={() => setUnderWay(true)}
              onDone={done}
            />
          ) : (
            <HandOverByPassword
              key={round}
              only={only}
              hasEarlier={setAside > 0}
              onHandOver={onHandOver}
              onDone={done}
            />
          )}
        </section>
      )}
      {handed === undefined && unsent === 0 && (
        <p className={classes['intro']}>{t('door.blocked.nothing')}</p>
      )}
      <Button variant="subtle" size="compact-sm" onClick={onReopened}>
        {t('door.blocked.reopened')}
      </Button>
    </>
  );
}

interface NewsProps {
  /** Whether it takes the focus when it appears. */
  readonly isFirst: boolean;
  readonly children: ReactNode;
}

function News({ isFirst, children }: NewsProps) {
  const news = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFirst) news.current?.focus();
  }, [isFirst]);
  return (
    <div ref={news} tabIndex={-1} className={classes['news']}>
      {children}
    </div>
  );
}
