import { useLocalStorage } from '@mantine/hooks';
import { IconAlertTriangle, IconHistory, IconKey, IconUserExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { useSession } from '../../data/use-session.ts';
import { useFormat } from '../../i18n/format.ts';
import { HAND_OVERS_PATH, NEVER_ACTIVATED_PATH, OFFICE_ACCOUNTS_PATH, SYNC_PATH } from '../../ui/routes.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { syncStatus } from '../../views/sync-status.ts';
import { NoticeStrip } from './notice-strip.tsx';
import classes from './shell-notices.module.css';
import { useActivationReminder } from './use-activation-reminder.ts';
import { UnwrittenStrip } from './unwritten-strip.tsx';
import { usePutBackNews } from './use-put-back-news.ts';

interface ShellNoticesProps {
  readonly register: Register;
  readonly api: Api;
}

const ALERT = <IconAlertTriangle size={16} stroke={1.8} />;
/** The pages that say at length what a strip says in short. */
const SAYS_REMINDER = new Set([OFFICE_ACCOUNTS_PATH, NEVER_ACTIVATED_PATH]);

/** States of the whole program that the user should know of on every page: one line each, the class keeps its room. */
export function ShellNotices({ register, api }: ShellNoticesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession((state) => state.session);
  const status = useViewValue(syncStatus, register);
  const [read, setRead] = useLocalStorage({
    key: 'campanella.keychain-notice-read',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const reminder = useActivationReminder(register, api);
  const putBack = usePutBackNews(register, api);
  const [location] = useLocation();
  const shown = location === SYNC_PATH ? undefined : status;
  const forgetful = session?.kind === 'open' && !session.remembered && !read;
  return (
    <div className={classes['notices']}>
      {shown?.diskFull && <NoticeStrip tone="danger" text={t('shell.diskFull')} icon={ALERT} />}
      {shown?.updateRequired && <NoticeStrip tone="warn" text={t('shell.updateRequired')} icon={ALERT} />}
      {forgetful && (
        <NoticeStrip tone="info" text={t('shell.forgetful.text')} icon={<IconKey size={16} stroke={1.8} />}>
          <button type="button" className={classes['action']} onClick={() => setRead(true)}>
            {t('shell.forgetful.read')}
          </button>
        </NoticeStrip>
      )}
      {putBack && (
        <NoticeStrip
          tone="warn"
          text={
            putBack.missing > 0
              ? t('shell.putBack.missing', { count: putBack.missing, number: format.number(putBack.missing) })
              : t(putBack.sending > 0 ? 'shell.putBack.sending' : 'shell.putBack.ended', {
                  count: putBack.sending,
                  number: format.number(putBack.sending),
                })
          }
          icon={<IconHistory size={16} stroke={1.8} />}
        >
          <Link className={classes['action'] ?? ''} href={HAND_OVERS_PATH}>
            {t('shell.putBack.show')}
          </Link>
          {putBack.dismiss && (
            <button type="button" className={classes['action']} onClick={putBack.dismiss}>
              {t('shell.putBack.dismiss')}
            </button>
          )}
        </NoticeStrip>
      )}
      <UnwrittenStrip register={register} />
      {reminder && !SAYS_REMINDER.has(location) && (
        <NoticeStrip
          tone="warn"
          text={t('shell.reminder.text', { count: reminder.count, number: format.number(reminder.count) })}
          icon={<IconUserExclamation size={16} stroke={1.8} />}
        >
          <Link className={classes['action'] ?? ''} href={NEVER_ACTIVATED_PATH}>
            {t('shell.reminder.show')}
          </Link>
          <button type="button" className={classes['action']} onClick={reminder.dismiss}>
            {t('shell.reminder.dismiss')}
          </button>
        </NoticeStrip>
      )}
    </div>
  );
}
