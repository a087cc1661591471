import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { Register } from '../../../data/register.ts';
import type { CommandFailure, CommandResult } from '../../../data/commands/outcome.ts';
import { noticeActsOf } from '../../../kinds/registry.ts';
import { doBothStand, fieldText } from '../../../kinds/telling.ts';
import { markConflictSeen } from '../../../kinds/conflict-notice/commands.ts';
import { columnsTold } from '../view.ts';
import { conflictValue, standsAgain } from './conflict-value.ts';
import { placeText, pupilName, type Words } from '../../../kinds/words.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { FailureLine } from './failure-line.tsx';
import { OpenHour } from './open-hour.tsx';
import classes from './sync-centre.module.css';
import { TwoClasses } from './two-classes.tsx';

interface ConflictListProps {
  readonly register: Register;
  readonly conflicts: readonly ConflictNotice[];
  readonly words: Words;
  readonly now: Instant;
  /** Says what was done: the row that had the button is gone. */
  readonly announce: (text: string) => void;
}

/** Values of mine that a colleague's entry overruled: what I wrote, what stands, by whom, and both times. */
export function ConflictList({ register, conflicts, words, now, announce }: ConflictListProps) {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  return (
    <section className={classes['card']} data-tone="warn" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title" className={classes['heading']}>
        {t('sync.conflicts.title')}{' '}
        <span className={classes['count']}>{words.format.number(conflicts.length)}</span>
      </h2>
      {conflicts.some(isOverruled) && <p className={classes['explain']}>{t('sync.conflicts.text')}</p>}
      <ul className={classes['entries']}>
        {conflicts.map((notice) => (
          <Conflict
            key={notice.id}
            register={register}
            notice={notice}
            words={words}
            now={now}
            announce={announce}
          />
        ))}
      </ul>
    </section>
  );
}

/** Whether something does not stand as it was written: of two signatures that do not go together both stand (D17). */
function isOverruled(notice: ConflictNotice): boolean {
  const { recordKind, field, otherClass, won } = notice;
  return otherClass === undefined && won !== true && !doBothStand(recordKind, field) && !standsAgain(notice);
}

/** Whose value it is that does not stand. */
function lostSide({ ofRoll, won }: ConflictNotice) {
  if (won === true) return 'sync.conflicts.theirs';
  return ofRoll === true ? 'sync.conflicts.roll' : 'sync.conflicts.mine';
}

function keptSide(notice: ConflictNotice) {
  if (notice.won === true) return 'sync.conflicts.mineStands';
  if (standsAgain(notice)) return 'sync.conflicts.again';
  return isOverruled(notice) ? 'sync.conflicts.stands' : 'sync.conflicts.bothStand';
}

interface ConflictProps {
  readonly register: Register;
  readonly notice: ConflictNotice;
  readonly words: Words;
  readonly now: Instant;
  /** Says what was done: the row that had the button is gone. */
  readonly announce: (text: string) => void;
}

function Conflict({ register, notice, words, now, announce }: ConflictProps) {
  const { t } = useTranslation();
  const { format, index } = words;
  const author = index?.person(notice.keptAuthor);
  const name = author ? listName(author) : t('common.somebody');
  const { day, class: schoolClass, hour, pupil } = notice;
  const column = useViewValue(columnsTold, register, notice.recordKind, schoolClass);
  const [failure, setFailure] = useState<CommandFailure>();
  const told = { ...words, column };
  const { putBack, inTwoClasses } = noticeActsOf(notice.recordKind);
  if (notice.otherClass !== undefined && inTwoClasses)
    return (
      <TwoClasses
        register={register}
        notice={notice}
        words={words}
        announce={announce}
        inTwoClasses={inTwoClasses}
      />
    );
  const seen = async () => {
    const result = await markConflictSeen(register, notice);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t('sync.conflicts.seenSaid'));
  };
  const again = standsAgain(notice) ? undefined : putBack?.(notice);
  return (
    <li className={classes['withActions']}>
      <div className={classes['body']}>
        <span className={classes['what']}>
          {fieldText(notice.recordKind, notice.field, told, notice.record)}
          {pupil !== undefined && ` · ${pupilName(words, pupil)}`}
        </span>
        <span className={classes['where']}>{placeText(words, schoolClass, day, hour)}</span>
        <dl className={classes['sides']}>
          <div>
            <dt>{t(lostSide(notice))}</dt>
            <dd>
              {conflictValue(notice, notice.lost, told)}
              <span className={classes['when']}>
                {t(notice.won === true ? 'sync.conflicts.by' : 'sync.conflicts.byMe', {
                  name,
                  when: format.when(notice.lostRecordedAt, now),
                })}
              </span>
            </dd>
          </div>
          <div>
            <dt>{t(keptSide(notice))}</dt>
            <dd>
              <strong>{conflictValue(notice, notice.kept, told)}</strong>
              <span className={classes['when']}>
                {t(notice.won === true ? 'sync.conflicts.byMe' : 'sync.conflicts.by', {
                  name,
                  when: format.when(notice.keptRecordedAt, now),
                })}
              </span>
            </dd>
          </div>
        </dl>
      </div>
      <div className={classes['actions']}>
        <Button size="xs" variant="default" onClick={() => void seen()}>
          {t('sync.conflicts.seen')}
        </Button>
        {day !== undefined && schoolClass !== undefined && hour !== undefined && (
          <OpenHour place={{ day, schoolClass, hour }} {...(pupil === undefined ? {} : { pupil })} />
        )}
        {again && <PutBack run={() => again(register)} announce={announce} />}
        <FailureLine failure={failure} />
      </div>
    </li>
  );
}

interface PutBackProps {
  readonly run: () => Promise<CommandResult>;
  readonly announce: ConflictProps['announce'];
}

/** Writes the lost value again as before; what cannot be written stays, with the reason. */
function PutBack({ run, announce }: PutBackProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<CommandFailure>();
  const putBack = async () => {
    const result = await run();
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) announce(t('sync.conflicts.putBackSaid'));
  };
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => void putBack()}>
        {t('sync.conflicts.putBack')}
      </Button>
      <FailureLine failure={failure} />
    </>
  );
}
