import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { ScrollRegion } from '../../../ui/focus/scroll-region.tsx';
import { SORT_COLUMNS, type AccountOrder } from '../people/account-filter.ts';
import { AccountRow } from './account-row.tsx';
import type { OfficeAct } from '../acts/office-act.ts';
import classes from '../office-accounts.module.css';
import { useRowWindow } from './use-row-window.ts';
import { toggled } from '../people/toggled.ts';

interface AccountTableProps {
  readonly accounts: readonly OfficeAccount[];
  /** Whether the school has no account at all yet. */
  readonly isEmptySchool: boolean;
  readonly now: Instant;
  readonly order: AccountOrder;
  readonly selected: ReadonlySet<string>;
  readonly onOrder: (order: AccountOrder) => void;
  readonly onSelect: (usernames: ReadonlySet<string>) => void;
  readonly onAct: (act: OfficeAct) => void;
  readonly onEvents: (username: string) => void;
}

/** Height of a row; the table draws only what is in sight of thousands. */
const ROW_HEIGHT = 44;
const COLUMNS = ['name', 'username', 'kind', 'class', 'state', 'delivery', 'lastSignIn'] as const;

/** The accounts as a table: rows of one height, drawn as they come into sight. */
export function AccountTable(props: AccountTableProps) {
  const { accounts, isEmptySchool, now, order, selected, onOrder, onSelect, onAct, onEvents } = props;
  const { t } = useTranslation();
  const { ref: sizeRef, height } = useElementSize();
  const region = useRef<HTMLDivElement>(null);
  const rows = useRowWindow(accounts.length, ROW_HEIGHT, region, height);
  const allSelected = accounts.length > 0 && accounts.every(({ username }) => selected.has(username));
  const toggle = (username: string) => onSelect(toggled(selected, username));
  return (
    <ScrollRegion
      regionRef={useMergedRef(region, sizeRef)}
      className={classes['scroll']}
      label={t('accounts.table')}
    >
      <table
        className={classes['table']}
        aria-label={t('accounts.table')}
        aria-rowcount={accounts.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes['check']}>
              <Checkbox
                size="xs"
                aria-label={t('accounts.selectAll')}
                checked={allSelected}
                indeterminate={selected.size > 0 && !allSelected}
                onChange={() =>
                  onSelect(new Set(allSelected ? [] : accounts.map(({ username }) => username)))
                }
              />
            </th>
            {COLUMNS.map((column) => (
              <Heading key={column} column={column} order={order} onOrder={onOrder} />
            ))}
            <th scope="col">
              <span className={classes['hidden']}>{t('accounts.act.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={rows.above} />
          {accounts.slice(rows.from, rows.to).map((account, index) => (
            <AccountRow
              key={account.username}
              account={account}
              index={rows.from + index + 2}
              now={now}
              isSelected={selected.has(account.username)}
              onToggle={() => toggle(account.username)}
              onAct={onAct}
              onEvents={onEvents}
            />
          ))}
          <Spacer height={rows.below} />
        </tbody>
      </table>
      {accounts.length === 0 && (
        <p className={classes['nothing']}>{t(isEmptySchool ? 'accounts.noneYet' : 'accounts.none')}</p>
      )}
    </ScrollRegion>
  );
}

interface HeadingProps {
  readonly column: (typeof COLUMNS)[number];
  readonly order: AccountOrder;
  readonly onOrder: (order: AccountOrder) => void;
}

function Heading({ column, order, onOrder }: HeadingProps) {
  const { t } = useTranslation();
  const name = t(`accounts.column.${column}`);
  const sortable = SORT_COLUMNS.find((each) => each === column);
  if (!sortable) return <th scope="col">{name}</th>;
  const isOrdered = order.column === sortable;
  const Arrow = order.descending ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={isOrdered ? (order.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        title={t('accounts.sort', { column: name })}
        onClick={() => onOrder({ column: sortable, descending: isOrdered && !order.descending })}
      >
        {name}
        {isOrdered && <Arrow size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}

function Spacer({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return <tr aria-hidden="true" style={{ height }} />;
}
