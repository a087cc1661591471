import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import type { SessionState } from '../../../domain/protocol/bridge/session-state.ts';
import type { SignInFailure } from '../../../domain/protocol/bridge/act-failures.ts';
import type { LostEntries } from '../../../domain/protocol/bridge/unsent-entries.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { describeAccount } from '../../i18n/describe-account.ts';
import { BellMark } from '../../ui/marks/bell-mark.tsx';
import { Initials } from '../../ui/marks/initials.tsx';
import { LostNotice } from '../../ui/notice/lost-notice.tsx';
import classes from './frame/door.module.css';
import type { HandOver, Unlock } from './verbs/door-verbs.ts';
import { BlockedPanel, type BlockedAccount } from './blocked/blocked-panel.tsx';
import { PinForm } from './unlock/pin-form.tsx';
import type { ProviderVerbs } from './verbs/provider-verbs.ts';
import { UnlockForm } from './unlock/unlock-form.tsx';

interface LockPageProps {
  readonly session: Extract<SessionState, { readonly kind: 'locked' }>;
  readonly school: InstalledSchool;
  /** The account as this device has it. */
  readonly account: BlockedAccount;
  /** Entries of the account that nothing opens any more, where there are any. */
  readonly lost: LostEntries | undefined;
  readonly provider: ProviderVerbs;
  readonly onUnlock: (password: string) => Promise<Result<unknown, SignInFailure>>;
  readonly onPin: Unlock;
  readonly onHandOver: HandOver;
  /** Leads to the ways into this account. */
  readonly onReopened: () => void;
  /** Leads to the form for a forgotten password, or to what stands in its place for this account. */
  readonly onForgotten: () => void;
  readonly onOtherAccount: () => void;
}

/** Stands in place of the register while it is locked: nothing of it is drawn behind. */
export function LockPage({
  session,
  school,
  account,
  lost,
  provider,
  onUnlock,
  onPin,
  onHandOver,
  onReopened,
  onForgotten,
  onOtherAccount,
}: LockPageProps) {
  const { t } = useTranslation();
  const { identity, reason } = session;
  const [byPassword, setByPassword] = useState(false);
  const byPin = session.pin && !byPassword;
  return (
    <main className={classes['lock']}>
      <div className={classes['lockCard']}>
        <p className={classes['product']} style={{ color: 'var(--cp-brand)' }}>
          <BellMark size={24} />
          {t('common.productName')}
        </p>
        <header className={classes['person']}>
          <Initials surname={identity.surname} givenName={identity.givenName} size={52} />
          <div>
            <h1 className={classes['heading']} style={{ fontSize: '1.25rem' }}>
              {identity.givenName} {identity.surname}
            </h1>
            <p className={classes['intro']}>
              {describeAccount(identity, t)} · {identity.schoolName}
            </p>
          </div>
        </header>
        {lost && <LostNotice lost={lost} />}
        {reason === 'blocked' ? (
          <BlockedPanel
            school={school}
            account={account}
            provider={provider}
            onHandOver={onHandOver}
            onReopened={onReopened}
          />
        ) : (
          <>
            <p style={{ margin: 0 }}>
              <strong>{t('door.locked.title')}.</strong> {t(`door.locked.${reason}`)}
            </p>
            {byPin ? (
              <PinForm onUnlock={onPin} />
            ) : (
              <UnlockForm label={t('door.unlock')} withForgotten onUnlock={onUnlock} />
            )}
            {session.pin && (
              <Button variant="subtle" size="compact-sm" onClick={() => setByPassword(byPin)}>
                {t(byPin ? 'door.pin.usePassword' : 'door.pin.usePin')}
              </Button>
            )}
            <Button variant="subtle" size="compact-sm" onClick={onForgotten}>
              {t('door.forgotten')}
            </Button>
          </>
        )}
        <Button variant="subtle" size="compact-sm" onClick={onOtherAccount}>
          {t('door.otherAccount')}
        </Button>
      </div>
    </main>
  );
}
