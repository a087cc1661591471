import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import classes from './access.module.css';
import { FailureNotice } from './failure-notice.tsx';
import { PasswordField } from './password-field.tsx';
import { useAttempt, type AttemptResult } from './use-attempt.ts';

interface UnlockFormProps {
  readonly label: string;
  readonly onUnlock: (password: string) => Promise<AttemptResult>;
  /** Told when the password was right. */
  readonly onDone?: () => void;
}

/** The password alone, for somebody already chosen. */
export function UnlockForm({ label, onUnlock, onDone }: UnlockFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password === '') return;
    if (await attempt.run(() => onUnlock(password))) {
      onDone?.();
      return;
    }
    setPassword('');
    input.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} asked="password" />
      <PasswordField
        value={password}
        onChange={setPassword}
        inputRef={input}
        error={missing ? t('access.passwordMissing') : undefined}
      />
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {label}
      </Button>
    </form>
  );
}
