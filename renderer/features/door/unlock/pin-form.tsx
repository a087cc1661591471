import { TextInput } from '@mantine/core';
import { IconBackspace, IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_PIN } from '../../../../domain/base/passwords/pin-rules.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import { WorkingButton } from '../../../ui/focus/working-button.tsx';
import { useInitialFocus } from '../../../ui/focus/use-initial-focus.ts';
import classes from '../frame/door.module.css';
import type { Unlock } from '../verbs/door-verbs.ts';

const ZERO = '0';
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The PIN of this computer, by keyboard or by fingers. */
export function PinForm({ onUnlock }: { readonly onUnlock: Unlock }) {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState(false);
  const input = useInitialFocus<HTMLInputElement>();
  const isWrong = attempt.failure?.kind === 'wrongCredentials' || attempt.failure?.kind === 'passwordNeeded';

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(pin === '');
    if (pin === '') return;
    const result = await attempt.run(() => onUnlock(pin));
    if (result.ok) return;
    setPin('');
    input.current?.focus();
  };
  const type = (digit: string) => setPin((before) => `${before}${digit}`.slice(0, LONGEST_PIN));

  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      {isWrong ? (
        <Notice tone="danger" title={t('door.pin.wrong')} urgent>
          {t('door.pin.wrongText')}
        </Notice>
      ) : (
        <FailureNotice attempt={attempt} />
      )}
      <TextInput
        ref={input}
        label={t('door.pin.label')}
        type="password"
        size="lg"
        classNames={{ input: classes['pin'] ?? '' }}
        value={pin}
        error={missing ? t('door.pin.missing') : undefined}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => setPin(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, LONGEST_PIN))}
      />
      <div className={classes['pad']}>
        {DIGITS.map((digit) => (
          <PadKey key={digit} label={digit} onPress={() => type(digit)}>
            {digit}
          </PadKey>
        ))}
        <PadKey label={t('door.pin.erase')} onPress={() => setPin(pin.slice(0, -1))}>
          <IconBackspace size={22} stroke={1.6} />
        </PadKey>
        <PadKey label={ZERO} onPress={() => type(ZERO)}>
          {ZERO}
        </PadKey>
        <WorkingButton
          type="submit"
          className={classes['padKey']}
          data-main=""
          aria-label={t('door.unlock')}
          data-loading={attempt.busy}
          disabled={attempt.waitSeconds > 0}
        >
          <IconCheck size={22} stroke={1.8} />
        </WorkingButton>
      </div>
    </form>
  );
}

interface PadKeyProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function PadKey({ label, onPress, children }: PadKeyProps) {
  return (
    <button type="button" className={classes['padKey']} aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}
