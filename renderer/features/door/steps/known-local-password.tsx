import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { AnswerStep } from '../verbs/door-verbs.ts';
import { UnlockForm } from '../unlock/unlock-form.tsx';

interface KnownLocalPasswordProps {
  readonly username: string;
  readonly onAnswer: AnswerStep;
  readonly onForgotten: () => void;
}

/** The password that opens what this computer has of the account. */
export function KnownLocalPassword({ username, onAnswer, onForgotten }: KnownLocalPasswordProps) {
  const { t } = useTranslation();
  return (
    <>
      <header>
        <DoorHeading>{t('provider.local.knownTitle')}</DoorHeading>
        <p className={classes['intro']}>{t('provider.local.knownText', { username })}</p>
      </header>
      <UnlockForm
        label={t('provider.local.enter')}
        onUnlock={(password) => onAnswer({ kind: 'localPassword', password })}
      />
      <Button variant="subtle" size="compact-sm" onClick={onForgotten}>
        {t('provider.local.forgotten')}
      </Button>
    </>
  );
}
