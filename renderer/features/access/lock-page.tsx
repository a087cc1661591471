import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../domain/protocol/bridge.ts';
import { BellMark } from '../../ui/bell-mark.tsx';
import { Initials } from '../../ui/initials.tsx';
import classes from './access.module.css';
import { UnlockForm } from './unlock-form.tsx';
import type { AttemptResult } from './use-attempt.ts';

interface LockPageProps {
  readonly session: Extract<SessionState, { readonly kind: 'locked' }>;
  readonly onUnlock: (password: string) => Promise<AttemptResult>;
  readonly onOtherAccount: () => void;
}

/** Stands in place of the register while it is locked: nothing of it is drawn behind. */
export function LockPage({ session, onUnlock, onOtherAccount }: LockPageProps) {
  const { t } = useTranslation();
  const { identity, reason } = session;
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
            <p className={classes['intro']}>{identity.schoolName}</p>
          </div>
        </header>
        <p style={{ margin: 0 }}>
          <strong>{t('access.locked.title')}.</strong> {t(`access.locked.${reason}`)}
        </p>
        <UnlockForm label={t('access.unlock')} onUnlock={onUnlock} />
        <Button variant="subtle" onClick={onOtherAccount}>
          {t('access.otherAccount')}
        </Button>
      </div>
    </main>
  );
}
