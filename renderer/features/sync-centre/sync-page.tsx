import { useTranslation } from 'react-i18next';
import type { FileToSave } from '../../../domain/protocol/bridge/file-to-save.ts';
import type { LostEntries } from '../../../domain/protocol/bridge/unsent-entries.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { useFormat } from '../../i18n/format.ts';
import { LostNotice, type ForgetLost } from '../../ui/notice/lost-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { syncStatus } from '../../views/sync-status.ts';
import { schoolIndex } from '../../views/school.ts';
import { ConflictList } from './entries/conflict-list.tsx';
import type { Words } from '../../kinds/words.ts';
import { RefusedList } from './entries/refused-list.tsx';
import { SyncNotices } from './sync-notices.tsx';
import { columnsOfEntries, toldByColumns } from './view.ts';
import { SyncOverview } from './sync-overview.tsx';
import classes from './entries/sync-centre.module.css';
import { WaitingList } from './entries/waiting-list.tsx';

interface SyncPageProps {
  readonly register: Register;
  /** Saves a file by the system's dialog; answers whether it was written (or the user gave up). */
  readonly onSaveFile: (file: FileToSave) => Promise<'saved' | 'given up' | 'failed'>;
  readonly onSignInAgain: () => void;
  /** Entries of this account that nothing opens any more, where there are any. */
  readonly lost: LostEntries | undefined;
  readonly onForgetLost: ForgetLost;
  /** Entries of this account that only an earlier password opens. */
  readonly setAside: number;
}

/** Everything about what has not reached the school yet, and what the school or a colleague said about it. */
export function SyncPage(props: SyncPageProps) {
  const { register, onSaveFile, onSignInAgain, lost, onForgetLost, setAside } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const status = useView(syncStatus, register);
  const index = useViewValue(schoolIndex, register);
  const told = status.ready ? [...status.value.refused, ...status.value.waiting] : [];
  const column = useViewValue(columnsOfEntries, register, toldByColumns(told));
  const words: Words = { t, format, index, column };
  const now = useClock(register);
  const [region, announce] = useAnnouncer();
  return (
    <div className={classes['page']}>
      {region}
      <header>
        <h1 className={classes['title']}>{t('sync.title')}</h1>
        <p className={classes['intro']}>{t('sync.intro')}</p>
      </header>
      {status.ready && (
        <>
          {lost && <LostNotice lost={lost} onForget={onForgetLost} />}
          {setAside > 0 && (
            <Notice tone="warn" title={t('provider.setAside.count', { count: setAside })}>
              {t('provider.setAside.where')}
            </Notice>
          )}
          <SyncNotices status={status.value} words={words} onSignInAgain={onSignInAgain} />
          <SyncOverview register={register} status={status.value} now={now} onSaveFile={onSaveFile} />
          <RefusedList
            register={register}
            refused={status.value.refused}
            words={words}
            now={now}
            announce={announce}
          />
          <ConflictList
            register={register}
            conflicts={status.value.conflicts}
            words={words}
            now={now}
            announce={announce}
          />
          <WaitingList
            isLooking={status.value.restored?.state === 'looking'}
            waiting={status.value.waiting}
            words={words}
            now={now}
            others={status.value.refused.length + setAside + (lost?.entries ?? 0)}
          />
        </>
      )}
    </div>
  );
}
