import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { inScaleOf } from '../../../i18n/scale-texts.ts';
import { describeEntry } from '../../../kinds/telling.ts';
import type { Words } from '../../../kinds/words.ts';
import { refusedText } from '../../../views/failure-text.ts';
import { FailureLine } from './failure-line.tsx';
import { OpenHour } from './open-hour.tsx';
import classes from './sync-centre.module.css';

interface RefusedListProps {
  readonly register: Register;
  readonly refused: readonly JournalEntry[];
  readonly words: Words;
  readonly now: Instant;
  /** Says what was done: the row that had the button is gone. */
  readonly announce: (text: string) => void;
}

/** Entries the school did not take, with the reason in plain words; they stay until the author decides. */
export function RefusedList({ refused, ...props }: RefusedListProps) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  return (
    <section className={classes['card']} data-tone="danger" aria-labelledby="refused-title">
      <h2 id="refused-title" className={classes['heading']}>
        {t('sync.refused.title')}{' '}
        <span className={classes['count']}>{props.words.format.number(refused.length)}</span>
      </h2>
      <p className={classes['explain']}>{t('sync.refused.text')}</p>
      <ul className={classes['entries']}>
        {refused.map((entry) => (
          <RefusedEntry key={entry.entry} {...props} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

interface RefusedEntryProps extends Omit<RefusedListProps, 'refused'> {
  readonly entry: JournalEntry;
}

/** One of them; where this computer cannot do what was chosen, why. */
function RefusedEntry({ register, entry, words, now, announce }: RefusedEntryProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<CommandFailure>();
  const { what, where, place } = describeEntry(entry, words);
  const retry = async () => {
    const result = await register.status.retry(entry.entry);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t(result.value.isLater ? 'sync.refused.retryLater' : 'sync.refused.retrySaid'));
  };
  const discard = async () => {
    const result = await register.status.discard(entry.entry);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t('sync.refused.discardSaid'));
  };
  const askDiscard = () => {
    modals.openConfirmModal({
      title: t('sync.refused.discardTitle'),
      children: `${[what, where].filter((each) => each !== '').join(' · ')}. ${t('sync.refused.discardText')}`,
      labels: { confirm: t('sync.refused.discardConfirm'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void discard(),
    });
  };
  return (
    <li className={classes['withActions']}>
      <div className={classes['body']}>
        <span className={classes['what']}>{what}</span>
        <span className={classes['where']}>{where}</span>
        <span className={classes['when']}>
          {t('common.recordedAt', { when: words.format.when(entry.record.recordedAt, now) })}
          {entry.refusal &&
            ` · ${t('sync.refused.when', { when: words.format.when(entry.refusal.refusedAt, now) })}`}
        </span>
        {entry.refusal && (
          <span className={classes['reason']}>
            {refusedText(entry.refusal, inScaleOf(entry.record, words).t)}
          </span>
        )}
      </div>
      <div className={classes['actions']}>
        <Button size="xs" variant="default" onClick={() => void retry()}>
          {t('sync.refused.retry')}
        </Button>
        {place && <OpenHour place={place} />}
        <Button size="xs" variant="subtle" color="red" onClick={askDiscard}>
          {t('sync.refused.discard')}
        </Button>
        <FailureLine failure={failure} />
      </div>
    </li>
  );
}
