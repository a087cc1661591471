import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../domain/base/assert.ts';
import type { PendingSignIn } from '../../../../domain/protocol/bridge/session-state.ts';
import { RecoveryCodes } from '../../../ui/credentials/recovery-codes.tsx';
import { DoorHeading } from '../frame/door-heading.tsx';
import type { AnswerStep, SaveText } from '../verbs/door-verbs.ts';
import { CodeStep } from './code-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { LocalPasswordStep } from './local-password-step.tsx';
import { NewPasswordStep } from './new-password-step.tsx';

interface SignInStepProps {
  readonly step: PendingSignIn;
  readonly onAnswer: AnswerStep;
  /** Told of the step that comes after the one answered. */
  readonly onStep: (step: PendingSignIn) => void;
  readonly onCancel: () => void;
  readonly schoolName: string;
  readonly onSaveText: SaveText;
}

/** What is still missing from a sign-in that the server has begun to believe. */
export function SignInStep(props: SignInStepProps) {
  const { step, onAnswer, onStep, onCancel, schoolName, onSaveText } = props;
  const { t } = useTranslation();
  /** Recovery codes that came with the next step: whoever gives that one up has a second factor all the same. */
  const [shown, setShown] = useState<{ readonly codes: readonly string[]; readonly next: PendingSignIn }>();
  const answer: AnswerStep = async (given) => {
    const result = await onAnswer(given);
    if (!result.ok || result.value.state.kind !== 'step') return result;
    const { state, recoveryCodes } = result.value;
    if (recoveryCodes) setShown({ codes: recoveryCodes, next: state });
    else onStep(state);
    return result;
  };
  if (shown)
    return (
      <>
        <DoorHeading>{t('credentials.codes.title')}</DoorHeading>
        <RecoveryCodes
          codes={shown.codes}
          username={step.username}
          onSave={onSaveText}
          onDone={() => onStep(shown.next)}
        />
      </>
    );
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={onCancel}
      >
        {t('door.step.cancel')}
      </Button>
      {formOf(step, answer, schoolName)}
    </>
  );
}

function formOf(step: PendingSignIn, answer: AnswerStep, schoolName: string) {
  switch (step.step) {
    case 'secondFactor':
      return <CodeStep username={step.username} onAnswer={answer} />;
    case 'enrolSecondFactor':
      return <EnrolStep enrolment={step.enrolment} onAnswer={answer} />;
    case 'newPassword':
      return <NewPasswordStep personal={step.personal ?? [step.username, schoolName]} onAnswer={answer} />;
    case 'localPassword':
      return <LocalPasswordStep step={step} onAnswer={answer} />;
    default:
      return assertNever(step.step);
  }
}
