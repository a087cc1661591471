import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../i18n/language.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { isAcceptable, NewPasswordFields, NO_PASSWORD } from '../../ui/new-password-fields.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useInitialFocus } from '../../ui/use-initial-focus.ts';
import classes from './access.module.css';
import type { AnswerStep } from './access-verbs.ts';

interface NewPasswordStepProps {
  readonly personal: readonly string[];
  readonly onAnswer: AnswerStep;
}

/** The owner's password in the place of the office's (S22, S23). */
export function NewPasswordStep({ personal, onAnswer }: NewPasswordStepProps) {
  const { t, i18n } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState(NO_PASSWORD);
  const [checked, setChecked] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isAcceptable(password)) return;
    const { language } = i18n;
    const result = await attempt.run(() =>
      onAnswer({
        kind: 'newPassword',
        password: password.value,
        ...(isLanguage(language) && { language }),
      }),
    );
    if (result.ok) return;
    setChecked(false);
    input.current?.focus();
  };

  return (
    <>
      <header>
        <h1 className={classes['heading']}>{t('access.step.newPasswordTitle')}</h1>
        <p className={classes['intro']}>{t('access.step.newPasswordText')}</p>
      </header>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice attempt={attempt} asked="password" />
        <NewPasswordFields
          password={password}
          onChange={setPassword}
          personal={personal}
          checked={checked}
          inputRef={input}
        />
        <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
          {t('access.step.save')}
        </Button>
      </form>
    </>
  );
}
