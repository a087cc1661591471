import { Button, Loader, Select } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import {
  EVENTS_SHOWN,
  type AccountEvents,
} from '../../../../domain/protocol/endpoints/account/account-events.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import type { OfficeApi } from '../../../data/api/office-api.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { OPERATION_NAMES } from './operation-names.it.ts';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { AccountPerson } from '../people/account-person.tsx';
import { eventDetails } from './event-details.ts';
import classes from '../office-accounts.module.css';
import { OfficeFailure } from '../asked/office-failure.tsx';
import { useAccountNames, type AccountNames } from '../people/use-account-names.ts';

interface EventsViewProps {
  readonly register: Register;
  readonly api: OfficeApi;
  /** The account whose operations are shown; those of the school without one. */
  readonly username: string | undefined;
  readonly onUsername: (username: string | undefined) => void;
}

type AccountEvent = AccountEvents['events'][number];
type KnownAct = keyof typeof OPERATION_NAMES;

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
      const answer = await api.events({
        ...(username === undefined ? {} : { username }),
        ...(below === undefined ? {} : { below }),
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
      {failure && (
        <OfficeFailure
          failure={failure}
          hasData={events !== undefined}
          onRetry={() => void load([], always)}
        />
      )}
      {!events && !failure && <Loader size="sm" />}
      {events && (
        <ScrollRegion className={classes['scroll']} label={t('accounts.events.table')}>
          <EventTable events={events} names={names} register={register} />
          {hasMore && (
            <Button variant="subtle" m="xs" onClick={() => void load(events, always)}>
              {t('accounts.events.more')}
            </Button>
          )}
        </ScrollRegion>
      )}
    </>
  );
}

function EventTable({
  events,
  names,
  register,
}: {
  readonly events: readonly AccountEvent[];
  readonly names: AccountNames;
  readonly register: Register;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = register.now();
  const dayText = (text: string) => {
    const day = parseLocalDate(text);
    return day === undefined ? text : format.numericDay(day);
  };
  if (events.length === 0) return <p className={classes['nothing']}>{t('accounts.events.none')}</p>;
  return (
    <table className={classes['table']} aria-label={t('accounts.events.table')}>
      <thead>
        <tr>
          {(['number', 'at', 'username', 'act', 'by', 'details'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`accounts.events.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.number}>
            <td className={classes['muted']}>{format.number(event.number)}</td>
            <td>{format.when(event.at, now)}</td>
            <td>
              <AccountPerson username={event.username} names={names} />
            </td>
            <th scope="row">{isKnown(event.act) ? t(`accounts.events.name.${event.act}`) : event.act}</th>
            <td>
              {event.by === event.username ? (
                t('accounts.events.itself')
              ) : (
                <AccountPerson username={event.by ?? '–'} names={names} />
              )}
            </td>
            <td className={classes['muted']}>{eventDetails(event.details, t, dayText)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isKnown(act: string): act is KnownAct {
  return Object.hasOwn(OPERATION_NAMES, act);
}
