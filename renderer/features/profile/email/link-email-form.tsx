import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseEmailAddress } from '../../../../domain/people/email-address.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { refusalText } from '../../../ui/notice/failure-reason.ts';
import {
  isAcceptable,
  NewPasswordFields,
  NO_PASSWORD,
} from '../../../ui/credentials/new-password-fields.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/profile.module.css';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';

interface LinkEmailFormProps {
  readonly isFamily: boolean;
  readonly personal: readonly string[];
  readonly onLink: ProfileVerbs['act'];
  /** Told where the address is confirmed for a profile already: its password is needed (S30). */
  readonly onKnown: (address: string) => void;
  readonly onChanged: () => Promise<void>;
}

/**
 * The address first, alone: whoever has a profile with it already is asked for that one's password, and for no new one (S30). Otherwise a
 * new password follows, typed twice (S22).
 */
export function LinkEmailForm({ isFamily, personal, onLink, onKnown, onChanged }: LinkEmailFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState(NO_PASSWORD);
  const [checked, setChecked] = useState(false);
  /** The address for which a new password is asked. */
  const [asked, setAsked] = useState<string>();
  const newInput = useRef<HTMLInputElement>(null);
  const address = parseEmailAddress(typed);
  const isAsked = asked !== undefined && asked === address;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (address === undefined || (isAsked && !isAcceptable(password))) return;
    const chosen = isAsked ? { newPassword: password.value } : {};
    const result = await attempt.run(() => onLink({ kind: 'linkEmail', address, ...chosen }));
    if (!result.ok) {
      if (result.failure.kind === 'weakPassword') newInput.current?.focus();
      return;
    }
    const { outcome } = result.value;
    if (outcome === 'portfolioPasswordNeeded') return onKnown(address);
    if (outcome === 'done') return await onChanged();
    setChecked(false);
    setAsked(address);
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t(isFamily ? 'profile.email.noneFamily' : 'profile.email.none')}</p>
      <FailureNotice attempt={attempt} saidByFields={['weakPassword']} />
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
        onChange={(event) => {
          attempt.amend();
          setTyped(event.currentTarget.value);
        }}
      />
      {isAsked && (
        <>
          <p role="status">{t('profile.email.newPasswordText')}</p>
          <NewPasswordFields
            password={password}
            onChange={(chosen) => {
              attempt.amend();
              setPassword(chosen);
            }}
            personal={personal}
            checked={checked}
            refusal={refusalText(attempt.failure, t)}
            inputRef={newInput}
            first={false}
            size="sm"
          />
        </>
      )}
      <div>
        <Button type="submit" loading={attempt.busy} disabled={attempt.waitSeconds > 0}>
          {t(isAsked ? 'profile.email.link' : 'profile.email.next')}
        </Button>
      </div>
    </form>
  );
}
