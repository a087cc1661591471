import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { describeEntry } from '../../../kinds/telling.ts';
import type { Words } from '../../../kinds/words.ts';
import { groupByRecord } from './group-by-record.ts';
import classes from './sync-centre.module.css';

interface WaitingListProps {
  readonly waiting: readonly JournalEntry[];
  readonly words: Words;
  readonly now: Instant;
  /** It is not known yet what the school's store lacks: nobody can say that nothing waits. */
  readonly isLooking: boolean;
  /** Entries that are not among these and have not arrived either: nobody says then that all has. */
  readonly others: number;
}

/** Entries drawn before the rest is asked for. */
const FIRST = 50;

/** What is safe on this device and has not reached the school yet, newest first, one row for each record. */
export function WaitingList({ waiting, words, now, isLooking, others }: WaitingListProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const groups = groupByRecord(waiting);
  const shown = all ? groups : groups.slice(0, FIRST);
  return (
    <section className={classes['card']} aria-labelledby="waiting-title">
      <h2 id="waiting-title" className={classes['heading']}>
        {t('sync.waiting.title')}
        {waiting.length > 0 && (
          <span className={classes['count']}>{words.format.number(waiting.length)}</span>
        )}
      </h2>
      {waiting.length === 0 ? (
        <p className={classes['calm']}>
          <IconCloudUpload size={18} stroke={1.6} aria-hidden="true" /> {t(emptyText({ isLooking, others }))}
        </p>
      ) : (
        <ul className={classes['entries']}>
          {shown.map(({ newest, count }) => {
            const { what, where } = describeEntry(newest, words);
            const when = words.format.when(newest.record.recordedAt, now);
            return (
              <li key={`${newest.collection}/${newest.record.id}`}>
                <span className={classes['what']}>{what}</span>
                <span className={classes['where']}>{where}</span>
                <span className={classes['when']}>
                  {count === 1
                    ? t('common.recordedAt', { when })
                    : t('sync.waiting.several', { count, when })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < groups.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('sync.waiting.more', { count: groups.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** What stands where nothing waits: that all has arrived only where that is known. */
function emptyText({ isLooking, others }: Pick<WaitingListProps, 'isLooking' | 'others'>) {
  if (isLooking) return 'shell.state.lookingText';
  return others === 0 ? 'sync.waiting.empty' : 'sync.waiting.none';
}
