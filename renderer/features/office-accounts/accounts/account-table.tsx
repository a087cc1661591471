import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import { compareByName, listName } from '../../../../domain/kinds/person/record.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { columnsOf, type Order } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { shownState } from '../people/account-filter.ts';
import { AccountName, AccountState, Delivery, LastSignIn, RowMenu } from './account-cells.tsx';
import { deliveryOf } from './delivery.ts';
import type { OfficeAct } from '../acts/office-act.ts';
import classes from '../office-accounts.module.css';

interface AccountTableProps {
  readonly accounts: readonly OfficeAccount[];
  /** Whether the school has no account at all yet. */
  readonly isEmptySchool: boolean;
  readonly now: Instant;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (usernames: ReadonlySet<string>) => void;
  readonly onAct: (act: OfficeAct) => void;
  readonly onEvents: (username: string) => void;
}

const make = columnsOf<OfficeAccount>();
const AS_A_CLASS_LIST: Order = [{ id: 'name', desc: false }];

/** The accounts as a table, in the order of a class list to begin with. */
export function AccountTable(props: AccountTableProps) {
  const { accounts, isEmptySchool, selected, onSelect } = props;
  const { t } = useTranslation();
  const columns = useAccountColumns(props);
  return (
    <Table
      label={t('accounts.table')}
      className={classes['scroll']}
      tableClassName={classes['table']}
      rows={accounts}
      columns={columns}
      rowId={usernameOf}
      order={AS_A_CLASS_LIST}
      selection={{ chosen: selected, onChoose: onSelect, nameOf: listName }}
      empty={t(isEmptySchool ? 'accounts.noneYet' : 'accounts.none')}
    />
  );
}

/** What the table says of each account, and what can be done with it. */
function useAccountColumns({ now, onAct, onEvents }: Pick<AccountTableProps, 'now' | 'onAct' | 'onEvents'>) {
  const { t } = useTranslation();
  return useMemo(() => {
    const kindOf = ({ roles, kind }: OfficeAccount) =>
      roles.length > 0
        ? roles.map((role) => t(`common.roles.${role}`)).join(', ')
        : t(`accounts.kind.${kind}`);
    const deliveryKey = (account: OfficeAccount) => {
      const delivery = deliveryOf(account, now);
      return delivery && [delivery.kind, delivery.kind === 'letter' ? delivery.at : ''].join(' ');
    };
    return make.columns([
      make.accessor(listName, {
        id: 'name',
        header: t('accounts.column.name'),
        sortFn: (a, b) => compareByName(a.original, b.original),
        meta: { isRowHeader: true },
        cell: ({ row }) => <AccountName account={row.original} />,
      }),
      make.accessor('username', {
        header: t('accounts.column.username'),
        sortFn: 'text',
        meta: { className: classes['username'] },
      }),
      make.accessor(kindOf, {
        id: 'kind',
        header: t('accounts.column.kind'),
        sortFn: 'text',
        meta: { className: classes['kind'] },
      }),
      make.accessor(({ className }) => className ?? '', {
        id: 'class',
        header: t('accounts.column.class'),
        sortFn: 'text',
      }),
      make.accessor((account) => t(`accounts.state.${shownState(account, now)}`), {
        id: 'state',
        header: t('accounts.column.state'),
        sortFn: 'text',
        cell: ({ row }) => <AccountState account={row.original} now={now} />,
      }),
      make.accessor(deliveryKey, {
        id: 'delivery',
        header: t('accounts.column.delivery'),
        sortFn: 'text',
        cell: ({ row }) => <Delivery account={row.original} now={now} />,
      }),
      make.accessor(({ lastSignInAt }) => lastSignInAt ?? '', {
        id: 'lastSignIn',
        header: t('accounts.column.lastSignIn'),
        sortFn: 'text',
        cell: ({ row }) => <LastSignIn account={row.original} />,
      }),
      make.display({
        id: 'acts',
        header: t('accounts.act.more'),
        meta: { isHeadingHidden: true, hasControls: true },
        cell: ({ row }) => <RowMenu account={row.original} onAct={onAct} onEvents={onEvents} />,
      }),
    ]);
  }, [t, now, onAct, onEvents]);
}

function usernameOf({ username }: OfficeAccount): string {
  return username;
}
