import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import classes from './access.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { PasswordField } from './password-field.tsx';
import { useAttempt, type AttemptResult } from './use-attempt.ts';

interface CredentialsFormProps {
  readonly school: SchoolId;
  readonly onSignIn: (credentials: {
    readonly username: string;
    readonly password: string;
  }) => Promise<AttemptResult>;
}

/** Username and password of any account, also one that was never used on this computer. */
export function CredentialsForm({ school, onSignIn }: CredentialsFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const usernameInput = useInitialFocus<HTMLInputElement>();
  const passwordInput = useRef<HTMLInputElement>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (username.trim() === '' || password === '') return;
    const succeeded = await attempt.run(() =>
      onSignIn({ username: completeUsername(username, school), password }),
    );
    if (succeeded) return;
    setPassword('');
    setChecked(false);
    passwordInput.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} />
      <TextInput
        ref={usernameInput}
        label={t('access.username')}
        description={t('access.usernameHint', { example: `${school}.1234567` })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        size="md"
        value={username}
        error={checked && username.trim() === '' ? t('access.usernameMissing') : undefined}
        autoComplete="username"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordField
        value={password}
        onChange={setPassword}
        inputRef={passwordInput}
        error={checked && password === '' ? t('access.passwordMissing') : undefined}
      />
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t('access.signIn')}
      </Button>
    </form>
  );
}

/** Who types the digits alone means the account of this school. */
export function completeUsername(typed: string, school: SchoolId): string {
  const username = typed.trim().toUpperCase();
  return /^\d+$/.test(username) ? `${school}.${username}` : username;
}
