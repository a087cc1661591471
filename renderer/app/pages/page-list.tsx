import { IconKey, IconRefresh } from '@tabler/icons-react';
import { can, type Member } from '../../../domain/access/capabilities.ts';
import { DEVICE_ACCOUNTS_PATH, OFFICE_ACCOUNTS_PATH, PROFILE_PATH, SYNC_PATH } from '../../ui/routes.ts';
import { DeviceAccountsRoute, OfficeRoute, ProfileRoute } from './account-pages.tsx';
import type { PageManifest } from './page-manifest.ts';
import { SyncRoute } from './sync-route.tsx';
import { useSaveFile } from '../../hosts/use-save-file.ts';

/**
 * The pages beside that of the day, in the order in which they stand at the edge and in the palette. The day has no manifest: all
 * addresses that are no page's are its own, and what it shows depends on who looks.
 */
const PAGES: readonly PageManifest[] = [
  {
    id: 'access',
    path: OFFICE_ACCOUNTS_PATH,
    hasAddressesBelow: true,
    title: (t) => t('shell.nav.accessFull'),
    needs: 'runSchool',
    rail: { label: (t) => t('shell.nav.access'), icon: IconKey },
    command: { words: (t) => t('shell.command.words.access') },
    view: ({ register, apis }) => <OfficeRoute register={register} api={apis.office} />,
  },
  {
    id: 'profile',
    path: PROFILE_PATH,
    title: (t) => t('shell.account.profile'),
    needs: 'haveAccount',
    command: { words: (t) => t('shell.command.words.profile') },
    view: ({ register, apis, picture, onPicture }) => (
      <ProfileRoute register={register} api={apis.account} picture={picture} onPicture={onPicture} />
    ),
  },
  {
    id: 'device-accounts',
    path: DEVICE_ACCOUNTS_PATH,
    title: (t) => t('shell.account.manage'),
    needs: 'haveAccount',
    command: { words: (t) => t('shell.command.words.manage') },
    view: ({ register, onSwitch }) => <DeviceAccountsRoute register={register} onSwitch={onSwitch} />,
  },
  {
    id: 'sync',
    path: SYNC_PATH,
    title: (t) => t('shell.nav.syncFull'),
    needs: 'haveAccount',
    // Families have nothing to send: the state in the header leads there.
    rail: { label: (t) => t('shell.nav.sync'), icon: IconRefresh, needs: 'sendEntries', counts: 'attention' },
    command: { label: (t) => t('shell.command.goSync') },
    view: ({ register, onSignInAgain }) => <SyncView register={register} onSignInAgain={onSignInAgain} />,
  },
];

/** The pages that somebody may open. */
export function pagesOf(member: Member): readonly PageManifest[] {
  return PAGES.filter(({ needs }) => can(member, needs));
}

/** The page at an address, whoever may open it; undefined for a day's. */
export function pageAt(location: string): PageManifest | undefined {
  return PAGES.find(({ path }) => location === path || location.startsWith(`${path}/`));
}

function SyncView(props: Omit<Parameters<typeof SyncRoute>[0], 'onSaveFile'>) {
  return <SyncRoute {...props} onSaveFile={useSaveFile()} />;
}
