import { useMemo } from 'react';
import { fail } from '../../../domain/base/result.ts';
import type { AccountApi } from '../../data/api/account-api.ts';
import type { OfficeApi } from '../../data/api/office-api.ts';
import type { Register } from '../../data/register.ts';
import { isSameAccount } from '../../data/session-store.ts';
import { useIdentity, useSession } from '../../data/use-session.ts';
import { DeviceAccountsPage } from '../../features/access/device-accounts/device-accounts-page.tsx';
import { OfficeAccountsPage } from '../../features/office-accounts/office-accounts-page.tsx';
import { ProfilePage } from '../../features/profile/profile-page.tsx';
import type { ProfileVerbs } from '../../features/profile/frame/profile-verbs.ts';
import { useBridge } from '../../hosts/bridge-context.ts';
import type { SwitchTarget } from '../account/use-account-switch.tsx';
import { useSaveFile, useSaveText } from '../../hosts/use-save-file.ts';

interface ProfileRouteProps {
  readonly register: Register;
  readonly api: AccountApi;
  readonly picture: string | undefined;
  readonly onPicture: () => void;
}

/** The profile of the account that is open. */
export function ProfileRoute({ register, api, picture, onPicture }: ProfileRouteProps) {
  const bridge = useBridge();
  const identity = useIdentity();
  const session = useSession((state) => state.session);
  const saveText = useSaveText();
  const verbs = useMemo(
    (): ProfileVerbs => ({
      api,
      act: (act) => bridge.accountAct(act),
      hasPin: () => bridge.hasPin(),
      setPin: (request) => bridge.setPin(request),
      saveText,
      onPicture,
    }),
    [api, bridge, onPicture, saveText],
  );
  return (
    <ProfilePage
      identity={identity}
      now={register.now()}
      picture={picture}
      byProvider={session?.kind === 'open' && session.byProvider === true}
      verbs={verbs}
    />
  );
}

interface DeviceAccountsRouteProps {
  readonly register: Register;
  readonly onSwitch: (target: SwitchTarget) => void;
}

/** The accounts of this computer, seen from the one that is open. */
export function DeviceAccountsRoute({ register, onSwitch }: DeviceAccountsRouteProps) {
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

/** The office's pages on accounts. */
export function OfficeRoute({ register, api }: { readonly register: Register; readonly api: OfficeApi }) {
  const saveFile = useSaveFile();
  return <OfficeAccountsPage register={register} api={api} onSaveFile={saveFile} />;
}
