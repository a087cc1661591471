import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { OfficeAccount } from '../../../../domain/protocol/office-accounts.ts';
import type { OfficeApi } from '../../../data/api/office-api.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { peopleWithChanges, type PersonWithChange } from './people-with-changes.ts';

interface RecordChangesProps {
  readonly accounts: readonly OfficeAccount[];
  readonly api: OfficeApi;
  readonly onChanged: () => void;
}

/** So many are listed: after an import there may be hundreds. */
const SHOWN = 20;

/** Fiscal codes and addresses that were changed of people who use an account: a second person confirms them, one by one. */
export function RecordChanges({ accounts, api, onChanged }: RecordChangesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [overtaken, setOvertaken] = useState(false);
  const people = peopleWithChanges(accounts);
  if (people.length === 0) return null;

  const shown = people.slice(0, SHOWN);
  // Nobody confirms what they have not seen: those beyond the list come when these are done.
  const ofOthers = shown.filter(({ change }) => !change.own);
  const confirm = async (chosen: readonly PersonWithChange[]) => {
    const seen = chosen.map(({ username, change }) => ({ username, digest: change.digest ?? '' }));
    const result = await attempt.run(() => api.confirmRecord(seen));
    if (!result.ok) return;
    setOvertaken(result.value.skipped.some(({ reason }) => reason === 'changed'));
    onChanged();
  };
  const dayOf = ({ change }: PersonWithChange) => format.numericDay(dayOfInstant(change.at));
  return (
    <div data-changes="">
      <FailureNotice attempt={attempt} />
      {overtaken && <Notice tone="warn" title={t('accounts.record.changed')} urgent />}
      <Notice
        tone="warn"
        action={
          ofOthers.length > 1 && (
            <Button
              size="compact-sm"
              variant="default"
              loading={attempt.busy}
              onClick={() => void confirm(ofOthers)}
            >
              {t('accounts.record.confirmAll', {
                count: ofOthers.length,
                number: format.number(ofOthers.length),
              })}
            </Button>
          )
        }
        title={t('accounts.record.title', { count: people.length, number: format.number(people.length) })}
      >
        <p>{t('accounts.record.text')}</p>
        <ul>
          {shown.map((person) => {
            const { username, name, change } = person;
            const news = [change.fiscalCode, ...change.emails]
              .filter((value) => value !== undefined)
              .join(', ');
            return (
              <li key={username}>
                <strong>{name}</strong> ({username}): {news}.{' '}
                {t('accounts.record.by', {
                  name: change.by ?? t('accounts.record.operator'),
                  day: dayOf(person),
                })}{' '}
                {change.own ? (
                  t('accounts.record.own')
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={attempt.busy}
                    aria-label={t('accounts.record.confirmName', { name })}
                    onClick={() => void confirm([person])}
                  >
                    {t('accounts.record.confirm')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        {people.length > SHOWN && (
          <p>
            {t('accounts.record.more', {
              count: people.length - SHOWN,
              number: format.number(people.length - SHOWN),
            })}
          </p>
        )}
      </Notice>
    </div>
  );
}
