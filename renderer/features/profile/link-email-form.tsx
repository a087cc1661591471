import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseEmailAddress } from '../../../domain/rules/email-address.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { isAcceptable, NewPasswordFields, NO_PASSWORD } from '../../ui/new-password-fields.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import classes from './profile.module.css';
import type { ProfileVerbs } from './profile-verbs.ts';

interface LinkEmailFormProps {
  readonly isFamily: boolean;
  readonly personal: readonly string[];
  readonly onLink: ProfileVerbs['act'];
  /** Told where the address is confirmed for a profile already: its password is needed (S30). */
  readonly onKnown: (address: string) => void;
  readonly onChanged: () => Promise<void>;
}

/** An address and a new password typed twice (S22). */
export function LinkEmailForm({ isFamily, personal, onLink, onKnown, onChanged }: LinkEmailFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState(NO_PASSWORD);
  const [checked, setChecked] = useState(false);
  const address = parseEmailAddress(typed);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (address === undefined || !isAcceptable(password)) return;
    const result = await attempt.run(() =>
      onLink({ kind: 'linkEmail', address, newPassword: password.value }),
    );
    if (!result.ok) return;
    if (result.value.outcome === 'portfolioPasswordNeeded') onKnown(address);
    else await onChanged();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t(isFamily ? 'profile.email.noneFamily' : 'profile.email.none')}</p>
      <FailureNotice attempt={attempt} />
      <TextInput
        label={t('profile.email.address')}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        value={typed}
        error={
          checked && address === undefined
            ? t(typed.trim() === '' ? 'profile.email.addressMissing' : 'failure.reason.addressInvalid')
            : undefined
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p>{t('profile.email.newPasswordText')}</p>
      <NewPasswordFields
        password={password}
        onChange={setPassword}
        personal={personal}
        checked={checked}
        first={false}
        size="sm"
      />
      <div>
        <Button type="submit" loading={attempt.busy} disabled={attempt.waitSeconds > 0}>
          {t('profile.email.link')}
        </Button>
      </div>
    </form>
  );
}
