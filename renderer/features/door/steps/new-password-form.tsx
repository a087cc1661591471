import { Button } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { refusalText } from '../../../ui/notice/failure-reason.ts';
import {
  isAcceptable,
  NewPasswordFields,
  NO_PASSWORD,
} from '../../../ui/credentials/new-password-fields.tsx';
import { useAttempt, type AttemptFailure } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/door.module.css';

interface NewPasswordFormProps {
  readonly personal: readonly string[];
  /** What the button says. */
  readonly save: string;
  readonly onChosen: (password: string) => Promise<Result<unknown, AttemptFailure>>;
  /** Whether what else the form asks for is answered. */
  readonly isReady?: boolean;
  /** What else the form asks for; `checked` says whether somebody has tried to send it. */
  readonly children?: (checked: boolean) => ReactNode;
}

/** A new password typed twice, at a sign-in; a refused one keeps its place, and the focus goes back to it. */
export function NewPasswordForm({
  personal,
  save,
  onChosen,
  isReady = true,
  children,
}: NewPasswordFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState(NO_PASSWORD);
  const [checked, setChecked] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isAcceptable(password) || !isReady) return;
    const result = await attempt.run(() => onChosen(password.value));
    if (result.ok) return;
    setChecked(false);
    input.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} asked="password" saidByFields={['weakPassword']} />
      <NewPasswordFields
        password={password}
        onChange={(typed) => {
          attempt.amend();
          setPassword(typed);
        }}
        personal={personal}
        checked={checked}
        refusal={refusalText(attempt.failure, t)}
        inputRef={input}
      />
      {children?.(checked)}
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {save}
      </Button>
    </form>
  );
}
