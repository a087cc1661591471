import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeMails } from '../../../../domain/protocol/endpoints/office/office-mail-list.ts';
import { OFFICE_MAILS } from '../../../../domain/protocol/endpoints/office/office-mails.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { AccountPerson } from '../people/account-person.tsx';
import { mailFault } from './mail-fault.ts';
import classes from '../office-accounts.module.css';
import type { AccountNames } from '../people/use-account-names.ts';

/** One message, as the office sees it. */
export type Mail = OfficeMails['mails'][number];

interface MailTableProps {
  readonly mails: readonly Mail[];
  /** Why there is none. */
  readonly empty: string;
  readonly names: AccountNames;
  readonly register: Register;
  /** The same function as long as it does the same. */
  readonly onRetry: (mail: Mail) => void;
}

const TONES: Readonly<Record<Mail['state'], ChipTone>> = {
  queued: 'now',
  sent: 'ok',
  failed: 'danger',
  cancelled: 'neutral',
  printed: 'info',
};

const make = columnsOf<Mail>();

/** Messages: to whom, how each is doing, and what can be done where it did not arrive. */
export function MailTable(props: MailTableProps) {
  const { mails, empty } = props;
  const { t } = useTranslation();
  const columns = useMailColumns(props);
  return (
    <Table
      label={t('accounts.mails.table')}
      className={classes['scroll']}
      tableClassName={classes['table']}
      rows={mails}
      columns={columns}
      rowId={idOf}
      empty={empty}
    />
  );
}

/** What the table says of each message. */
function useMailColumns({
  names,
  register,
  onRetry,
}: Pick<MailTableProps, 'names' | 'register' | 'onRetry'>) {
  const { t } = useTranslation();
  return useMemo(
    () =>
      make.columns([
        make.accessor(({ username, to }) => names.nameOf(username) ?? `${username} ${to}`, {
          id: 'to',
          header: t('accounts.mails.to'),
          sortFn: 'text',
          meta: { isRowHeader: true },
          cell: ({ row: { original } }) => (
            <>
              <AccountPerson username={original.username} names={names} />
              <small className={classes['name']} title={original.to}>
                {original.to}
              </small>
            </>
          ),
        }),
        make.accessor('subject', {
          header: t('accounts.mails.subject'),
          sortFn: 'text',
          cell: ({ row }) => <MailSubject mail={row.original} />,
        }),
        make.accessor(({ state }) => t(`accounts.mails.stateText.${state}`), {
          id: 'state',
          header: t('accounts.mails.state'),
          sortFn: 'text',
          cell: ({ row, getValue }) => <Chip tone={TONES[row.original.state]}>{getValue()}</Chip>,
        }),
        make.accessor(({ sentAt, createdAt }) => sentAt ?? createdAt, {
          id: 'when',
          header: t('accounts.mails.when'),
          sortFn: 'text',
          cell: ({ row }) => <MailTime mail={row.original} register={register} />,
        }),
        make.display({
          id: 'retry',
          header: t('accounts.mails.retry'),
          meta: { isHeadingHidden: true, hasControls: true },
          cell: ({ row: { original } }) =>
            original.retriable && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('accounts.mails.retryName', {
                  name: names.nameOf(original.username) ?? original.username,
                })}
                onClick={() => onRetry(original)}
              >
                {t('accounts.mails.retry')}
              </Button>
            ),
        }),
      ]),
    [t, names, register, onRetry],
  );
}

interface MailProps {
  readonly mail: Mail;
}

/** What it was about, and why it did not arrive. */
function MailSubject({ mail: { subject, state, kind, lastError, retriable } }: MailProps) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes['whole']}>{subject}</span>
      {lastError !== undefined && (
        <small className={classes['error']} title={lastError}>
          {t(`accounts.mails.fault.${mailFault(lastError)}`, { said: lastError })}
        </small>
      )}
      {state === 'failed' && !retriable && OFFICE_MAILS.includes(kind) && (
        <small>{t('accounts.mails.notRetriable')}</small>
      )}
    </>
  );
}

/** When it left, else when it was written, and when it is tried again. */
function MailTime({ mail, register }: MailProps & { readonly register: Register }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = register.now();
  const { state, sentAt, createdAt, attempts, nextTryAt } = mail;
  const tries = [
    ...(attempts > 0 ? [t('accounts.mails.tries', { count: attempts })] : []),
    ...(state === 'queued' && attempts > 0 && nextTryAt !== undefined
      ? [t('accounts.mails.next', { when: format.when(nextTryAt, now) })]
      : []),
  ];
  return (
    <>
      {format.when(sentAt ?? createdAt, now)}
      {tries.length > 0 && <small>{tries.join(' · ')}</small>}
    </>
  );
}

function idOf({ id }: Mail): string {
  return id;
}
