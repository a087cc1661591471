import { Button, Checkbox, Loader } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant, type Instant } from '../../../../domain/base/ids.ts';
import {
  HAND_OVER_LIMIT,
  type OfficeHandOvers,
} from '../../../../domain/protocol/endpoints/session/hand-over.ts';
import type { OfficeApi } from '../../../data/api/office-api.ts';
import type { Directory, Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useLive } from '../../../ui/use-live.ts';
import { AccountPerson } from '../people/account-person.tsx';
import { deviceNames } from './device-names.ts';
import { handedOverText } from '../../../kinds/registry.ts';
import { refusalText } from './hand-over-text.ts';
import classes from '../office-accounts.module.css';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { PersonSearch } from '../people/person-search.tsx';
import { useAccountNames, type AccountNames } from '../people/use-account-names.ts';
import { useOfficeData } from '../asked/use-office-data.ts';
import whole from '../people/whole-texts.module.css';
import { toggled } from '../people/toggled.ts';

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
  readonly api: OfficeApi;
}

type Entry = OfficeHandOvers['entries'][number];

const TONES: Readonly<Record<Entry['state'], ChipTone>> = { waiting: 'now', taken: 'ok', left: 'neutral' };

/** Entries that the owner of a blocked account handed over: the office takes or leaves each (docs/adr/0009). */
export function HandOversView({ register, api }: HandOversViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const { data, failure, reload } = useOfficeData<OfficeHandOvers>(
    useCallback((signal) => api.handOvers(signal), [api]),
  );
  const live = useLive(useMemo(() => register.directory(), [register]));
  const names = live.ready ? live.value : undefined;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [report, setReport] = useState<Report>();
  const [typed, setTyped] = useState('');
  const accounts = useAccountNames(register, api);
  const shown = data?.entries.filter(({ username }) => accounts.finds(username, typed)) ?? [];
  const waiting = shown.filter(({ state }) => state === 'waiting');
  const deviceName = deviceNames(data?.entries.map(({ device }) => device) ?? []);

  const settle = async (take: boolean) => {
    const ids = [...chosen].slice(0, HAND_OVER_LIMIT);
    const result = await attempt.run(() => api.settleHandOvers({ ids, take }));
    if (!result.ok) {
      // What a colleague has decided meanwhile is to be seen.
      await reload();
      return;
    }
    const settledElsewhere = result.value.refused.filter(({ reason }) => reason === 'alreadySettled').length;
    const refused = result.value.refused.length - settledElsewhere;
    setReport({ take, done: result.value.done, refused, settledElsewhere });
    setChosen(new Set());
    await reload();
  };
  const toggle = (id: string) => setChosen(toggled(chosen, id));

  return (
    <>
      <p className={classes['muted']} style={{ margin: 0 }}>
        {t('accounts.handOvers.lead')}
      </p>
      {failure && (
        <OfficeFailure failure={failure} hasData={data !== undefined} onRetry={() => void reload()} />
      )}
      {!data && !failure && <Loader size="sm" />}
      {data && (
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
          <div className={classes['selection']} data-active={chosen.size > 0 || undefined}>
            <span role="status">
              {t('accounts.handOvers.waiting', {
                count: waiting.length,
                number: format.number(waiting.length),
              })}
            </span>
            <Button
              size="compact-sm"
              disabled={chosen.size === 0}
              loading={attempt.busy}
              onClick={() => void settle(true)}
            >
              {t('accounts.handOvers.take')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={chosen.size === 0}
              onClick={() => void settle(false)}
            >
              {t('accounts.handOvers.leave')}
            </Button>
          </div>
          <ScrollRegion className={classes['scroll']} label={t('accounts.handOvers.table')}>
            <table className={classes['table']} aria-label={t('accounts.handOvers.table')}>
              <thead>
                <tr>
                  <th scope="col" className={classes['check']}>
                    <Checkbox
                      size="xs"
                      aria-label={t('accounts.selectAll')}
                      checked={waiting.length > 0 && waiting.every(({ id }) => chosen.has(id))}
                      onChange={(event) =>
                        setChosen(new Set(event.currentTarget.checked ? waiting.map(({ id }) => id) : []))
                      }
                    />
                  </th>
                  {(['author', 'entry', 'device', 'handedOver', 'state'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`accounts.handOvers.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((entry) => (
                  <EntryRow
                    key={entry.id}
                    entry={entry}
                    names={names}
                    accounts={accounts}
                    device={deviceName(entry.device)}
                    now={register.now()}
                    isChosen={chosen.has(entry.id)}
                    onToggle={() => toggle(entry.id)}
                  />
                ))}
              </tbody>
            </table>
            {shown.length === 0 && (
              <p className={classes['nothing']}>
                {t(data.entries.length === 0 ? 'accounts.handOvers.none' : 'accounts.none')}
              </p>
            )}
          </ScrollRegion>
        </>
      )}
    </>
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly names: Directory | undefined;
  readonly accounts: AccountNames;
  readonly device: string;
  readonly now: Instant;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function EntryRow({ entry, names, accounts, device, now, isChosen, onToggle }: EntryRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { collection, state, refusal } = entry;
  const { place, said } = handedOverText(entry.record, { t, format, directory: names });
  const where = [t(`profile.devices.collection.${collection}`), place]
    .filter((part) => part !== '')
    .join(' · ');
  const written = Date.parse(entry.recordedAt ?? '');
  // What the device says, unchecked: it may be no time at all.
  const recordedAt = Number.isNaN(written) ? entry.recordedAt : format.when(toInstant(written), now);
  return (
    <tr data-selected={isChosen || undefined}>
      <td className={classes['check']}>
        {state === 'waiting' && (
          <Checkbox
            size="xs"
            aria-label={t('accounts.selectOne', { name: [entry.name, where, ...said].join(', ') })}
            checked={isChosen}
            onChange={onToggle}
          />
        )}
      </td>
      <th scope="row">
        <AccountPerson username={entry.username} names={accounts} fallback={entry.name} />
      </th>
      <td>
        <span>{where}</span>
        <ul className={whole['said']}>
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {recordedAt !== undefined && <small>{t('accounts.handOvers.written', { when: recordedAt })}</small>}
        {refusal !== undefined && <small className={classes['error']}>{refusalText(refusal, t)}</small>}
      </td>
      <td>{device}</td>
      <td>{format.when(entry.handedOverAt, now)}</td>
      <td>
        <Chip tone={TONES[state]}>{t(`accounts.handOvers.stateText.${state}`)}</Chip>
      </td>
    </tr>
  );
}
