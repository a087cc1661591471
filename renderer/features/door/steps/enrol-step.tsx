import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PendingSignIn } from '../../../../domain/protocol/bridge/session-state.ts';
import { CODE_LENGTH, CodeField } from '../../../ui/credentials/code-field.tsx';
import { EnrolmentKey } from '../../../ui/credentials/enrolment-key.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { AnswerStep } from '../verbs/door-verbs.ts';

interface EnrolStepProps {
  readonly enrolment: PendingSignIn['enrolment'];
  readonly onAnswer: AnswerStep;
}

/** Sets up the second factor that the school asks for: the key, then the first code that it makes. */
export function EnrolStep({ enrolment, onAnswer }: EnrolStepProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const send = async (given: string) => {
    const result = await attempt.run(() => onAnswer({ kind: 'enrolCode', code: given }));
    if (result.ok) return;
    setCode('');
    setChecked(false);
    input.current?.focus();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (code.length === CODE_LENGTH) void send(code);
  };

  return (
    <>
      <header>
        <DoorHeading>{t('door.step.enrolTitle')}</DoorHeading>
        <p className={classes['intro']}>{t('door.step.enrolText')}</p>
      </header>
      {enrolment && <EnrolmentKey {...enrolment} />}
      <form className={classes['form']} onSubmit={submit} noValidate>
        <p style={{ margin: 0 }}>{t('credentials.enrol.thenCode')}</p>
        <FailureNotice attempt={attempt} />
        <CodeField
          inputRef={input}
          value={code}
          error={checked && code.length < CODE_LENGTH ? t('credentials.codeMissing') : undefined}
          onChange={setCode}
          onComplete={(complete) => void send(complete)}
        />
        <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
          {t('door.step.confirm')}
        </Button>
      </form>
    </>
  );
}
