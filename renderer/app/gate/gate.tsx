import { Loader } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant } from '../../../domain/base/ids.ts';
import type { PendingSignIn, SessionState } from '../../../domain/protocol/bridge/session-state.ts';
import type { AccountRef } from '../../../domain/protocol/endpoints/session/session.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { isSameAccount } from '../../../domain/protocol/endpoints/session/same-account.ts';
import { useForgetLost } from '../../hosts/use-forget-lost.ts';
import { useSession } from '../../data/use-session.ts';
import type { HandOver } from '../../features/door/verbs/door-verbs.ts';
import { LockPage } from '../../features/door/lock-page.tsx';
import { RecoveryCodesPage } from '../../features/door/recovery/recovery-codes-page.tsx';
import { SignInPage } from '../../features/door/sign-in-page.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { DoorTools } from './door-tools.tsx';
import { NotOpened } from './not-opened.tsx';
import { useBridge } from '../../hosts/bridge-context.ts';
import classes from '../shell/shell.module.css';
import { Shell } from '../shell/shell.tsx';
import { useFreshPage } from './use-fresh-page.ts';
import { useProviderVerbs } from '../account/use-provider-verbs.ts';
import { useKeptContacts } from './kept-contacts.ts';
import { useReachableSchools } from './use-reachable-schools.ts';
import { useSaveText } from '../../hosts/use-save-file.ts';

/** Which of the three doors is open: sign-in, lock, or the register itself. */
export function Gate() {
  const session = useSession((state) => state.session);
  const register = useSession((state) => state.register);
  const school = useKeptContacts(
    useSession((state) => state.installedSchool),
    register,
  );
  const openFailure = useSession((state) => state.openFailure);
  const codes = useSession((state) => state.recoveryCodes);
  const forgetCodes = useSession((state) => state.forgetRecoveryCodes);
  const reopen = useSession((state) => state.reopen);
  const lock = useSession((state) => state.lock);
  const saveText = useSaveText();
  const [left, setLeft] = useState<LeftLock & { readonly lock: SessionState }>();
  const account = register && `${register.identity.school}.${register.identity.username}`;
  useFreshPage(account);

  if (!session || !school) return <Waiting />;
  if (session.kind === 'open') {
    if (codes)
      return (
        <RecoveryCodesPage
          codes={codes}
          username={session.identity.username}
          onSave={saveText}
          onDone={forgetCodes}
        />
      );
    if (register) return <Shell key={account} />;
    if (!openFailure) return <Waiting />;
    return <NotOpened failure={openFailure} onOpen={reopen} onLock={() => void lock()} />;
  }
  if (session.kind === 'locked' && left?.lock !== session)
    return (
      <Locked
        key={`${session.identity.school}.${session.identity.username}.${session.reason}`}
        session={session}
        school={school}
        onOther={(to = {}) => setLeft({ lock: session, ...to })}
      />
    );
  return <Door school={school} {...(left?.lock === session ? left : {})} />;
}

/** Where to, from the lock: the step that a sign-in of its account asks for, or the ways into that account. */
interface LeftLock {
  readonly step?: PendingSignIn;
  readonly reopened?: AccountRef;
  /** An account whose password is forgotten. */
  readonly forgotten?: AccountRef;
}

interface LockedProps {
  readonly session: Extract<SessionState, { readonly kind: 'locked' }>;
  readonly school: InstalledSchool;
  /** Goes to the door. */
  readonly onOther: (to?: LeftLock) => void;
}

function Locked({ session, school, onOther }: LockedProps) {
  const { t } = useTranslation();
  usePageTitle(t('door.locked.title'));
  const accounts = useSession((state) => state.deviceAccounts);
  const provider = useProviderVerbs();
  const handOver = useHandOver();
  const unlock = useSession((state) => state.unlock);
  const signIn = useSession((state) => state.signIn);
  const unlockWithPin = useSession((state) => state.unlockWithPin);
  const losses = useSession((state) => state.lostEntries);
  const { identity } = session;
  const account = { school: identity.school, username: identity.username };
  /** The server may ask for more than the password: then unlocking becomes a sign-in. */
  const openWith = async (password: string) => {
    const result = await unlock({ ...account, password });
    if (result.ok || result.failure.kind !== 'passwordNeeded') return result;
    const signed = await signIn({ ...account, password });
    if (!signed.ok) return signed;
    if (signed.value.state.kind === 'step') onOther({ step: signed.value.state });
    return signed;
  };
  return (
    <LockPage
      session={session}
      school={school}
      account={accounts.find((each) => isSameAccount(each.identity, identity)) ?? { identity, unsent: 0 }}
      lost={losses.find((one) => one.school === identity.school && one.username === identity.username)}
      provider={provider}
      onUnlock={openWith}
      onPin={unlockWithPin}
      onHandOver={handOver}
      onReopened={() => onOther({ reopened: account })}
      onForgotten={() => onOther({ forgotten: account })}
      onOtherAccount={() => onOther()}
    />
  );
}

function useHandOver(): HandOver {
  const handOver = useSession((state) => state.handOver);
  return (account, password, more) => handOver({ ...account, password, ...more });
}

interface DoorProps extends LeftLock {
  readonly school: InstalledSchool;
}

function Door({ school, step, reopened, forgotten }: DoorProps) {
  const { t } = useTranslation();
  usePageTitle(t('door.title'));
  const bridge = useBridge();
  const accounts = useSession((state) => state.deviceAccounts);
  const signIn = useSession((state) => state.signIn);
  const answerStep = useSession((state) => state.answerStep);
  const unlock = useSession((state) => state.unlock);
  const removeAccount = useSession((state) => state.removeAccount);
  const unsentOf = useSession((state) => state.unsentOf);
  const losses = useSession((state) => state.lostEntries);
  const forgetLost = useForgetLost();
  const schools = useReachableSchools();
  const saveText = useSaveText();
  const provider = useProviderVerbs();
  const handOver = useHandOver();
  const [now] = useState(() => toInstant(Date.now()));
  return (
    <SignInPage
      school={school}
      schools={schools}
      accounts={accounts}
      now={now}
      step={step}
      reopened={reopened}
      forgotten={forgotten}
      tools={<DoorTools />}
      provider={provider}
      onSignIn={signIn}
      onAnswerStep={answerStep}
      onSaveText={saveText}
      onCancelStep={() => void bridge.cancelStep()}
      onUnlock={({ identity: { school: ofSchool, username } }, password) =>
        unlock({ school: ofSchool, username, password })
      }
      onHandOver={handOver}
      onRecover={(request) => bridge.recover(request)}
      losses={losses}
      onForgetLost={forgetLost}
      onAskUnsent={unsentOf}
      onRemove={({ identity: { school: ofSchool, username } }, confirmed) =>
        removeAccount({ school: ofSchool, username, confirmed })
      }
    />
  );
}

function Waiting() {
  const { t } = useTranslation();
  usePageTitle(t('common.loading'));
  return (
    <main className={classes['waiting']} aria-busy="true">
      <Loader size="sm" />
      <p>{t('common.loading')}</p>
    </main>
  );
}
