import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/door.module.css';
import type { Recover } from '../verbs/door-verbs.ts';
import { RecoveryFailure, RecoverySent } from './recovery-answers.tsx';

interface EmailRecoveryProps {
  readonly school: InstalledSchool;
  readonly typed: string;
  readonly onRecover: Recover;
}

/** Mode 1: a link to the address that somebody linked to the profile before (S16). */
export function EmailRecovery({ school, typed, onRecover }: EmailRecoveryProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [address, setAddress] = useState(typed);
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(address.trim() === '');
    if (address.trim() === '') return;
    const result = await attempt.run(() => onRecover({ kind: 'byEmail', address: address.trim() }));
    setSent(result.ok);
  };

  if (sent) return <RecoverySent text={t('door.recovery.sentEmail')} onAgain={() => setSent(false)} />;
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p className={classes['intro']}>{t('door.recovery.byEmailText')}</p>
      <RecoveryFailure attempt={attempt} school={school} />
      <TextInput
        ref={input}
        label={t('door.recovery.address')}
        size="md"
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        value={address}
        error={missing ? t('door.recovery.addressMissing') : undefined}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t('door.recovery.send')}
      </Button>
    </form>
  );
}
