import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import type { PendingSignIn, SignInFailure, SignInProgress } from '../../../domain/protocol/bridge.ts';
import type { AccountRef } from '../../../domain/protocol/session.ts';
import type { AnswerStep } from './access-verbs.ts';
import { ProviderButton } from './provider-button.tsx';
import { ProviderPanel } from './provider-panel.tsx';
import type { ProviderVerbs } from './provider-verbs.ts';
import { SignInStep } from './sign-in-step.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { useProviderName } from './use-provider-name.ts';

interface SignInAgainDialogProps {
  readonly opened: boolean;
  readonly account: AccountRef;
  readonly schoolName: string;
  readonly phone: string;
  /** The account's password is this computer's own: only the provider brings a session back. */
  readonly byProvider: boolean;
  readonly provider: ProviderVerbs;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => Promise<Result<SignInProgress, SignInFailure>>;
  readonly onAnswerStep: AnswerStep;
  readonly onCancelStep: () => void;
}

/** Asks for the password, or leads to the provider, when the server no longer accepts the session; work goes on behind it. */
export function SignInAgainDialog(props: SignInAgainDialogProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<PendingSignIn>();
  const [journey, setJourney] = useState<{ readonly name: string; readonly opened: boolean }>();
  const name = useProviderName(props.provider.ways, props.account.school);
  const request = { school: props.account.school, only: props.account };
  const close = () => {
    if (step || journey) props.onCancelStep();
    setStep(undefined);
    setJourney(undefined);
    props.onClose();
  };
  const goOn = ({ state }: SignInProgress) => {
    setJourney(undefined);
    if (state.kind === 'step') setStep(state);
    else {
      setStep(undefined);
      props.onClose();
    }
  };
  const answer: AnswerStep = async (given) => {
    const result = await props.onAnswerStep(given);
    if (result.ok) goOn(result.value);
    return result;
  };
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={t('access.again.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {step ? (
          <SignInStep
            key={step.step}
            step={step}
            schoolName={props.schoolName}
            onAnswer={answer}
            onStep={setStep}
            onCancel={close}
          />
        ) : journey ? (
          <ProviderPanel
            {...journey}
            phone={props.phone}
            request={request}
            verbs={props.provider}
            onProgress={goOn}
            onCancel={() => setJourney(undefined)}
          />
        ) : (
          <>
            <p style={{ margin: 0 }}>
              {!props.byProvider && t('access.again.text')}
              {props.byProvider && name !== undefined && t('provider.again', { name })}
              {props.byProvider && name === undefined && t('provider.againOffline')}
            </p>
            {!props.byProvider && (
              <UnlockForm label={t('access.again.action')} onUnlock={props.onPassword} onDone={goOn} />
            )}
            {name !== undefined && (
              <ProviderButton
                name={name}
                request={request}
                verbs={props.provider}
                second={!props.byProvider}
                onStarted={(opened) => setJourney({ name, opened })}
              />
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
