import { Button } from '@mantine/core';
import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInProgress } from '../../../../domain/protocol/bridge/session-state.ts';
import type { ProviderRequest } from '../../../../domain/protocol/endpoints/session/session.ts';
import type { FailureText } from '../../../i18n/failures/failure-texts.ts';
import { BrowserCodeField, isWholeCode } from '../../../ui/credentials/browser-code-field.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import { BrowserSteps } from './browser-steps.tsx';
import type { ProviderVerbs } from '../verbs/provider-verbs.ts';

/** After these the code of this journey opens nothing any more. */
const OVER: ReadonlySet<FailureText | undefined> = new Set<FailureText>([
  'expired',
  'otherAccount',
  'accountBlocked',
  'noAccess',
  'storage',
  'internal',
]);

interface ProviderPanelProps {
  readonly name: string;
  readonly phone: string;
  readonly request: ProviderRequest;
  /** Whether the browser has opened. */
  readonly opened: boolean;
  readonly verbs: ProviderVerbs;
  readonly onProgress: (progress: SignInProgress) => void;
  readonly onCancel: () => void;
}

/** Waits beside the browser for the code that it shows when the person has been recognised there. */
export function ProviderPanel(props: ProviderPanelProps) {
  const { name, phone, request, verbs } = props;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [opened, setOpened] = useState(props.opened);
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const restart = useRef<HTMLButtonElement>(null);
  const isOver = OVER.has(attempt.failure?.kind);

  // Whatever the last try has brought, the focus is where it goes on: on the code, or on beginning again.
  useEffect(() => {
    if (!attempt.busy) (restart.current ?? input.current)?.focus();
  }, [attempt.busy]);

  const send = async (typed: string) => {
    const result = await attempt.run(() => verbs.finish(typed));
    if (result.ok) {
      props.onProgress(result.value);
      return;
    }
    setCode('');
    setChecked(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWholeCode(code) && !attempt.busy) void send(code);
  };
  const openAgain = async () => {
    const result = await attempt.run(() => (isOver ? verbs.start(request) : verbs.reopen()));
    if (result.ok) setOpened(result.value.opened);
  };

  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          verbs.cancel();
          props.onCancel();
        }}
      >
        {t('provider.cancel')}
      </Button>
      <DoorHeading>{t('provider.title', { name })}</DoorHeading>
      <BrowserSteps choice={t('provider.choice')} copy={t('provider.copy')} opened={opened} />
      <form className={classes['form']} onSubmit={submit} noValidate>
        <FailureNotice attempt={attempt} />
        {!isOver && (
          <>
            <BrowserCodeField
              inputRef={input}
              value={code}
              error={checked && !isWholeCode(code) ? t('provider.codeMissing') : undefined}
              onChange={setCode}
              onComplete={(whole) => void send(whole)}
            />
            <p className={classes['small']}>{t('provider.hint')}</p>
            <Button
              type="submit"
              size="md"
              loading={attempt.busy}
              disabled={attempt.waitSeconds > 0}
              fullWidth
            >
              {t('provider.enter')}
            </Button>
          </>
        )}
        <Button
          key={isOver ? 'over' : 'waiting'}
          ref={isOver ? restart : undefined}
          variant={isOver ? 'filled' : 'default'}
          size={isOver ? 'md' : 'sm'}
          leftSection={<IconExternalLink size={17} stroke={1.7} />}
          disabled={attempt.busy}
          onClick={() => void openAgain()}
        >
          {t(isOver ? 'provider.restart' : 'provider.reopen')}
        </Button>
        <p className={classes['small']}>
          {t('provider.trouble')} {t('provider.troubleText', { phone })}
        </p>
      </form>
    </>
  );
}
