import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fail } from '../../../../domain/base/result.ts';
import type { ActFailure } from '../../../../domain/protocol/bridge/act-failures.ts';
import type { LocalDataHere } from '../../../../domain/protocol/bridge/local-password.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { loadPasswordJudge } from '../../../ui/credentials/password-strength.ts';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { AnswerStep } from '../verbs/door-verbs.ts';
import { NewPasswordForm } from './new-password-form.tsx';

interface NewLocalPasswordProps {
  readonly personal: readonly string[];
  readonly here: LocalDataHere | undefined;
  readonly onAnswer: AnswerStep;
  /** Goes back to the password that opens what is here, where something is. */
  readonly onRemembered: (() => void) | undefined;
}

/** A password for this computer, typed twice; says what becomes of what only the old one opens. */
export function NewLocalPassword({ personal, here, onAnswer, onRemembered }: NewLocalPasswordProps) {
  const { t } = useTranslation();
  const [understood, setUnderstood] = useState(false);
  const unsent = here?.hasData === true ? here.unsent : 0;
  const setAside = here?.hasData === true ? here.setAside : 0;
  const stays = unsent > 0 && here?.unsentMoves !== true;

  const choose = async (chosen: string) => {
    // No server judges it: it is guessed by who has the disk.
    const judge = await loadPasswordJudge();
    const { fault } = judge(chosen, personal);
    if (fault !== undefined) return fail<ActFailure>({ kind: 'weakPassword', reason: fault });
    return await onAnswer({ kind: 'newLocalPassword', password: chosen });
  };

  return (
    <>
      <header>
        <DoorHeading>{t('provider.local.newTitle')}</DoorHeading>
        <p className={classes['intro']}>
          {t(here?.hasData === true ? 'provider.local.againText' : 'provider.local.newText')}{' '}
          {unsent > 0 && !stays && t('provider.local.unsentMoves', { count: unsent })}{' '}
          {setAside > 0 && t('provider.local.setAside', { count: setAside })}
        </p>
      </header>
      {stays && (
        <Notice tone="warn" title={t('provider.local.unsentStays', { count: unsent })}>
          {t('provider.local.unsentStaysText')}
        </Notice>
      )}
      <NewPasswordForm
        personal={personal}
        save={t('provider.local.save')}
        onChosen={choose}
        isReady={!stays || understood}
      >
        {(checked) =>
          stays && (
            <Checkbox
              label={t('provider.local.understood')}
              checked={understood}
              error={checked && !understood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
          )
        }
      </NewPasswordForm>
      {onRemembered && (
        <Button variant="subtle" size="compact-sm" onClick={onRemembered}>
          {t('provider.local.remembered')}
        </Button>
      )}
    </>
  );
}
