import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SyncStatus } from '../data/register.ts';
import { useSession } from '../data/use-session.ts';
import { Notice } from '../ui/notice.tsx';
import { SYNC_PATH } from '../ui/routes.ts';
import classes from './shell.module.css';

/** States of the whole program that the user should know of on every page. */
export function ShellNotices({ status }: { readonly status: SyncStatus | undefined }) {
  const { t } = useTranslation();
  const session = useSession((state) => state.session);
  const [dismissed, setDismissed] = useState(false);
  const [location] = useLocation();
  // The synchronisation page says the same at length.
  const shown = location === SYNC_PATH ? undefined : status;
  const forgetful = session?.kind === 'open' && !session.remembered && !dismissed;
  if (!forgetful && !shown?.updateRequired && !shown?.diskFull) return null;
  return (
    <div className={classes['notices']}>
      {shown?.diskFull && <Notice tone="danger">{t('shell.diskFull')}</Notice>}
      {shown?.updateRequired && <Notice tone="warn">{t('shell.updateRequired')}</Notice>}
      {forgetful && (
        <Notice tone="info" onClose={() => setDismissed(true)} closeLabel={t('shell.dismiss')}>
          {t('shell.notRemembered')}
        </Notice>
      )}
    </div>
  );
}
