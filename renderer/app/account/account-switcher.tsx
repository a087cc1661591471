import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeviceAccount } from '../../../domain/protocol/bridge/device-account.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../../domain/protocol/endpoints/session/same-account.ts';
import { useIdentity, useSession } from '../../data/use-session.ts';
import { describeAccount } from '../../i18n/describe-account.ts';
import { Initials } from '../../ui/marks/initials.tsx';
import classes from '../header/header.module.css';
import type { SwitchTarget } from '../../hosts/page.ts';

interface Entry extends SwitchTarget {
  readonly surname: string;
  readonly givenName: string;
  readonly detail: string;
  readonly unsent: number;
}

/** The registered users: those of the portfolio, then others that have data on this computer; one press goes over (S33). */
export function AccountSwitcher({ onSwitch }: { readonly onSwitch: (target: SwitchTarget) => void }) {
  const { t } = useTranslation();
  const identity = useIdentity();
  const accounts = useSession((state) => state.deviceAccounts);
  const detailOf = (account: Parameters<typeof describeAccount>[0] & { readonly schoolName: string }) =>
    `${describeAccount(account, t)} · ${account.schoolName}`;
  const unsentOf = (account: SwitchTarget | Identity['portfolio'][number]) =>
    accounts.find((each) => isSameAccount(each.identity, account))?.unsent ?? 0;
  const portfolio = identity.portfolio.map((account): Entry => {
    const shown = account.child ?? account;
    return {
      school: account.school,
      username: account.username,
      surname: shown.surname,
      givenName: shown.givenName,
      name: `${shown.givenName} ${shown.surname}`,
      detail: account.child ? account.schoolName : detailOf(account),
      unsent: unsentOf(account),
    };
  });
  const others = accounts
    .filter((account) => !identity.portfolio.some((own) => isSameAccount(own, account.identity)))
    .filter((account) => !isSameAccount(account.identity, identity))
    .map((account) => entryOf(account, detailOf(account.identity)));
  return (
    <>
      {portfolio.length > 1 && (
        <Group
          label={t('profile.switcher.portfolio')}
          entries={portfolio}
          current={identity}
          onSwitch={onSwitch}
        />
      )}
      {others.length > 0 && (
        <Group label={t('profile.switcher.device')} entries={others} current={identity} onSwitch={onSwitch} />
      )}
    </>
  );
}

function entryOf({ identity, unsent }: DeviceAccount, detail: string): Entry {
  const { school, username, surname, givenName } = identity;
  return { school, username, surname, givenName, name: `${givenName} ${surname}`, detail, unsent };
}

interface GroupProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly current: Identity;
  readonly onSwitch: (target: SwitchTarget) => void;
}

function Group({ label, entries, current, onSwitch }: GroupProps) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {entries.map((entry) => {
        const isCurrent = isSameAccount(entry, current);
        return (
          <Menu.Item
            key={`${entry.school}.${entry.username}`}
            leftSection={<Initials surname={entry.surname} givenName={entry.givenName} size={30} />}
            rightSection={isCurrent ? <IconCheck size={16} aria-hidden="true" /> : undefined}
            aria-current={isCurrent || undefined}
            onClick={() => !isCurrent && onSwitch(entry)}
          >
            <span className={classes['switchName']}>{entry.name}</span>
            <span className={classes['switchDetail']} title={entry.detail}>
              {entry.detail}
              {entry.unsent > 0 && ` · ${t('door.unsent', { count: entry.unsent })}`}
            </span>
          </Menu.Item>
        );
      })}
      <Menu.Divider />
    </>
  );
}
