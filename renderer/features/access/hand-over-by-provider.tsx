import { Button } from '@mantine/core';
import { IconExternalLink, IconId } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fail } from '../../../domain/base/result.ts';
import type { AccountRef } from '../../../domain/protocol/session.ts';
import { BrowserCodeField, isWholeCode } from '../../ui/browser-code-field.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import classes from './access.module.css';
import type { HandOver } from './access-verbs.ts';
import type { ProviderVerbs } from './provider-verbs.ts';
import { useProvider } from './use-provider.ts';

interface HandOverByProviderProps {
  readonly only: AccountRef;
  readonly provider: ProviderVerbs;
  readonly onHandOver: HandOver;
  readonly onDone: (entries: number) => void;
}

/**
 * Handing over the entries of a blocked account that a provider has opened: its password is this computer's own and opens them, and the
 * person consents in the browser (ADR 9).
 */
export function HandOverByProvider({ only, provider, onHandOver, onDone }: HandOverByProviderProps) {
  const { t } = useTranslation();
  const { state, name = '' } = useProvider(provider.ways, only.school);
  const attempt = useAttempt();
  /** Whether the browser has opened; undefined before it was asked to. */
  const [opened, setOpened] = useState<boolean>();
  const start = async () => {
    const result = await attempt.run(() =>
      opened === undefined || attempt.failure?.kind === 'expired'
        ? provider.start({ school: only.school, only, purpose: 'handOver' })
        : provider.reopen(),
    );
    if (result.ok) setOpened(result.value.opened);
  };
  if (state === 'asking') return null;
  if (state !== 'there') return <p className={classes['intro']}>{t(`provider.handOver.${state}`)}</p>;
  if (opened === undefined)
    return (
      <>
        <FailureNotice attempt={attempt} />
        <Button
          size="md"
          leftSection={<IconId size={20} stroke={1.6} />}
          loading={attempt.busy}
          disabled={attempt.waitSeconds > 0}
          fullWidth
          onClick={() => void start()}
        >
          {t('provider.handOver.begin', { name })}
        </Button>
      </>
    );
  return (
    <>
      <ol className={classes['journey']}>
        <li>{t('provider.identity')}</li>
        <li>{t('provider.handOver.choice')}</li>
        <li>{t('provider.handOver.copy')}</li>
      </ol>
      {!opened && (
        <Notice tone="warn" title={t('provider.notOpened')} urgent>
          {t('provider.notOpenedText')}
        </Notice>
      )}
      <ConsentForm
        attempt={attempt}
        onSend={(password, code) => onHandOver(only, password, code)}
        onDone={onDone}
      />
      <Button
        variant="default"
        leftSection={<IconExternalLink size={17} stroke={1.7} />}
        disabled={attempt.busy}
        onClick={() => void start()}
      >
        {t(attempt.failure?.kind === 'expired' ? 'provider.restart' : 'provider.reopen')}
      </Button>
    </>
  );
}

interface ConsentFormProps {
  readonly attempt: ReturnType<typeof useAttempt>;
  readonly onSend: (password: string, code: string) => ReturnType<HandOver>;
  readonly onDone: (entries: number) => void;
}

/** The code that the browser shows, and the password that opens the entries. */
function ConsentForm({ attempt, onSend, onDone }: ConsentFormProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  useEffect(() => codeInput.current?.focus(), []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isWholeCode(code) || password === '') return;
    const result = await attempt.run(async () => {
      const given = await onSend(password, code);
      return given.ok || given.failure.kind !== 'wrongCode'
        ? given
        : fail({ ...given.failure, kind: 'wrongBrowserCode' as const });
    });
    if (result.ok) {
      onDone(result.value.entries);
      return;
    }
    setChecked(false);
    if (result.failure.kind === 'wrongPassword') {
      setPassword('');
      passwordInput.current?.focus();
    } else {
      setCode('');
      codeInput.current?.focus();
    }
  };

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice attempt={attempt} asked="password" />
      <BrowserCodeField
        inputRef={codeInput}
        value={code}
        error={checked && !isWholeCode(code) ? t('provider.codeMissing') : undefined}
        onChange={setCode}
        onComplete={() => passwordInput.current?.focus()}
      />
      <PasswordField
        label={t('provider.handOver.password')}
        value={password}
        onChange={setPassword}
        inputRef={passwordInput}
        error={checked && password === '' ? t('credentials.passwordMissing') : undefined}
      />
      <Button type="submit" size="md" loading={attempt.busy} disabled={attempt.waitSeconds > 0} fullWidth>
        {t('access.blocked.action')}
      </Button>
    </form>
  );
}
