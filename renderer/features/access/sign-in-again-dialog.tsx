import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/base/result.ts';
import type { PendingSignIn, SignInFailure, SignInProgress } from '../../../domain/protocol/bridge.ts';
import type { AnswerStep } from './access-verbs.ts';
import { SignInStep } from './sign-in-step.tsx';
import { UnlockForm } from './unlock-form.tsx';

interface SignInAgainDialogProps {
  readonly opened: boolean;
  readonly schoolName: string;
  readonly onClose: () => void;
  readonly onPassword: (password: string) => Promise<Result<SignInProgress, SignInFailure>>;
  readonly onAnswerStep: AnswerStep;
  readonly onCancelStep: () => void;
}

/** Asks for the password when the server no longer accepts the session; work goes on behind it. */
export function SignInAgainDialog(props: SignInAgainDialogProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<PendingSignIn>();
  const close = () => {
    if (step) props.onCancelStep();
    setStep(undefined);
    props.onClose();
  };
  const goOn = ({ state }: SignInProgress) => {
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
        ) : (
          <>
            <p style={{ margin: 0 }}>{t('access.again.text')}</p>
            <UnlockForm label={t('access.again.action')} onUnlock={props.onPassword} onDone={goOn} />
          </>
        )}
      </Stack>
    </Modal>
  );
}
