import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import {
  IconDots,
  IconHistory,
  IconKey,
  IconLock,
  IconLockOpen,
  IconMail,
  IconMailCheck,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { focusMenuButton } from '../../../ui/focus/focus-menu-button.ts';
import { shownState, type ShownState } from '../people/account-filter.ts';
import { addressActOf, addressWords } from './address-words.ts';
import { deliveryOf } from './delivery.ts';
import type { ActKind, OfficeAct } from '../acts/office-act.ts';
import classes from '../office-accounts.module.css';

interface AccountRowProps {
  readonly account: OfficeAccount;
  readonly index: number;
  readonly now: Instant;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onAct: (act: OfficeAct) => void;
  readonly onEvents: (username: string) => void;
}

const TONES: Readonly<Record<ShownState, ChipTone>> = {
  issued: 'info',
  activated: 'ok',
  blocked: 'danger',
  expired: 'warn',
};

/** One account: who, what for, how it is doing, how its credentials were delivered. */
export const AccountRow = memo(function AccountRow(props: AccountRowProps) {
  const { account, index, now, isSelected, onToggle } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name = listName(account);
  const state = shownState(account, now);
  return (
    <tr aria-rowindex={index} data-selected={isSelected || undefined}>
      <td className={classes['check']}>
        <Checkbox
          size="xs"
          aria-label={t('accounts.selectOne', { name })}
          checked={isSelected}
          onChange={onToggle}
        />
      </td>
      <th scope="row">
        <span className={classes['name']} title={name}>
          {name}
        </span>
        <DetailLine account={account} />
      </th>
      <td className={classes['username']}>{account.username}</td>
      <td className={classes['kind']}>
        {account.roles.length > 0
          ? account.roles.map((role) => t(`common.roles.${role}`)).join(', ')
          : t(`accounts.kind.${account.kind}`)}
      </td>
      <td>{account.className ?? ''}</td>
      <td title={account.blockedReason}>
        <Chip tone={TONES[state]}>{t(`accounts.state.${state}`)}</Chip>
      </td>
      <td>
        <Delivery account={account} now={now} />
      </td>
      <td>
        {account.lastSignInAt === undefined
          ? t('accounts.neverSignedIn')
          : format.numericDay(dayOfInstant(account.lastSignInAt))}
      </td>
      <td>
        <RowMenu {...props} name={name} />
      </td>
    </tr>
  );
});

function DetailLine({ account }: { readonly account: OfficeAccount }) {
  const { t } = useTranslation();
  const parts = [
    ...(account.child === undefined ? [] : [t('accounts.forChild', { child: account.child })]),
    ...(account.portfolioSize > 1 ? [t('accounts.portfolio', { count: account.portfolioSize })] : []),
    ...(account.hasLeft ? [t('accounts.left')] : []),
    ...(account.isOnNoList === true ? [t('accounts.onNoList')] : []),
    ...addressWords(account).map((word) => t(`accounts.${word}`)),
  ];
  if (parts.length === 0) return null;
  const text = parts.join(' · ');
  return (
    <small className={classes['name']} title={text}>
      {text}
    </small>
  );
}

function Delivery({ account, now }: Pick<AccountRowProps, 'account' | 'now'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const delivery = deliveryOf(account, now);
  if (delivery === undefined) return null;
  if (delivery.kind === 'letter')
    return <>{t('accounts.delivery.letter', { day: format.briefDay(dayOfInstant(delivery.at)) })}</>;
  const text = t(`accounts.delivery.${delivery.kind}`);
  return delivery.kind === 'failed' ? <Chip tone="danger">{text}</Chip> : <>{text}</>;
}

function RowMenu({ account, name, onAct, onEvents }: AccountRowProps & { readonly name: string }) {
  const { t } = useTranslation();
  const icon = { size: 16, stroke: 1.7 } as const;
  const addressAct = addressActOf(account);
  const act = (kind: ActKind) => (event: { readonly currentTarget: Element }) => {
    focusMenuButton(event.currentTarget);
    onAct({ kind, accounts: [account] });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('accounts.act.moreName', { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory {...icon} />} onClick={() => onEvents(account.username)}>
          {t('accounts.act.events')}
        </Menu.Item>
        {account.state !== 'blocked' && (
          <Menu.Item leftSection={<IconKey {...icon} />} onClick={act('reissue')}>
            {t('accounts.act.reissue')}
          </Menu.Item>
        )}
        {account.state === 'issued' && account.hasRecordEmail && (
          <Menu.Item leftSection={<IconMail {...icon} />} onClick={act('mail')}>
            {t('accounts.act.mail')}
          </Menu.Item>
        )}
        {addressAct !== undefined && (
          <Menu.Item leftSection={<IconMailCheck {...icon} />} onClick={act(addressAct)}>
            {t(`accounts.act.${addressAct}`)}
          </Menu.Item>
        )}
        {account.state === 'blocked' ? (
          <Menu.Item leftSection={<IconLockOpen {...icon} />} onClick={act('unblock')}>
            {t('accounts.act.unblock')}
          </Menu.Item>
        ) : (
          <Menu.Item color="red" leftSection={<IconLock {...icon} />} onClick={act('block')}>
            {t('accounts.act.block')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
