import { Menu, VisuallyHidden, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconLock,
  IconMoon,
  IconSun,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useIdentity, useSession } from '../../data/use-session.ts';
import { describeAccount } from '../../i18n/describe-account.ts';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../i18n/language.ts';
import { Avatar } from '../../ui/marks/avatar.tsx';
import { KEYS } from '../../ui/actions/keys.ts';
import { useSingleKeys } from '../../ui/actions/single-keys.ts';
import { KeyCap } from '../../ui/marks/key-cap.tsx';
import { DEVICE_ACCOUNTS_PATH, PROFILE_PATH } from '../../ui/routes.ts';
import { AccountSwitcher } from './account-switcher.tsx';
import classes from '../header/header.module.css';
import type { SwitchTarget } from '../../hosts/page.ts';
import { useLanguage } from '../../hosts/use-language.ts';

interface AccountMenuProps {
  /** Address of the own picture, where there is one. */
  readonly picture: string | undefined;
  readonly onSwitch: (target: SwitchTarget) => void;
  readonly onLock: () => void;
  readonly onShortcuts: () => void;
}

const THEMES = [
  { scheme: 'light', key: 'themeLight', Icon: IconSun },
  { scheme: 'dark', key: 'themeDark', Icon: IconMoon },
  { scheme: 'auto', key: 'themeAuto', Icon: IconDeviceDesktop },
] as const satisfies readonly {
  readonly scheme: MantineColorScheme;
  readonly key: string;
  readonly Icon: unknown;
}[];

/** The circle with the user's picture or initials: who is signed in, the other accounts, profile, language, theme, lock. */
export function AccountMenu({ picture, onSwitch, onLock, onShortcuts }: AccountMenuProps) {
  const { t } = useTranslation();
  const [hasSingleKeys] = useSingleKeys();
  const identity = useIdentity();
  const [language, changeLanguage] = useLanguage();
  const session = useSession((state) => state.session);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [opened, menu] = useDisclosure(false);
  const name = `${identity.givenName} ${identity.surname}`;
  return (
    <Menu opened={opened} onChange={menu.set} position="bottom-end" width={300} withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes['account']} title={name}>
          <Avatar surname={identity.surname} givenName={identity.givenName} picture={picture} size={32} />
          <VisuallyHidden>{t('shell.account.menu', { name })}</VisuallyHidden>
        </button>
      </Menu.Target>
      <Menu.Dropdown
        className={classes['menu'] ?? ''}
        onKeyDown={(event) => event.key === 'Tab' && menu.close()}
      >
        <Menu.Label>
          <strong style={{ display: 'block', color: 'var(--cp-text)', fontSize: '0.875rem' }}>{name}</strong>
          {describeAccount(identity, t)} · {identity.username}
          {session?.kind === 'open' && !session.remembered && (
            <span className={classes['forgetful']} title={t('shell.forgetful.text')}>
              {t('shell.forgetful.menu')}
            </span>
          )}
        </Menu.Label>
        <Menu.Divider />
        <AccountSwitcher onSwitch={onSwitch} />
        <Menu.Item
          component={Link}
          href={PROFILE_PATH}
          leftSection={<IconUserCircle size={16} stroke={1.7} />}
        >
          {t('shell.account.profile')}
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={DEVICE_ACCOUNTS_PATH}
          leftSection={<IconUsers size={16} stroke={1.7} />}
        >
          {t('shell.account.manage')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={16} stroke={1.7} />}
          rightSection={<KeyCap>{KEYS.lock}</KeyCap>}
          onClick={onLock}
        >
          {t('shell.account.lock')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.account.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(value) => isLanguage(value) && changeLanguage(value)}>
          {LANGUAGES.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              <span lang={each}>{LANGUAGE_NAMES[each]}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('shell.account.theme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
          {THEMES.map(({ scheme, key, Icon }) => (
            <Menu.RadioItem key={scheme} value={scheme} rightSection={<Icon size={16} stroke={1.7} />}>
              {t(`shell.account.${key}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.7} />}
          rightSection={hasSingleKeys && <KeyCap>{KEYS.list}</KeyCap>}
          onClick={onShortcuts}
        >
          {t('shell.account.shortcuts')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function schemeOf(value: string): MantineColorScheme {
  return THEMES.find(({ scheme }) => scheme === value)?.scheme ?? 'auto';
}
