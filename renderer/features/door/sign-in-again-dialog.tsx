import { Divider, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import type { PendingSignIn, SignInProgress } from '../../../domain/protocol/bridge/session-state.ts';
import type { SignInFailure } from '../../../domain/protocol/bridge/act-failures.ts';
import type { AccountRef } from '../../../domain/protocol/endpoints/session/session.ts';
import type { AnswerStep, SaveText } from './verbs/door-verbs.ts';
import { ProviderButton } from './provider/provider-button.tsx';
import { ProviderPanel } from './provider/provider-panel.tsx';
import type { ProviderVerbs } from './verbs/provider-verbs.ts';
import { SignInStep } from './steps/sign-in-step.tsx';
import { UnlockForm } from './unlock/unlock-form.tsx';
import { useProvider } from './provider/use-provider.ts';

interface SignInAgainDialogProps {
  readonly opened: boolean;
  readonly account: AccountRef;
  readonly schoolName: string;
  readonly phone: string;
  /** The account's password is this computer's own: the provider brings a session back, or the password of the register. */
  readonly byProvider: boolean;
  readonly provider: ProviderVerbs;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => Promise<Result<SignInProgress, SignInFailure>>;
  readonly onAnswerStep: AnswerStep;
  readonly onCancelStep: () => void;
  readonly onSaveText: SaveText;
}

/** Asks for the password, or leads to the provider, when the server no longer accepts the session; work goes on behind it. */
export function SignInAgainDialog(props: SignInAgainDialogProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<PendingSignIn>();
  const [journey, setJourney] = useState<{ readonly name: string; readonly opened: boolean }>();
  // Nobody asks the school about it until somebody needs it.
  const { state, name } = useProvider(props.provider.ways, props.opened ? props.account.school : undefined);
  const request = { school: props.account.school, only: props.account };
  const close = () => {
    if (step || journey) props.onCancelStep();
    setStep(undefined);
    setJourney(undefined);
    props.onClose();
  };
  const goOn = ({ state: reached }: SignInProgress) => {
    setJourney(undefined);
    if (reached.kind === 'step') setStep(reached);
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
      title={t('door.again.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {step ? (
          <SignInStep
            key={step.step}
            step={step}
            schoolName={props.schoolName}
            onAnswer={answer}
            onSaveText={props.onSaveText}
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
              {props.byProvider ? t(`provider.again.${state}`, { name: name ?? '' }) : t('door.again.text')}
            </p>
            {!props.byProvider && (
              <UnlockForm label={t('door.again.action')} onUnlock={props.onPassword} onDone={goOn} />
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
            {props.byProvider && state !== 'asking' && (
              <>
                {name !== undefined && <Divider label={t('provider.or')} />}
                <UnlockForm
                  label={t('door.again.action')}
                  passwordLabel={t('credentials.registerPassword')}
                  second={name !== undefined}
                  onUnlock={props.onPassword}
                  onDone={goOn}
                />
              </>
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
