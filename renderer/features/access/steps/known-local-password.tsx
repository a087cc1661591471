import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AccessHeading } from '../frame/access-heading.tsx';
import classes from '../frame/access.module.css';
import type { AnswerStep } from '../verbs/access-verbs.ts';
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
        <AccessHeading>{t('provider.local.knownTitle')}</AccessHeading>
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
