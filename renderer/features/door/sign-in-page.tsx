import { Button } from '@mantine/core';
import { IconArrowLeft, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { DeviceAccount } from '../../../domain/protocol/bridge/device-account.ts';
import type { PendingSignIn } from '../../../domain/protocol/bridge/session-state.ts';
import type { SignInFailure } from '../../../domain/protocol/bridge/act-failures.ts';
import type { ReachableSchool } from '../../../domain/protocol/school-list.ts';
import type { LostEntries } from '../../../domain/protocol/bridge/unsent-entries.ts';
import type { AccountRef, ProviderRequest } from '../../../domain/protocol/endpoints/session/session.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { isSameAccount } from '../../../domain/protocol/endpoints/session/same-account.ts';
import type { ForgetLost } from '../../ui/notice/lost-notice.tsx';
import { DoorHeading } from './frame/door-heading.tsx';
import { DoorFrame } from './frame/door-frame.tsx';
import classes from './frame/door.module.css';
import type {
  AnswerStep,
  AskUnsent,
  HandOver,
  Recover,
  RemoveAccount,
  SaveText,
  SignIn,
  Unlock,
} from './verbs/door-verbs.ts';
import { AccountList } from './sign-in/account-list.tsx';
import { ChosenAccount } from './sign-in/chosen-account.tsx';
import { CredentialsForm } from './sign-in/credentials-form.tsx';
import { ProviderButton } from './provider/provider-button.tsx';
import { ProviderPanel } from './provider/provider-panel.tsx';
import type { ProviderVerbs } from './verbs/provider-verbs.ts';
import { RecoveryPanel } from './recovery/recovery-panel.tsx';
import { RemoveAccountDialog } from './removal/remove-account-dialog.tsx';
import { LostEntriesNotice } from './frame/lost-entries-notice.tsx';
import { SignInStep } from './steps/sign-in-step.tsx';
import { useProvider } from './provider/use-provider.ts';

interface SignInPageProps {
  readonly school: InstalledSchool;
  readonly schools: readonly ReachableSchool[];
  readonly accounts: readonly DeviceAccount[];
  readonly now: Instant;
  readonly tools?: ReactNode;
  readonly onSignIn: SignIn;
  readonly onAnswerStep: AnswerStep;
  readonly onCancelStep: () => void;
  readonly onSaveText: SaveText;
  readonly onUnlock: (account: DeviceAccount, password: string) => ReturnType<Unlock>;
  readonly onHandOver: HandOver;
  readonly onRecover: Recover;
  readonly provider: ProviderVerbs;
  readonly onRemove: RemoveAccount;
  readonly onAskUnsent: AskUnsent;
  /** Entries on this computer that nothing opens any more. */
  readonly losses: readonly LostEntries[];
  readonly onForgetLost: ForgetLost;
  /** A step that is asked for already. */
  readonly step?: PendingSignIn | undefined;
  /** An account of this computer that the office is said to have opened again. */
  readonly reopened?: AccountRef | undefined;
  /** An account of this computer whose password is forgotten. */
  readonly forgotten?: AccountRef | undefined;
}

/** What the door asks at the moment. */
type View =
  | { readonly kind: 'accounts' | 'credentials' }
  | {
      readonly kind: 'unlock';
      readonly account: DeviceAccount;
      /** Said to be open again, whatever this computer has heard. */
      readonly isReopened?: true;
    }
  | { readonly kind: 'step'; readonly step: PendingSignIn }
  | {
      readonly kind: 'provider';
      readonly name: string;
      readonly request: ProviderRequest;
      readonly opened: boolean;
      /** Where it was begun. */
      readonly from: View;
    }
  | { readonly kind: 'recovery'; readonly typed: string; readonly school?: string };

/** The door: an account of this computer, opened by its password even offline, or any account of the school. */
export function SignInPage(props: SignInPageProps) {
  const { school, schools, accounts, losses, now, tools } = props;
  const { t } = useTranslation();
  const [chosen, setView] = useState<View>(() => firstView(props));
  const [removing, setRemoving] = useState<DeviceAccount>();
  const [atSchool, setAtSchool] = useState<string>(school.school);
  const start: View = { kind: accounts.length === 0 ? 'credentials' : 'accounts' };
  const view = chosen.kind === 'accounts' ? start : chosen;
  const reached = view.kind === 'unlock' ? view.account.identity.school : atSchool;
  const provider = useProvider(props.provider.ways, reached);

  const signIn: SignIn = async (credentials) => {
    const result = await props.onSignIn(credentials);
    if (result.ok && result.value.state.kind === 'step') setView({ kind: 'step', step: result.value.state });
    return result;
  };
  /** The server may ask for more than the password: then unlocking becomes a sign-in. */
  const unlock = async (
    account: DeviceAccount,
    password: string,
  ): Promise<Result<unknown, SignInFailure>> => {
    const result = await props.onUnlock(account, password);
    if (result.ok || result.failure.kind !== 'passwordNeeded') return result;
    const { school: ofSchool, username } = account.identity;
    return await signIn({ username, password, school: ofSchool });
  };
  const recoverAt =
    (ofSchool: string | undefined): Recover =>
    (request) =>
      props.onRecover(
        ofSchool === undefined || ofSchool === school.school ? request : { ...request, school: ofSchool },
      );
  const { name } = provider;
  // Begun from an account of this computer, it leads to no other.
  const request = { school: reached, ...(view.kind === 'unlock' && { only: refOf(view.account) }) };
  const providerButton = (second: boolean) =>
    name !== undefined && (
      <ProviderButton
        key={reached}
        name={name}
        request={request}
        verbs={props.provider}
        second={second}
        onStarted={(opened) => setView({ kind: 'provider', name, request, opened, from: view })}
      />
    );
  /** What the browser was asked for about an account of this computer, and it is closed: that account says what to do. */
  const finishFrom =
    (from: View): ProviderVerbs['finish'] =>
    async (code) => {
      const result = await props.provider.finish(code);
      if (!result.ok && result.failure.kind === 'accountBlocked' && from.kind === 'unlock')
        setView({ kind: 'unlock', account: from.account });
      return result;
    };
  const back = (to: View, label: string) => (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowLeft size={16} />}
      style={{ alignSelf: 'flex-start' }}
      onClick={() => setView(to)}
    >
      {label}
    </Button>
  );

  return (
    <DoorFrame school={school} tools={tools}>
      {losses.map((lost) => (
        <LostEntriesNotice key={lost.folder} lost={lost} accounts={accounts} onForget={props.onForgetLost} />
      ))}
      {view.kind === 'accounts' && (
        <>
          <header>
            <DoorHeading>{t('door.accounts')}</DoorHeading>
            <p className={classes['intro']}>{t('door.accountsHint')}</p>
          </header>
          <AccountList
            accounts={accounts}
            now={now}
            onChoose={(account) => setView({ kind: 'unlock', account })}
            onRemove={setRemoving}
          />
          <Button
            variant="default"
            size="md"
            leftSection={<IconUserPlus size={18} stroke={1.6} />}
            onClick={() => setView({ kind: 'credentials' })}
          >
            {t('door.otherAccount')}
          </Button>
        </>
      )}
      {view.kind === 'credentials' && (
        <>
          {accounts.length > 0 && back(start, t('door.backToAccounts'))}
          <header>
            <DoorHeading>{t('door.title')}</DoorHeading>
            <p className={classes['intro']}>{t('door.intro')}</p>
          </header>
          <CredentialsForm
            school={school.school}
            schools={schools}
            chosen={atSchool}
            onChoose={setAtSchool}
            onSignIn={signIn}
            onForgotten={(typed, ofSchool) => setView({ kind: 'recovery', typed, school: ofSchool })}
          />
          {providerButton(true)}
        </>
      )}
      {view.kind === 'unlock' && (
        <>
          {back(start, t('door.backToAccounts'))}
          <ChosenAccount
            key={`${view.account.identity.school}.${view.account.identity.username}`}
            school={school}
            account={accountNow(accounts, view.account)}
            isReopened={view.isReopened ?? false}
            known={provider}
            provider={props.provider}
            providerButton={providerButton}
            onUnlock={(password) => unlock(view.account, password)}
            onHandOver={props.onHandOver}
            onReopened={() => setView({ ...view, isReopened: true })}
            onForgotten={() => {
              const { username, school: ofSchool } = view.account.identity;
              setView({ kind: 'recovery', typed: username, school: ofSchool });
            }}
            onCredentials={() => setView({ kind: 'credentials' })}
          />
        </>
      )}
      {view.kind === 'step' && (
        <SignInStep
          key={view.step.step}
          step={view.step}
          schoolName={school.name}
          onAnswer={props.onAnswerStep}
          onSaveText={props.onSaveText}
          onStep={(step) => setView({ kind: 'step', step })}
          onCancel={() => {
            props.onCancelStep();
            setView({ kind: 'credentials' });
          }}
        />
      )}
      {view.kind === 'provider' && (
        <ProviderPanel
          name={view.name}
          phone={school.phone}
          request={view.request}
          opened={view.opened}
          verbs={{ ...props.provider, finish: finishFrom(view.from) }}
          onProgress={({ state }) => state.kind === 'step' && setView({ kind: 'step', step: state })}
          onCancel={() => setView(view.from)}
        />
      )}
      {view.kind === 'recovery' && (
        <>
          {back({ kind: 'credentials' }, t('door.backToSignIn'))}
          <RecoveryPanel school={school} typed={view.typed} onRecover={recoverAt(view.school)} />
        </>
      )}
      <RemoveAccountDialog
        account={removing}
        onAskUnsent={props.onAskUnsent}
        onRemove={props.onRemove}
        onClose={() => setRemoving(undefined)}
      />
    </DoorFrame>
  );
}

function firstView({ step, reopened, forgotten, accounts }: SignInPageProps): View {
  if (step) return { kind: 'step', step };
  const accountOf = (ref: AccountRef) => accounts.find(({ identity }) => isSameAccount(identity, ref));
  const account = reopened && accountOf(reopened);
  if (account) return { kind: 'unlock', account, isReopened: true };
  const lost = forgotten && accountOf(forgotten);
  // Of a password that only this computer knows no server sends a link: the account's page says what to do.
  if (lost?.byProvider === true) return { kind: 'unlock', account: lost };
  return forgotten
    ? { kind: 'recovery', typed: forgotten.username, school: forgotten.school }
    : { kind: 'accounts' };
}

/** What this computer knows of an account by now. */
function accountNow(accounts: readonly DeviceAccount[], chosen: DeviceAccount): DeviceAccount {
  return accounts.find(({ identity }) => isSameAccount(identity, chosen.identity)) ?? chosen;
}

/** The account of a computer, and no other. */
function refOf({ identity: { school, username } }: DeviceAccount) {
  return { school, username };
}
