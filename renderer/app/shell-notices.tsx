import { useLocalStorage } from '@mantine/hooks';
import { IconAlertTriangle, IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SyncStatus } from '../data/register.ts';
import { useSession } from '../data/use-session.ts';
import { SYNC_PATH } from '../ui/routes.ts';
import classes from './shell-notices.module.css';

/** States of the whole program that the user should know of on every page: one line each, the class keeps its room. */
export function ShellNotices({ status }: { readonly status: SyncStatus | undefined }) {
  const { t } = useTranslation();
  const session = useSession((state) => state.session);
  const [read, setRead] = useLocalStorage({
    key: 'campanella.keychain-notice-read',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [location] = useLocation();
  // The synchronisation page says the same at length.
  const shown = location === SYNC_PATH ? undefined : status;
  const forgetful = session?.kind === 'open' && !session.remembered && !read;
  if (!forgetful && !shown?.updateRequired && !shown?.diskFull) return null;
  return (
    <div className={classes['notices']}>
      {shown?.diskFull && (
        <Strip tone="danger" text={t('shell.diskFull')} icon={<IconAlertTriangle size={16} stroke={1.8} />} />
      )}
      {shown?.updateRequired && (
        <Strip
          tone="warn"
          text={t('shell.updateRequired')}
          icon={<IconAlertTriangle size={16} stroke={1.8} />}
        />
      )}
      {forgetful && (
        <Strip tone="info" text={t('shell.forgetful.text')} icon={<IconKey size={16} stroke={1.8} />}>
          <button type="button" className={classes['read']} onClick={() => setRead(true)}>
            {t('shell.forgetful.read')}
          </button>
        </Strip>
      )}
    </div>
  );
}

interface StripProps {
  readonly tone: 'info' | 'warn' | 'danger';
  readonly text: string;
  readonly icon: ReactNode;
  readonly children?: ReactNode;
}

function Strip({ tone, text, icon, children }: StripProps) {
  return (
    <div className={classes['strip']} data-tone={tone}>
      <span className={classes['icon']} aria-hidden="true">
        {icon}
      </span>
      <span className={classes['text']} title={text}>
        {text}
      </span>
      {children}
    </div>
  );
}
