import { Button, Group, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/profile.module.css';
import type { ProfileVerbs } from '../frame/profile-verbs.ts';

interface MergeFormProps {
  readonly address: string;
  readonly onMerge: ProfileVerbs['act'];
  readonly onOther: () => void;
  readonly onMerged: () => Promise<void>;
}

/** Joins the account to the portfolio that has the address, with the password chosen there; no new one is asked for (S30). */
export function MergeForm({ address, onMerge, onOther, onMerged }: MergeFormProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();
  const isWrong = attempt.failure?.kind === 'wrongPassword' || attempt.failure?.kind === 'wrongCredentials';

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password === '') return;
    const shown = needsCode && code.trim() !== '' ? { code: code.trim() } : {};
    const result = await attempt.run(() => onMerge({ kind: 'mergeProfile', address, password, ...shown }));
    if (result.ok) return await onMerged();
    setCode('');
    // The password was right, and a code is wanted beside it: it stays.
    const wantsCode = result.failure.reason === 'portfolioCode' || result.failure.kind === 'wrongCode';
    setNeedsCode(needsCode || wantsCode);
    if (wantsCode) return;
    setPassword('');
    input.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <Notice tone="info" title={t('profile.email.mergeTitle')}>
        {t('profile.email.mergeText', { address })}
      </Notice>
      <FailureNotice attempt={attempt} saidByFields={['wrongPassword', 'wrongCredentials']} />
      <PasswordField
        label={t('profile.email.mergePassword')}
        size="sm"
        value={password}
        inputRef={input}
        onChange={(typed) => {
          attempt.amend();
          setPassword(typed);
        }}
        error={
          missing ? t('credentials.passwordMissing') : isWrong ? t('profile.email.mergeWrong') : undefined
        }
        urgent={isWrong}
      />
      {needsCode && <PortfolioCode value={code} onChange={setCode} />}
      <Group gap="xs">
        <Button type="submit" loading={attempt.busy} disabled={attempt.waitSeconds > 0}>
          {t('profile.email.merge')}
        </Button>
        <Button variant="default" onClick={onOther}>
          {t('profile.email.otherAddress')}
        </Button>
      </Group>
    </form>
  );
}

interface PortfolioCodeProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The code of the portfolio's second factor, asked for once its password was right. */
function PortfolioCode({ value, onChange }: PortfolioCodeProps) {
  const { t } = useTranslation();
  const input = useInitialFocus<HTMLInputElement>();
  return (
    <TextInput
      ref={input}
      label={t('profile.email.mergeCode')}
      description={t('profile.email.mergeCodeText')}
      autoComplete="one-time-code"
      size="sm"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
