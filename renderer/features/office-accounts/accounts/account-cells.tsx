import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconHistory,
  IconKey,
  IconLock,
  IconLockOpen,
  IconMail,
  IconMailCheck,
} from '@tabler/icons-react';
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

interface AccountProps {
  readonly account: OfficeAccount;
}

interface AccountNowProps extends AccountProps {
  readonly now: Instant;
}

const TONES: Readonly<Record<ShownState, ChipTone>> = {
  issued: 'info',
  activated: 'ok',
  blocked: 'danger',
  expired: 'warn',
};

/** Whose account it is, and what is to be known of it. */
export function AccountName({ account }: AccountProps) {
  const name = listName(account);
  return (
    <>
      <span className={classes['name']} title={name}>
        {name}
      </span>
      <DetailLine account={account} />
    </>
  );
}

/** How the account is doing; why, where it is blocked. */
export function AccountState({ account, now }: AccountNowProps) {
  const { t } = useTranslation();
  const state = shownState(account, now);
  return (
    <>
      <Chip tone={TONES[state]}>{t(`accounts.state.${state}`)}</Chip>
      {account.blockedReason !== undefined && (
        <small className={classes['whole']}>{account.blockedReason}</small>
      )}
    </>
  );
}

/** On which day somebody was in the register last. */
export function LastSignIn({ account: { lastSignInAt } }: AccountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return lastSignInAt === undefined
    ? t('accounts.neverSignedIn')
    : format.numericDay(dayOfInstant(lastSignInAt));
}

function DetailLine({ account }: AccountProps) {
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

/** How the credentials that count now were delivered. */
export function Delivery({ account, now }: AccountNowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const delivery = deliveryOf(account, now);
  if (delivery === undefined) return null;
  if (delivery.kind === 'letter')
    return <>{t('accounts.delivery.letter', { day: format.briefDay(dayOfInstant(delivery.at)) })}</>;
  const text = t(`accounts.delivery.${delivery.kind}`);
  return delivery.kind === 'failed' ? <Chip tone="danger">{text}</Chip> : <>{text}</>;
}

interface RowMenuProps extends AccountProps {
  readonly onAct: (act: OfficeAct) => void;
  readonly onEvents: (username: string) => void;
}

/** What can be done with one account. */
export function RowMenu({ account, onAct, onEvents }: RowMenuProps) {
  const { t } = useTranslation();
  const name = listName(account);
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
