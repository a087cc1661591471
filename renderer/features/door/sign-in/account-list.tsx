import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronRight, IconDots, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import { describeAccount, nameAccount } from '../../../i18n/describe-account.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { focusMenuButton } from '../../../ui/focus/focus-menu-button.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import { Initials } from '../../../ui/marks/initials.tsx';
import classes from './account-list.module.css';

interface AccountListProps {
  readonly accounts: readonly DeviceAccount[];
  readonly now: Instant;
  readonly onChoose: (account: DeviceAccount) => void;
  readonly onRemove: (account: DeviceAccount) => void;
}

/** The accounts with data on this computer: one press chooses, a menu removes. */
export function AccountList({ accounts, now, onChoose, onRemove }: AccountListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = useInitialFocus<HTMLButtonElement>();
  return (
    <ul className={classes['list']}>
      {accounts.map((account, index) => {
        const { identity } = account;
        const name = `${identity.givenName} ${identity.surname}`;
        return (
          <li key={`${identity.school}.${identity.username}`} className={classes['item']}>
            <button
              type="button"
              className={classes['account']}
              ref={index === 0 ? first : undefined}
              onClick={() => onChoose(account)}
            >
              <Initials surname={identity.surname} givenName={identity.givenName} size={38} />
              <span className={classes['who']}>
                <span className={classes['name']}>{name}</span>
                <span className={classes['detail']}>
                  {describeAccount(identity, t)} ·{' '}
                  {t('door.lastUsed', { when: format.when(account.lastUsedAt, now) })}
                </span>
              </span>
              <span className={classes['states']}>
                {account.blocked && <Chip tone="danger">{t('door.blockedChip')}</Chip>}
                {account.unsent > 0 && <Chip tone="now">{t('door.unsent', { count: account.unsent })}</Chip>}
              </span>
              <IconChevronRight className={classes['go']} size={18} aria-hidden="true" />
            </button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  aria-label={t('door.accountMenu', { name: nameAccount(identity, t) })}
                >
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} />}
                  onClick={(event) => {
                    focusMenuButton(event.currentTarget);
                    onRemove(account);
                  }}
                >
                  {t('door.remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </li>
        );
      })}
    </ul>
  );
}
