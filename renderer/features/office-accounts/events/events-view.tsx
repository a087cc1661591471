import { Button, Select } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import {
  EVENTS_SHOWN,
  type AccountEvents,
} from '../../../../domain/protocol/endpoints/account/account-events.ts';
import { listEvents } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { OPERATION_WORDS } from './operation-words.ts';
import { columnsOf } from '../../../ui/table/features.ts';
import { TableStates } from '../../../ui/table/table-states.tsx';
import { Table } from '../../../ui/table/table.tsx';
import { AccountPerson } from '../people/account-person.tsx';
import { eventDetails } from './event-details.ts';
import { operationObject } from './operation-object.ts';
import classes from '../office-accounts.module.css';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { useAccountNames, type AccountNames } from '../people/use-account-names.ts';

interface EventsViewProps {
  readonly register: Register;
  readonly api: Api;
  /** The account whose operations are shown; those of the school without one. */
  readonly username: string | undefined;
  readonly onUsername: (username: string | undefined) => void;
}

type AccountEvent = AccountEvents['events'][number];
type KnownAct = keyof typeof OPERATION_WORDS;

/** The register of operations, newest first, a page at a time. */
export function EventsView({ register, api, username, onUsername }: EventsViewProps) {
  const { t } = useTranslation();
  const [events, setEvents] = useState<readonly AccountEvent[]>();
  const [failure, setFailure] = useState<ApiFailure>();
  const [hasMore, setHasMore] = useState(false);
  const names = useAccountNames(register, api);

  const load = useCallback(
    async (before: readonly AccountEvent[], isCurrent: () => boolean) => {
      const below = before.at(-1)?.number;
      const answer = await api.ask(listEvents, {
        query: {
          ...(username === undefined ? {} : { username }),
          ...(below === undefined ? {} : { below: String(below) }),
        },
      });
      if (!isCurrent()) return;
      setFailure(answer.ok ? undefined : answer.failure);
      if (!answer.ok) return;
      setEvents([...before, ...answer.value.events]);
      setHasMore(answer.value.events.length === EVENTS_SHOWN);
    },
    [api, username],
  );
  useEffect(() => {
    let isCurrent = true;
    const begin = () => void load([], () => isCurrent);
    begin();
    return () => {
      isCurrent = false;
    };
  }, [load]);
  const always = () => true;

  return (
    <>
      <div className={classes['toolbar']}>
        <div>
          <h2>
            {username === undefined
              ? t('accounts.events.ofSchool')
              : t('accounts.events.ofAccount', { username: names.nameOf(username) ?? username })}
          </h2>
          <p className={classes['muted']}>{t('accounts.events.lead')}</p>
        </div>
        <div className={classes['filters']}>
          <Select
            aria-label={t('accounts.events.search')}
            placeholder={t('accounts.events.search')}
            searchable
            limit={50}
            filter={({ options, search }) =>
              options.filter((each) => !('value' in each) || names.finds(each.value, search))
            }
            nothingFoundMessage={t('accounts.none')}
            w={320}
            data={[...names.choices]}
            value={username ?? null}
            onChange={(value) => onUsername(value ?? undefined)}
          />
          {username !== undefined && (
            <Button variant="subtle" onClick={() => onUsername(undefined)}>
              {t('accounts.events.showAll')}
            </Button>
          )}
        </div>
      </div>
      <TableStates
        data={events}
        failure={
          failure && (
            <OfficeFailure
              failure={failure}
              hasData={events !== undefined}
              onRetry={() => void load([], always)}
            />
          )
        }
      >
        {(loaded) => (
          <EventTable events={loaded} names={names} register={register}>
            {hasMore && (
              <Button variant="subtle" m="xs" onClick={() => void load(loaded, always)}>
                {t('accounts.events.more')}
              </Button>
            )}
          </EventTable>
        )}
      </TableStates>
    </>
  );
}

interface EventTableProps {
  readonly events: readonly AccountEvent[];
  readonly names: AccountNames;
  readonly register: Register;
  readonly children: ReactNode;
}

const make = columnsOf<AccountEvent>();

/** In the order of the register, which shows a page at a time: another one would order only what is on the screen. */
function EventTable(props: EventTableProps) {
  const { events, children } = props;
  const { t } = useTranslation();
  const columns = useEventColumns(props);
  return (
    <Table
      label={t('accounts.events.table')}
      className={classes['scroll']}
      tableClassName={classes['table']}
      rows={events}
      columns={columns}
      rowId={numberOf}
      empty={t('accounts.events.none')}
    >
      {children}
    </Table>
  );
}

/** What the table says of each operation. */
function useEventColumns({ names, register }: Pick<EventTableProps, 'names' | 'register'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const dayText = (text: string) => {
      const day = parseLocalDate(text);
      return day === undefined ? text : format.numericDay(day);
    };
    const heading = (column: 'number' | 'at' | 'username' | 'act' | 'by' | 'details') => ({
      id: column,
      header: t(`accounts.events.${column}`),
    });
    const { identity } = register;
    // Who is at work is known by name, also where nobody could be asked for the accounts.
    const ownName = (username: string | undefined) =>
      username === identity.username ? { fallback: listName(identity) } : {};
    const muted = { className: classes['muted'] };
    return make.columns([
      make.display({
        ...heading('number'),
        meta: muted,
        cell: ({ row }) => format.number(row.original.number),
      }),
      make.display({
        ...heading('at'),
        cell: ({ row }) => format.when(row.original.at, register.now()),
      }),
      make.display({
        ...heading('username'),
        cell: ({ row: { original } }) => {
          const object = operationObject(original);
          if (object === undefined) return <AccountPerson username={original.username} names={names} />;
          const { year } = original.details;
          return t(`accounts.events.object.${object}`, { year: typeof year === 'string' ? year : '' });
        },
      }),
      make.display({
        ...heading('act'),
        meta: { isRowHeader: true },
        cell: ({ row: { original } }) =>
          isKnown(original.act) ? t(`accounts.events.name.${original.act}`) : original.act,
      }),
      make.display({
        ...heading('by'),
        cell: ({ row: { original } }) =>
          original.by === original.username && operationObject(original) === undefined ? (
            t('accounts.events.itself')
          ) : (
            <AccountPerson username={original.by ?? '–'} names={names} {...ownName(original.by)} />
          ),
      }),
      make.display({
        ...heading('details'),
        meta: muted,
        cell: ({ row }) => eventDetails(row.original.details, t, dayText),
      }),
    ]);
  }, [t, format, names, register]);
}

function numberOf({ number }: AccountEvent): string {
  return String(number);
}

function isKnown(act: string): act is KnownAct {
  return Object.hasOwn(OPERATION_WORDS, act);
}
