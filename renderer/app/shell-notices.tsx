import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../data/register.ts';
import { useSession } from '../data/use-session.ts';
import { Notice } from '../ui/notice.tsx';
import classes from './shell.module.css';

/** States of the whole program that the user should know of on every page. */
export function ShellNotices({ status }: { readonly status: SyncStatus | undefined }) {
  const { t } = useTranslation();
  const session = useSession((state) => state.session);
  const [dismissed, setDismissed] = useState(false);
  const forgetful = session?.kind === 'open' && !session.remembered && !dismissed;
  if (!forgetful && !status?.updateRequired && !status?.diskFull) return null;
  return (
    <div className={classes['notices']}>
      {status?.diskFull && <Notice tone="danger">{t('shell.diskFull')}</Notice>}
      {status?.updateRequired && <Notice tone="warn">{t('shell.updateRequired')}</Notice>}
      {forgetful && (
        <Notice tone="info" onClose={() => setDismissed(true)} closeLabel={t('shell.dismiss')}>
          {t('shell.notRemembered')}
        </Notice>
      )}
    </div>
  );
}
