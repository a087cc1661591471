import { Button, Select, TextInput } from '@mantine/core';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReachableSchool } from '../../../../domain/protocol/school-list.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/door.module.css';
import type { SignIn } from '../verbs/door-verbs.ts';
import { slipOf } from './username-slip.ts';

interface CredentialsFormProps {
  readonly school: string;
  /** Schools that can be signed in to from here; a choice is offered where there is one. */
  readonly schools: readonly ReachableSchool[];
  /** The one that is chosen. */
  readonly chosen: string;
  readonly onChoose: (school: string) => void;
  readonly onSignIn: SignIn;
  readonly onForgotten: (username: string, school: string) => void;
}

/** Username or address and password of any account, also one that was never used on this computer. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { school, schools, chosen, onSignIn, onForgotten } = props;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [username, setUsername] = useState('');
  const [left, setLeft] = useState(false);
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const usernameInput = useInitialFocus<HTMLInputElement>();
  const passwordInput = useRef<HTMLInputElement>(null);
  const slip = left ? slipOf(username) : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (username.trim() === '' || password === '') return;
    const result = await attempt.run(() =>
      onSignIn({
        username: completeUsername(username, chosen),
        password,
        ...(chosen === school ? {} : { school: chosen }),
      }),
    );
    if (result.ok) return;
    setPassword('');
    setChecked(false);
    passwordInput.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} />
      {schools.length > 1 && (
        <Select
          label={t('door.school')}
          size="md"
          searchable
          allowDeselect={false}
          value={chosen}
          onChange={(value) => value !== null && props.onChoose(value)}
          data={schools.map((each) => ({ value: each.school, label: `${each.name} · ${each.city}` }))}
        />
      )}
      <TextInput
        ref={usernameInput}
        label={t('door.username')}
        description={
          slip === undefined
            ? t('door.usernameHint', { staff: `${chosen}.1234567`, family: 'G123456X' })
            : t(`door.${slip}`)
        }
        descriptionProps={slip === undefined ? {} : SLIP}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        size="md"
        value={username}
        error={checked && username.trim() === '' ? t('door.usernameMissing') : undefined}
        autoComplete="username"
        autoCapitalize="characters"
        spellCheck={false}
        onBlur={() => setLeft(true)}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordField
        value={password}
        onChange={setPassword}
        inputRef={passwordInput}
        error={checked && password === '' ? t('credentials.passwordMissing') : undefined}
      />
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t('door.signIn')}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onForgotten(username.trim(), chosen)}>
        {t('door.forgotten')}
      </Button>
    </form>
  );
}

const SLIP = { role: 'status', style: { color: 'var(--cp-warn)' } } as const;

/** Who types the digits alone means the account of this school; an address stays as it is. */
export function completeUsername(typed: string, school: string): string {
  const username = typed.trim();
  if (username.includes('@')) return username;
  return /^\d+$/.test(username) ? `${school}.${username}` : username.toUpperCase();
}
