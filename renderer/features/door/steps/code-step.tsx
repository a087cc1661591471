import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CODE_LENGTH, CodeField } from '../../../ui/credentials/code-field.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { AnswerStep } from '../verbs/door-verbs.ts';

interface CodeStepProps {
  readonly username: string;
  readonly onAnswer: AnswerStep;
}

/** The code of the second factor, or a recovery code in its place. */
export function CodeStep({ username, onAnswer }: CodeStepProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [recovering, setRecovering] = useState(false);
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();
  const isReady = recovering ? code.trim() !== '' : code.length === CODE_LENGTH;

  const send = async (given: string) => {
    const result = await attempt.run(() => onAnswer({ kind: 'code', code: given.trim() }));
    if (result.ok) return;
    setCode('');
    setChecked(false);
    input.current?.focus();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isReady) void send(code);
  };

  return (
    <>
      <header>
        <DoorHeading>{t('door.step.codeTitle')}</DoorHeading>
        <p className={classes['intro']}>
          {recovering ? t('door.step.recoveryText') : t('door.step.codeText', { username })}
        </p>
      </header>
      <form className={classes['form']} onSubmit={submit} noValidate>
        <FailureNotice attempt={attempt} />
        {recovering ? (
          <TextInput
            ref={input}
            label={t('credentials.recoveryCode')}
            size="md"
            value={code}
            error={checked && !isReady ? t('credentials.recoveryCodeMissing') : undefined}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        ) : (
          <CodeField
            inputRef={input}
            value={code}
            error={checked && !isReady ? t('credentials.codeMissing') : undefined}
            onChange={setCode}
            onComplete={(complete) => void send(complete)}
          />
        )}
        <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
          {t('door.step.confirm')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setRecovering(!recovering);
            setCode('');
            setChecked(false);
          }}
        >
          {t(recovering ? 'door.step.useApp' : 'door.step.useRecoveryCode')}
        </Button>
      </form>
    </>
  );
}
