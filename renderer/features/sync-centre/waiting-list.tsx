import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconCloudUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge.ts';
import { describeEntry, type Words } from './describe-record.ts';
import classes from './sync-centre.module.css';

interface WaitingListProps {
  readonly waiting: readonly JournalEntry[];
  readonly words: Words;
  readonly now: Instant;
}

/** Entries drawn before the rest is asked for. */
const FIRST = 50;

/** What is safe on this device and has not reached the school yet, newest first. */
export function WaitingList({ waiting, words, now }: WaitingListProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? waiting : waiting.slice(0, FIRST);
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
          <IconCloudUpload size={18} stroke={1.6} aria-hidden="true" /> {t('sync.waiting.empty')}
        </p>
      ) : (
        <ul className={classes['entries']}>
          {shown.map((entry) => {
            const { what, where } = describeEntry(entry, words);
            return (
              <li key={entry.entry}>
                <span className={classes['what']}>{what}</span>
                <span className={classes['where']}>{where}</span>
                <span className={classes['when']}>
                  {t('common.recordedAt', { when: words.format.when(entry.record.recordedAt, now) })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < waiting.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('sync.waiting.more', { count: waiting.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
