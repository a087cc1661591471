import { Button } from '@mantine/core';
import { IconExternalLink, IconId } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRef } from '../../../../domain/protocol/endpoints/session/session.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../frame/door.module.css';
import type { HandOver } from '../verbs/door-verbs.ts';
import { BrowserSteps } from '../provider/browser-steps.tsx';
import { ConsentForm } from './consent-form.tsx';
import type { ProviderVerbs } from '../verbs/provider-verbs.ts';
import { useProvider } from '../provider/use-provider.ts';

interface HandOverByProviderProps {
  readonly only: AccountRef;
  readonly provider: ProviderVerbs;
  readonly onHandOver: HandOver;
  /** Told when the browser was asked to open. */
  readonly onBegun: () => void;
  readonly onDone: (entries: number) => void;
}

/**
 * Handing over the entries of a blocked account that a provider has opened: its password is this computer's own and opens them, and the
 * person consents in the browser (ADR 9).
 */
export function HandOverByProvider(props: HandOverByProviderProps) {
  const { only, provider, onHandOver, onBegun, onDone } = props;
  const { t } = useTranslation();
  const known = useProvider(provider.ways, only.school);
  const attempt = useAttempt();
  /** Whether the browser has opened; undefined before it was asked to. */
  const [opened, setOpened] = useState<boolean>();
  const restart = useRef<HTMLButtonElement>(null);
  const { cancel } = provider;
  const isUnderWay = opened !== undefined;
  /** Nothing waits for the browser any more: it has to be opened anew. */
  const [isOver, setOver] = useState(false);
  const state = attempt.failure?.kind === 'providerOff' ? 'none' : known.state;

  useEffect(() => (isUnderWay ? cancel : undefined), [isUnderWay, cancel]);
  useEffect(() => {
    if (isOver) restart.current?.focus();
  }, [isOver]);

  const open = async () => {
    const result = await attempt.run(() =>
      isUnderWay && !isOver
        ? provider.reopen()
        : provider.start({ school: only.school, only, purpose: 'handOver' }),
    );
    setOver(!result.ok && (isOver || result.failure.kind === 'expired'));
    if (!result.ok) return;
    setOpened(result.value.opened);
    onBegun();
  };

  // Once the browser is open, the way goes on whatever is heard of the line meanwhile.
  if (opened === undefined) {
    if (state === 'asking') return null;
    return (
      <>
        <p className={classes['intro']}>{t(`provider.handOver.${state}`)}</p>
        {state === 'there' && (
          <>
            <FailureNotice attempt={attempt} />
            <Button
              size="md"
              leftSection={<IconId size={20} stroke={1.6} />}
              loading={attempt.busy}
              disabled={attempt.waitSeconds > 0}
              fullWidth
              onClick={() => void open()}
            >
              {t('provider.handOver.begin', { name: known.name ?? '' })}
            </Button>
          </>
        )}
      </>
    );
  }
  return (
    <>
      <BrowserSteps
        choice={t('provider.handOver.choice')}
        copy={t('provider.handOver.copy')}
        opened={opened}
      />
      <ConsentForm
        attempt={attempt}
        onExpired={() => setOver(true)}
        onSend={(password, code) => onHandOver(only, password, { code })}
        onDone={onDone}
      />
      <Button
        ref={restart}
        variant="default"
        leftSection={<IconExternalLink size={17} stroke={1.7} />}
        disabled={attempt.busy}
        onClick={() => void open()}
      >
        {t(isOver ? 'provider.restart' : 'provider.reopen')}
      </Button>
    </>
  );
}
