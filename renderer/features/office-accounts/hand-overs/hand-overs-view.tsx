import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeHandOvers } from '../../../../domain/protocol/endpoints/session/hand-over.ts';
import {
  readRestored,
  settleHandOvers,
} from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { allHandOvers } from './all-hand-overs.ts';
import { chosenEntries } from './chosen-entries.ts';
import { deviceNames } from '../people/device-names.ts';
import { HandOverTable } from './hand-over-table.tsx';
import classes from '../office-accounts.module.css';
import type { OfficeRestored } from '../../../../domain/protocol/endpoints/office/office-restored.ts';
import { RestoredSection } from '../restored/restored-section.tsx';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { PersonSearch } from '../people/person-search.tsx';
import { useAccountNames } from '../people/use-account-names.ts';
import { useOfficeData } from '../asked/use-office-data.ts';

/** What came of a decision. */
interface Report {
  /** Whether the entries were to be taken. */
  readonly take: boolean;
  readonly done: number;
  readonly refused: number;
  /** Decided by a colleague at the same moment. */
  readonly settledElsewhere: number;
}

interface HandOversViewProps {
  readonly register: Register;
  readonly api: Api;
}

/** Entries that the owner of a blocked account handed over: the office takes or leaves each (docs/adr/0009); above them, what an older copy lacks. */
export function HandOversView({ register, api }: HandOversViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const { data, failure, reload } = useOfficeData<OfficeHandOvers>(
    useCallback((signal) => allHandOvers(api, signal), [api]),
  );
  const restored = useOfficeData<OfficeRestored>(
    useCallback((signal) => api.ask(readRestored, { signal }), [api]),
  );
  // Both are asked of the same server: one notice says why it does not answer, and asks again for both.
  const failed = failure ?? restored.failure;
  const retry = () => void Promise.all([reload(), restored.reload()]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [report, setReport] = useState<Report>();
  const [typed, setTyped] = useState('');
  const accounts = useAccountNames(register, api);
  const shown = useMemo(
    () => data?.entries.filter(({ username }) => accounts.finds(username, typed)) ?? [],
    [data, accounts, typed],
  );
  const deviceName = useMemo(() => deviceNames(data?.entries.map(({ device }) => device) ?? []), [data]);
  const waiting = shown.filter(({ state }) => state === 'waiting');
  const { now, later } = chosenEntries(shown, chosen);
  const wanted = now.length + later.length;
  const withNumber = (text: string) => (now.length === 0 ? text : `${text} (${format.number(now.length)})`);

  const settle = async (take: boolean) => {
    const result = await attempt.run(() => api.ask(settleHandOvers, { body: { ids: now, take } }));
    if (!result.ok) {
      // What a colleague has decided meanwhile is to be seen.
      await reload();
      return;
    }
    const settledElsewhere = result.value.refused.filter(({ reason }) => reason === 'alreadySettled').length;
    const refused = result.value.refused.length - settledElsewhere;
    setReport({ take, done: result.value.done, refused, settledElsewhere });
    setChosen(new Set(later));
    await reload();
  };

  return (
    <>
      {restored.data && (
        <RestoredSection register={register} api={api} restored={restored.data} onChanged={restored.reload} />
      )}
      <p className={classes['muted']} style={{ margin: 0 }}>
        {t('accounts.handOvers.lead')}
      </p>
      <TableStates
        data={data}
        failure={failed && <OfficeFailure failure={failed} hasData={data !== undefined} onRetry={retry} />}
      >
        {(loaded) => (
          <>
            <FailureNotice attempt={attempt} />
            {report && (
              <Notice tone={report.refused + report.settledElsewhere > 0 ? 'warn' : 'ok'} urgent>
                {(report.done > 0 || report.refused + report.settledElsewhere === 0) &&
                  t(`accounts.handOvers.${report.take ? 'taken' : 'notTaken'}`, {
                    count: report.done,
                    number: format.number(report.done),
                  })}{' '}
                {report.settledElsewhere > 0 &&
                  t('accounts.handOvers.settledElsewhere', { count: report.settledElsewhere })}{' '}
                {report.refused > 0 && t('accounts.handOvers.refused', { count: report.refused })}
              </Notice>
            )}
            <div className={classes['toolbar']}>
              <PersonSearch
                value={typed}
                onChange={(next) => {
                  setTyped(next);
                  // Nobody decides on what is out of sight.
                  setChosen(new Set());
                }}
              />
            </div>
            <div className={classes['selection']} data-active={wanted > 0 || undefined}>
              <span role="status">
                {t('accounts.handOvers.waiting', {
                  count: waiting.length,
                  number: format.number(waiting.length),
                })}
                {wanted > 0 &&
                  ` · ${t('accounts.handOvers.chosen', { count: wanted, number: format.number(wanted) })}`}
              </span>
              <Button
                size="compact-sm"
                disabled={wanted === 0}
                loading={attempt.busy}
                onClick={() => void settle(true)}
              >
                {withNumber(t('accounts.handOvers.take'))}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={wanted === 0}
                onClick={() => void settle(false)}
              >
                {withNumber(t('accounts.handOvers.leave'))}
              </Button>
            </div>
            <HandOverTable
              entries={shown}
              empty={t(loaded.entries.length === 0 ? 'accounts.handOvers.none' : 'accounts.none')}
              register={register}
              accounts={accounts}
              deviceName={deviceName}
              chosen={chosen}
              onChoose={setChosen}
            />
          </>
        )}
      </TableStates>
    </>
  );
}
