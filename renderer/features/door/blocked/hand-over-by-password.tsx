import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRef } from '../../../../domain/protocol/endpoints/session/session.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { PasswordField } from '../../../ui/credentials/password-field.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/door.module.css';
import type { HandOver } from '../verbs/door-verbs.ts';

interface HandOverByPasswordProps {
  readonly only: AccountRef;
  /** Whether some of the entries open with an earlier password only. */
  readonly hasEarlier: boolean;
  readonly onHandOver: HandOver;
  readonly onDone: (entries: number) => void;
}

/**
 * Handing over the entries of a blocked account: its password is the consent (ADR 9). It opens the entries too, unless it was another one
 * when they were written: then that one is asked for beside it.
 */
export function HandOverByPassword({ only, hasEarlier, onHandOver, onDone }: HandOverByPasswordProps) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [opens, setOpens] = useState('');
  const [missing, setMissing] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const first = useRef<HTMLInputElement>(null);

  useEffect(() => first.current?.focus(), []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password === '') return;
    const result = await attempt.run(() => onHandOver(only, password, opens === '' ? {} : { opens }));
    if (result.ok) onDone(result.value.entries);
    // Changed elsewhere: what was typed may be the one that opens the entries.
    else if (result.failure.reason === 'consentNotTaken') setChanged(true);
    if (result.ok || result.failure.kind === 'wrongPassword') {
      setPassword('');
      setOpens('');
    }
    first.current?.focus();
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} asked="password" />
      <PasswordField
        value={password}
        onChange={setPassword}
        inputRef={first}
        error={missing ? t('credentials.passwordMissing') : undefined}
      />
      {(hasEarlier || isChanged) && (
        <PasswordField label={t('door.blocked.opens')} first={false} value={opens} onChange={setOpens} />
      )}
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t('door.blocked.action')}
      </Button>
    </form>
  );
}
