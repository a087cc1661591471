import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import { useAttempt, type AttemptFailure } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/door.module.css';

interface UnlockFormProps<T> {
  readonly label: string;
  /** Which password it is, where an account has two. */
  readonly passwordLabel?: string;
  /** Stands under another way in. */
  readonly second?: boolean;
  /** Stands above the button for a forgotten password, which its failure may name. */
  readonly withForgotten?: boolean;
  readonly onUnlock: (password: string) => Promise<Result<T, AttemptFailure>>;
  /** Told when the password was right. */
  readonly onDone?: (answer: T) => void;
}

/** The password alone, for somebody already chosen. */
export function UnlockForm<T>(props: UnlockFormProps<T>) {
  const { label, passwordLabel, second = false, withForgotten = false, onUnlock, onDone } = props;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password === '') return;
    const result = await attempt.run(() => onUnlock(password));
    if (result.ok) {
      onDone?.(result.value);
      return;
    }
    setPassword('');
    input.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} asked={withForgotten ? 'unlock' : 'password'} />
      <PasswordField
        {...(passwordLabel === undefined ? {} : { label: passwordLabel })}
        value={password}
        onChange={setPassword}
        inputRef={input}
        error={missing ? t('credentials.passwordMissing') : undefined}
      />
      <Button
        type="submit"
        size="md"
        variant={second ? 'default' : 'filled'}
        loading={attempt.busy}
        disabled={attempt.waitSeconds > 0}
        fullWidth
      >
        {label}
      </Button>
    </form>
  );
}
