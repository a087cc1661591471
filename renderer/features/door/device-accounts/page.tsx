import { fail } from '../../../../domain/base/result.ts';
import { isSameAccount } from '../../../../domain/protocol/endpoints/session/same-account.ts';
import { useSession } from '../../../data/use-session.ts';
import { useBridge } from '../../../hosts/bridge-context.ts';
import type { PageManifest, PageProps } from '../../../hosts/page.ts';
import { DEVICE_ACCOUNTS_PATH } from '../../../ui/routes.ts';
import { DeviceAccountsPage } from './device-accounts-page.tsx';

/** The accounts of this computer, seen from the one that is open. */
export const deviceAccountsPage: PageManifest = {
  id: 'device-accounts',
  path: DEVICE_ACCOUNTS_PATH,
  title: (t) => t('shell.account.manage'),
  needs: 'haveAccount',
  command: { words: (t) => t('door.wordsForAccounts') },
  onProjector: 'shown',
  view: (props) => <DeviceAccountsView {...props} />,
};

function DeviceAccountsView({ register, onSwitch }: PageProps) {
  const accounts = useSession((state) => state.deviceAccounts);
  const removeAccount = useSession((state) => state.removeAccount);
  const unsentOf = useSession((state) => state.unsentOf);
  const unlock = useSession((state) => state.unlock);
  const bridge = useBridge();
  const { school: here, username: own } = register.identity;
  const asideOf = (all: typeof accounts) =>
    all.find(({ identity }) => isSameAccount(identity, register.identity))?.setAside;
  return (
    <DeviceAccountsPage
      accounts={accounts}
      now={register.now()}
      isOpen={({ identity }) => isSameAccount(identity, register.identity)}
      onSwitch={({ identity: { school, username, givenName, surname } }) =>
        onSwitch({ school, username, name: `${givenName} ${surname}` })
      }
      onRecover={async (password) => {
        const before = asideOf(accounts);
        const answer = await unlock({ school: here, username: own, password });
        // The password of today opens the account, and brings nothing back.
        return answer.ok && asideOf(await bridge.deviceAccounts()) === before
          ? fail({ kind: 'wrongCredentials' })
          : answer;
      }}
      onAskUnsent={unsentOf}
      onRemove={({ identity: { school, username } }, confirmed) =>
        removeAccount({ school, username, confirmed })
      }
    />
  );
}
