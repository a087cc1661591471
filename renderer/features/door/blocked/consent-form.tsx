import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fail } from '../../../../domain/base/result.ts';
import { BrowserCodeField, isWholeCode } from '../../../ui/credentials/browser-code-field.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import type { Attempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/door.module.css';
import type { HandOver } from '../verbs/door-verbs.ts';

interface ConsentFormProps {
  readonly attempt: Attempt;
  readonly onSend: (password: string, code: string) => ReturnType<HandOver>;
  /** Told when the code opens nothing any more. */
  readonly onExpired: () => void;
  readonly onDone: (entries: number) => void;
}

/** The code that the browser shows, and the password that opens the entries. What is still good stays when the other one was not. */
export function ConsentForm({ attempt, onSend, onExpired, onDone }: ConsentFormProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  useEffect(() => codeInput.current?.focus(), []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isWholeCode(code) || password === '') return;
    const result = await attempt.run(async () => {
      const given = await onSend(password, code);
      return given.ok || given.failure.kind !== 'wrongCode'
        ? given
        : fail({ ...given.failure, kind: 'wrongBrowserCode' as const });
    });
    setChecked(false);
    if (result.ok || result.failure.kind === 'wrongPassword') {
      // What still waits after a success is opened by another password.
      setPassword('');
      passwordInput.current?.focus();
    }
    if (result.ok) onDone(result.value.entries);
    else if (result.failure.kind === 'wrongBrowserCode') {
      setCode('');
      codeInput.current?.focus();
    } else if (result.failure.kind === 'expired') {
      setCode('');
      onExpired();
    }
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} asked="password" />
      <BrowserCodeField
        inputRef={codeInput}
        value={code}
        error={checked && !isWholeCode(code) ? t('provider.codeMissing') : undefined}
        onChange={setCode}
        onComplete={() => passwordInput.current?.focus()}
      />
      <PasswordField
        label={t('provider.handOver.password')}
        value={password}
        onChange={setPassword}
        inputRef={passwordInput}
        error={checked && password === '' ? t('credentials.passwordMissing') : undefined}
      />
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t('door.blocked.action')}
      </Button>
    </form>
  );
}
