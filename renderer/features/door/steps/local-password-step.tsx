import { useState } from 'react';
import type { PendingSignIn } from '../../../../domain/protocol/bridge/session-state.ts';
import type { AnswerStep } from '../verbs/door-verbs.ts';
import { KnownLocalPassword } from './known-local-password.tsx';
import { NewLocalPassword } from './new-local-password.tsx';

interface LocalPasswordStepProps {
  readonly step: PendingSignIn;
  readonly onAnswer: AnswerStep;
}

/** The password of this computer, after a provider has said who the person is: the one that opens what is here, or a new one. */
export function LocalPasswordStep({ step, onAnswer }: LocalPasswordStepProps) {
  const { username, here } = step;
  const hasData = here?.hasData === true;
  const [forgotten, setForgotten] = useState(false);
  if (hasData && !forgotten)
    return (
      <KnownLocalPassword username={username} onAnswer={onAnswer} onForgotten={() => setForgotten(true)} />
    );
  return (
    <NewLocalPassword
      personal={[username, ...(here?.personal ?? [])]}
      here={here}
      onAnswer={onAnswer}
      onRemembered={hasData ? () => setForgotten(false) : undefined}
    />
  );
}
